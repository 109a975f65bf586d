/**
 * The first page of a program. With a release: what the city has, who asked, the headline figures. Without
 * one, everything that is on the record, on this one page.
 */
import { TOTAL } from '../../model/codelist.ts';
import { countsActs } from '../../model/docket-plan.ts';
import type { Measure, Table } from '../../model/program.ts';
import { displayTable } from '../chart-block.ts';
import { cellFigure, recordFigure } from '../figures.ts';
import { latestPeriod } from '../findings/periods.ts';
import type { Block, Page, Section, Stat } from '../page.ts';
import { periodSentence, quoted } from '../record-sentence.ts';
import { pagePath } from '../routes.ts';
import { closed, type Sentence } from '../sentence.ts';
import { addressAt, levelCodes } from '../table-grid.ts';
import { codeLabel, endLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { docketStats } from './docket.ts';
import { recordFigureSections, sourceSections, timelineSections } from './on-the-record.ts';
import { leftBehind, recordsPage, recordsSections } from './records.ts';
import { outcomeSentence, requestSections, requestsPage } from './requests.ts';
import { servedAndKept } from './served-and-kept.ts';
import { tablesOf } from './tables.ts';

export function overviewPage(view: View): Page {
  const { program, messages } = view;
  const found = withCells(view);
  const sections = found === undefined ? recordOnlySections(view) : releaseSections(found);
  return {
    slug: '',
    under: 'overview',
    name: messages.names.overview,
    heading: program.name,
    lead: [program.summary],
    sections,
  };
}

function recordOnlySections(view: View): Section[] {
  const stats = recordStats(view);
  const glance: Section[] =
    stats.length === 0
      ? []
      : [{ id: 'glance', heading: [view.messages.atAGlance], blocks: [{ kind: 'stats', stats }] }];
  return [
    ...hasSections(view),
    ...glance,
    ...recordsSections(view),
    ...requestSections(view),
    ...recordFigureSections(view),
    ...timelineSections(view),
    ...sourceSections(view),
  ];
}

function releaseSections(view: ReleaseView): Section[] {
  const { messages } = view;
  const glance: Section = {
    id: 'glance',
    heading: [messages.atAGlance],
    blocks: [{ kind: 'stats', stats: headlineStats(view) }],
  };
  return [
    ...hasSections(view),
    ...askedSections(view),
    glance,
    ...yearSections(view),
    ...recordFigureSections(view),
    ...timelineSections(view),
    ...sourceSections(view),
  ];
}

/** What each channel leaves behind, in one line each, and the way to the whole page. */
function hasSections(view: View): Section[] {
  const { messages } = view;
  if (recordsPage(view) === undefined) return [];
  const more: Block = {
    kind: 'prose',
    text: messages.readMore(messages.names.records, pagePath(view, 'records')),
  };
  const found = withCells(view);
  const chart = found && servedAndKept(found);
  const blocks = [...(chart === undefined ? [] : [chart]), ...leftBehind(view), more];
  return [{ id: 'records', heading: [messages.names.records], blocks }];
}

function askedSections(view: ReleaseView): Section[] {
  const { messages, record } = view;
  if (requestsPage(view) === undefined) return [];
  const own = record.requests.filter(({ context }) => !context);
  const items = own.map((request) => [
    quoted(view, request.agency),
    messages.marks.comma,
    messages.instruments[request.instrument],
    messages.marks.colon,
    ...outcomeSentence(view, request),
  ]);
  const list: Block[] = items.length === 0 ? [] : [{ kind: 'list', items }];
  const counted = view.release.requests === null ? [] : docketStats(view);
  const more: Block = {
    kind: 'prose',
    text: messages.readMore(messages.names.requests, pagePath(view, 'requests')),
  };
  return [{ id: 'requests', heading: [messages.names.requests], blocks: [...counted, ...list, more] }];
}

/** One figure per measure: a flow to date, or in the last published period of its longest; a stock as it stands. */
export function headlineStats(view: ReleaseView): Stat[] {
  const measures = view.release.declaration.measures.filter(({ id }) => !countsActs(id));
  return measures.flatMap((measure) => {
    const toDate = statAt(view, measure, TOTAL);
    if (measure.kind === 'flow' && toDate !== undefined) return [toDate];
    const table = headlineTable(view, measure);
    const period = table && latestPeriod(view, { table, measure });
    const latest = period === undefined ? undefined : statAt(view, measure, period);
    return latest ?? [];
  });
}

function statAt(view: ReleaseView, measure: Measure, period: string): Stat | undefined {
  const { messages, source } = view;
  const address = addressAt(measure, new Map([['period', period]]));
  const figure = cellFigure(source, address);
  if (figure === undefined) return undefined;
  const note = source.cells.get(address)?.note ?? '';
  return {
    label: statLabel(),
    qualifier: '',
    figure,
    note: note === '' ? [] : closed(note, messages.marks.stop),
  };

  function statLabel(): Sentence {
    if (period === TOTAL) return messages.toDate(measure.label, endLabel(view));
    const label = codeLabel(view, 'period', period);
    return measure.kind === 'stock'
      ? messages.atEndOf(measure.label, label)
      : messages.inPeriod(measure.label, label);
  }
}

/** The table with the longest periods of a flow, with the shortest of a stock. */
function headlineTable(view: ReleaseView, { id, kind }: Measure): Table | undefined {
  const tables = view.release.declaration.tables.filter(
    ({ measure, levels }) => measure === id && levels.period !== undefined,
  );
  const byPeriods = tables.toSorted(
    (one, other) => levelCodes(view, one, 'period').length - levelCodes(view, other, 'period').length,
  );
  return kind === 'stock' ? byPeriods.at(-1) : byPeriods[0];
}

/** How many cards and applications there were, year by year. */
function yearSections(view: ReleaseView): Section[] {
  const pages = ['cards', 'applications'] as const;
  return pages.flatMap((page) => {
    const table = tablesOf(view, page).find(
      ({ levels }) =>
        Object.keys(levels).length === 1 && ['year', 'fiscal-year'].includes(levels.period ?? ''),
    );
    return table === undefined
      ? []
      : [{ id: table.id, heading: [table.title], blocks: displayTable(view, table, new Set()).blocks }];
  });
}

/** The first figure on the record of each topic, for a program without a release. */
export function recordStats(view: View): Stat[] {
  const first = view.record.figures.filter(
    ({ topic }, index, all) => all.findIndex((other) => other.topic === topic) === index,
  );
  return first.slice(0, MOST_STATS).map(({ id, figure, value, qualifier, period }) => ({
    label: [figure],
    qualifier: view.messages.qualifiers[qualifier],
    figure: recordFigure(view.program.id, { id, value }, view.language),
    note: periodSentence(view, period),
  }));
}

const MOST_STATS = 3;
