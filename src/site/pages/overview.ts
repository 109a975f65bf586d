/**
 * The first page of a program. With a release: what the city has, who asked, the headline figures. Without
 * one, everything that is on the record, on this one page.
 */

import { TOTAL } from '../../model/codelist.ts';
import { countsActs } from '../../model/docket-plan.ts';
import type { Measure, Table } from '../../model/program.ts';
import { cellFigure, recordFigure } from '../figures.ts';
import { latestPeriod } from '../findings/periods.ts';
import type { Block, Page, Section, Stat } from '../page.ts';
import { readMore } from '../read-more.ts';
import { periodSentence, qualifierWords } from '../record-sentence.ts';
import { closed, type Sentence } from '../sentence.ts';
import { addressAt, levelCodes } from '../table-grid.ts';
import { codeLabel, endLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { recordFigureSections, sourceSections, timelineSections } from './on-the-record.ts';
import { leftBehind, recordsPage, recordsSections } from './records.ts';
import { overviewHeadline, releaseSections } from './release-overview.ts';
import { requestSections } from './requests.ts';

export function overviewPage(view: View): Page {
  const { program, messages } = view;
  const found = withCells(view);
  const sections = found === undefined ? recordOnlySections(view) : releasePageSections(found);
  const headline = found && overviewHeadline(found);
  return {
    slug: '',
    under: 'overview',
    name: messages.names.overview,
    heading: program.name,
    ...(headline === undefined ? {} : { headline }),
    lead: [program.summary],
    sections,
  };
}

function recordOnlySections(view: View): Section[] {
  const stats = recordStats(view);
  const glance: Section[] =
    stats.length === 0
      ? []
      : [{ id: 'glance', heading: [view.messages.tables.atAGlance], blocks: [{ kind: 'stats', stats }] }];
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

function releasePageSections(view: ReleaseView): Section[] {
  return [
    ...releaseSections(view),
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
    text: readMore(view, 'records'),
  };
  return [{ id: 'records', heading: [messages.names.records], blocks: [...leftBehind(view), more] }];
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
    if (period === TOTAL) return messages.tables.toDate({ measure: measure.label, end: endLabel(view) });
    const label = codeLabel(view, 'period', period);
    return measure.kind === 'stock'
      ? messages.tables.atEndOf({ measure: measure.label, period: label })
      : messages.tables.inPeriod({ measure: measure.label, period: label });
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

/** The first figure on the record of each topic, for a program without a release. */
export function recordStats(view: View): Stat[] {
  const first = view.record.figures.filter(
    ({ topic }, index, all) => all.findIndex((other) => other.topic === topic) === index,
  );
  return first.slice(0, MOST_STATS).map(({ id, figure, value, qualifier, period }) => ({
    label: [figure],
    qualifier: qualifierWords(view.messages, qualifier),
    figure: recordFigure(view.program.id, { id, value }, view.language),
    note: periodSentence(view, period),
  }));
}

const MOST_STATS = 3;
