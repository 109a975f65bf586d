/** "Cite and read it right": what journalists ask of a figure before they print it. */
import { formatDay } from '../../figures/dates.ts';
import { keepsDocket, listsRequests } from '../../program/docket-plan.ts';
import { closingMonth } from '../../program/period.ts';
import type { Measure } from '../../program/program.ts';
import { cubePath, publishedMeasures } from '../../release/layout.ts';
import { dueFigure, papersFigure, thresholdFigure } from '../figures/figures.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Block, Page, Section, TableRow } from '../frame/page.ts';
import { apiPath, feedPath, fileLink, pagePath, releasePath } from '../routes.ts';
import { contactOf, dimensionLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { citation } from './data.ts';

/** Of the latest release: what it says of dates holds for no older one. */
export function citePage(view: View): Page | undefined {
  const found = withCells(view);
  if (found === undefined || view.frozen) return undefined;
  const { press } = view.messages;
  return {
    slug: 'cite',
    under: 'data',
    rank: 'last',
    name: press.name,
    heading: press.heading,
    lead: [press.lead],
    sections: [
      readSection(found),
      citeSection(found),
      calendarSection(found),
      dictionarySection(found),
      feedSection(found),
      contactSection(found),
    ],
  };
}

function readSection(view: ReleaseView): Section {
  const { messages, program, language, release } = view;
  const { press } = messages;
  const { measures, period } = release.declaration;
  const items: Sentence[] = [
    [press.hiddenIsNotZero],
    [press.hiddenRange],
    press.totals({ k: thresholdFigure(program.id, program.k, language) }),
    [press.gaps],
    [press.units],
    ...(measures.some(({ kind }) => kind === 'stock') ? [[press.stocks]] : []),
    ...(period?.levels.includes('fiscal-year') ? [[press.fiscal]] : []),
    ...(keepsDocket(release.declaration) ? [[press.requests]] : []),
    ...(listsRequests(release.declaration) ? [[press.hiddenRequests]] : []),
    [press.causes],
    [press.programs],
  ];
  return { id: 'read', heading: [press.read], blocks: [{ kind: 'list', items }] };
}

function citeSection(view: ReleaseView): Section {
  const { press, travel } = view.messages;
  const blocks: Block[] = [
    ...citation(view),
    { kind: 'prose', text: [press.nameRelease] },
    { kind: 'prose', text: press.everyChart({ useFigure: travel.useFigure }) },
  ];
  return { id: 'cite', heading: [view.messages.papers.citation], blocks };
}

/** What came out, newest first, and what comes next where the program says when. */
function calendarSection(view: ReleaseView): Section {
  const { messages, language, releases } = view;
  const { press } = messages;
  const rows = releases.toReversed().map(({ release: id }): TableRow => {
    const closes = formatDay(closingMonth(id), language);
    return { heading: [{ href: releasePath(view, id), label: id }], cells: [[closes]] };
  });
  const table: Block = {
    kind: 'table',
    id: 'calendar-table',
    caption: [messages.tables.releasesCaption],
    columns: [messages.papers.release, messages.papers.closes],
    rows,
    notes: [],
    links: [],
  };
  const blocks: Block[] = [
    { kind: 'prose', text: dueSentence(view) ?? [press.noSchedule] },
    table,
    { kind: 'prose', text: [messages.papers.correctionsWait] },
  ];
  return { id: 'calendar', heading: [press.calendar], blocks };
}

/** When the next release is due; undefined where the program does not say. */
export function dueSentence({ messages, program, language, release }: ReleaseView): Sentence | undefined {
  const { schedule } = program;
  if (schedule === undefined) return undefined;
  return messages.press.schedule({
    days: papersFigure(program.id, 'schedule.daysAfter', schedule.daysAfter, language),
    due: dueFigure(program.id, release.release, schedule.daysAfter, language),
  });
}

function dictionarySection(view: ReleaseView): Section {
  const { messages, release } = view;
  const { press } = messages;
  const table: Block = {
    kind: 'table',
    id: 'dictionary-table',
    caption: [press.dictionaryCaption],
    columns: Object.values(press.dictionaryColumns),
    rows: publishedMeasures(release).map((measure) => dictionaryRow(view, measure)),
    notes: [
      press.columns({
        columns: { href: `${pagePath(view, 'data')}#columns`, label: messages.papers.columns },
      }),
    ],
    links: [],
  };
  return { id: 'dictionary', heading: [press.dictionary], blocks: [table] };
}

function dictionaryRow(view: ReleaseView, { id, label, unit, kind, dimensions }: Measure): TableRow {
  const { messages, release } = view;
  const told = dimensions.filter((dimension) =>
    release.declaration.tables.some(
      ({ measure, levels }) => measure === id && levels[dimension] !== undefined,
    ),
  );
  const by = told.map((dimension) => dimensionLabel(view, dimension)).join(messages.marks.comma);
  const nature = kind === 'stock' ? messages.press.stock : messages.press.flow;
  return {
    heading: [label],
    cells: [
      [unit],
      [nature],
      [by || messages.explorer.words.none],
      [fileLink(view, cubePath(id), messages.press.file)],
    ],
  };
}

function feedSection(view: ReleaseView): Section {
  const { press } = view.messages;
  const items: Sentence[] = [
    [{ href: feedPath(view), label: press.feed }],
    [{ href: apiPath(view, 'index.json'), label: press.api }],
    [{ href: pagePath(view, 'releases'), label: view.messages.names.releases }],
  ];
  return { id: 'feeds', heading: [press.feeds], blocks: [{ kind: 'list', items }] };
}

function contactSection(view: ReleaseView): Section {
  const { messages } = view;
  const contact = contactOf(view);
  const text = contact === undefined ? [messages.press.noContact] : [contact];
  return { id: 'contact', heading: [messages.frame.contact], blocks: [{ kind: 'prose', text }] };
}
