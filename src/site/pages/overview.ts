/**
 * The first page of a program. With a release: what the city has, who asked, the headline figures. Without
 * one, everything that is on the record, on this one page.
 */
import type { Table } from '../../model/program.ts';
import { chartBlocks } from '../chart-block.ts';
import { cellAddress, cellFigure, recordFigure } from '../figures.ts';
import { latestPeriod } from '../findings.ts';
import type { Block, Page, Section, Stat } from '../page.ts';
import { pagePath } from '../routes.ts';
import { addressAt, gridOf } from '../table-grid.ts';
import { codeLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { recordFigureSections, sourceSections, timelineSections } from './on-the-record.ts';
import { channelSections, recordsPage, recordsSections } from './records.ts';
import { outcomeSentence, requestSections, requestsPage } from './requests.ts';

export function overviewPage(view: View): Page {
  const { program, messages } = view;
  const found = withCells(view);
  const sections = found === undefined ? recordOnlySections(view) : releaseSections(found);
  return {
    slug: '',
    name: messages.names.overview,
    heading: program.name,
    lead: [program.summary],
    sections,
  };
}

function recordOnlySections(view: View): Section[] {
  return [
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
function hasSections(view: ReleaseView): Section[] {
  const { messages, program } = view;
  if (recordsPage(view) === undefined) return [];
  const lines = program.channels.map(({ label, leavesRecords }) => ({
    term: [label],
    details: [[messages.leavesRecords[leavesRecords]]],
  }));
  const facts: Block[] = channelSections(view).length === 0 ? [] : [{ kind: 'facts', facts: lines }];
  const more: Block = {
    kind: 'prose',
    text: messages.readMore(messages.names.records, pagePath(view, 'records')),
  };
  return [{ id: 'records', heading: [messages.names.records], blocks: [...facts, more] }];
}

function askedSections(view: ReleaseView): Section[] {
  const { messages, record } = view;
  if (requestsPage(view) === undefined) return [];
  const own = record.requests.filter(({ context }) => !context);
  const items = own.map((request) => [
    request.agency,
    ', ',
    messages.instruments[request.instrument] ?? request.instrument,
    ': ',
    ...outcomeSentence(view, request),
  ]);
  const list: Block[] = items.length === 0 ? [] : [{ kind: 'list', items }];
  const more: Block = {
    kind: 'prose',
    text: messages.readMore(messages.names.requests, pagePath(view, 'requests')),
  };
  return [{ id: 'requests', heading: [messages.names.requests], blocks: [...list, more] }];
}

/** One figure per measure: a flow to date, or in the latest published year; a stock as it stands. */
export function headlineStats(view: ReleaseView): Stat[] {
  return view.release.declaration.measures.flatMap((measure) => {
    const { messages, source } = view;
    const toDate = cellFigure(
      source,
      cellAddress(
        measure.id,
        ['period', ...measure.dimensions].map(() => '_T'),
      ),
    );
    if (toDate !== undefined && measure.kind === 'flow')
      return [statOf(messages.toDate(measure.label), toDate)];
    const table = coarsestByPeriod(view, measure.id);
    const period = table && latestPeriod(view, { table, measure });
    const figure =
      period === undefined
        ? undefined
        : cellFigure(source, addressAt(measure, new Map([['period', period]])));
    if (period === undefined || figure === undefined) return [];
    const label = codeLabel(view, 'period', period);
    return [
      statOf(
        measure.kind === 'stock'
          ? messages.atEndOf(measure.label, label)
          : messages.inPeriod(measure.label, label),
        figure,
      ),
    ];
  });
}

function statOf(label: Stat['label'], figure: Stat['figure']): Stat {
  return { label, qualifier: '', figure, note: [] };
}

/** The table with the longest periods of a measure, or the latest of its kind for a stock. */
function coarsestByPeriod(view: ReleaseView, measure: string): Table | undefined {
  const tables = view.release.declaration.tables.filter(
    (table) => table.measure === measure && table.levels.period !== undefined,
  );
  return tables.toSorted(
    (one, other) => gridOf(view, one).inner.length - gridOf(view, other).inner.length,
  )[0];
}

/** The charts of tables that nothing but years divides. */
function yearSections(view: ReleaseView): Section[] {
  const tables = view.release.declaration.tables.filter(
    ({ levels }) => Object.keys(levels).length === 1 && levels.period === 'year',
  );
  return tables.map((table) => ({ id: table.id, heading: [table.title], blocks: chartBlocks(view, table) }));
}

/** The first figures on the record, for a program without a release. */
export function recordStats(view: View): Stat[] {
  return view.record.figures.slice(0, 3).flatMap(({ id, figure, value, qualifier }) =>
    value === null
      ? []
      : [
          {
            label: [figure],
            qualifier,
            figure: recordFigure(view.program.id, { id, value }, view.language),
            note: [],
          },
        ],
  );
}
