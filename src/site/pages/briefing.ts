/**
 * Briefings for the council: one sheet of paper for the program, and one for every area. They speak of the latest
 * release; figures and words are those of the other pages.
 */

import { formatDay } from '../../figures/dates.ts';
import { TOTAL } from '../../program/codelist.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import { closingMonth, periodMonths } from '../../program/period.ts';
import type { Measure, Table } from '../../program/program.ts';
import { measureOf } from '../../system/shape.ts';
import { readMore } from '../blocks/read-more.ts';
import { sourceSentence } from '../blocks/sources.ts';
import { tableCell } from '../blocks/table-block.ts';
import { addressAt, levelCodes } from '../blocks/table-grid.ts';
import { AREA } from '../dimensions.ts';
import { thresholdFigure } from '../figures/figures.ts';
import { hostedAddress } from '../figures/record-sentence.ts';
import type { Link, Sentence } from '../figures/sentence.ts';
import type { Finding } from '../findings/finding.ts';
import { endWords, latestPeriod } from '../findings/periods.ts';
import type { Block, Page, Section, Stat, TableBlock } from '../frame/page.ts';
import { pagePath } from '../routes.ts';
import { codeLabel, dimensionLabel, meaningOf, type ReleaseView, type View, withCells } from '../view.ts';
import {
  areaChart,
  areaHeadline,
  areaStats,
  programChart,
  programHeadline,
  programStats,
} from './briefing-figures.ts';
import { docketStats } from './docket/docket-stats.ts';
import { fiscalNote } from './docket/docket-years.ts';
import { leftBehind } from './kept/records.ts';

const SLUG = 'briefing';

/** The program's first, then those of its areas in the order of the city's list; none of an earlier release. */
export function briefingPages(view: View): Page[] {
  const found = withCells(view);
  if (found === undefined || view.frozen) return [];
  const areas = finestAreas(found);
  return [programBriefing(found, areas), ...areas.map((code) => areaBriefing(found, code))];
}

function programBriefing(view: ReleaseView, areas: readonly string[]): Page {
  const { messages, program } = view;
  const links = areas.map((code): [Link] => [
    { href: pagePath(view, briefingSlug(code)), label: codeLabel(view, AREA, code) },
  ]);
  const chart = programChart(view);
  const docket = view.release.requests === null ? [] : docketStats(view);
  return {
    slug: SLUG,
    under: 'overview',
    name: messages.briefing.name,
    heading: messages.briefing.of.text({ what: program.name }),
    ...headlineOf(programHeadline(view)),
    lead: [program.summary],
    ...paperOf(view, SLUG),
    sections: [
      ...section('sheet', messages.tables.atAGlance, [
        ...statsOf(programStats(view)),
        ...(chart === undefined ? [] : [chart]),
      ]),
      ...section('requests', messages.names.requests, docket),
      ...section('records', messages.names.records, leftBehind(view)),
      ...section(
        'areas',
        messages.briefing.areas,
        links.length === 0 ? [] : [{ kind: 'list', items: links }],
      ),
      ...sourceSection(view, SLUG, {
        measures: view.release.declaration.measures.filter(({ id }) => !countsRequests(id)),
        end: releaseEnd(view),
      }),
    ],
  };
}

function areaBriefing(view: ReleaseView, code: string): Page {
  const { messages, program } = view;
  const label = codeLabel(view, AREA, code);
  const wider = widerCodes(view, code);
  const [table] = areaTables(view, 2);
  if (table === undefined) throw new Error(`internal error: no table counts the area "${code}"`);
  return {
    slug: briefingSlug(code),
    under: 'overview',
    name: label,
    parent: SLUG,
    heading: messages.briefing.of.text({ what: label }),
    ...headlineOf(areaHeadline(view, table, code)),
    lead: messages.briefing.areaLead({ program: program.name }),
    ...paperOf(view, briefingSlug(code)),
    sections: [
      ...section('sheet', messages.tables.atAGlance, [
        ...statsOf(areaStats(view, table, [code, ...wider])),
        areaChart(view, table, code),
        { kind: 'prose', text: [...divisionOf(view, code, wider), ' ', messages.served.noResidents] },
      ]),
      ...areaTables(view, 2).flatMap((table) =>
        section(table.id, table.title, [besideWider(view, table, [code, ...wider])]),
      ),
      ...areaTables(view, 3).flatMap((table) =>
        section(table.id, table.title, latestDivided(view, table, code)),
      ),
      ...sourceSection(view, briefingSlug(code), {
        measures: [measureOf(view.release.declaration, table.measure)],
        end: areasEnd(view),
      }),
    ],
  };
}

/** Of the page of an area. */
export const briefingSlug = (area: string): string => `${SLUG}/${area}`;

/** Where this build prints briefings: the file beside the page. */
function paperOf(view: View, slug: string): Pick<Page, 'paper'> {
  const { messages, hasPapers } = view;
  return hasPapers
    ? { paper: { href: `${pagePath(view, slug)}briefing.pdf`, label: messages.briefing.paper } }
    : {};
}

function headlineOf(headline: Finding | undefined): Pick<Page, 'headline'> {
  return headline === undefined ? {} : { headline };
}

function statsOf(stats: readonly Stat[]): Block[] {
  return stats.length === 0 ? [] : [{ kind: 'stats', stats }];
}

/** What kind of part of the city an area is. */
function divisionOf(view: ReleaseView, code: string, wider: readonly string[]): Sentence {
  const { sheet, marks } = view.messages;
  const area = codeLabel(view, AREA, code);
  const labels = wider.map((one) => codeLabel(view, AREA, one)).join(marks.comma);
  return labels === '' ? sheet.smallest({ area }) : sheet.division({ area, wider: labels });
}

/** The way to the briefing of every area; none of an earlier release. */
export function areaLinks(view: ReleaseView): Section[] {
  if (view.frozen) return [];
  const items = finestAreas(view).map((code): [Link] => [
    { href: pagePath(view, briefingSlug(code)), label: codeLabel(view, AREA, code) },
  ]);
  return section(
    'briefings',
    view.messages.briefing.areas,
    items.length === 0 ? [] : [{ kind: 'list', items }],
  );
}

/** No section where there is nothing to say. */
function section(id: string, heading: string, blocks: readonly Block[]): Section[] {
  return blocks.length === 0 ? [] : [{ id, heading: [heading], blocks }];
}

/** What a reader of the paper alone cannot look up: what one of these is, and when a fiscal year ends. */
function meaningBlocks(view: ReleaseView, measures: readonly Measure[]): Block[] {
  const meanings = measures.flatMap((measure) => meaningOf(view, measure) ?? []);
  const years = levelCodes(view, { levels: { period: 'fiscal-year' } }, 'period');
  const last = years.findLast((period) => !period.includes('..'));
  return [
    ...meanings.map((meaning): Sentence => [meaning]),
    ...(last === undefined ? [] : [fiscalNote(view, last)]),
  ].map((text) => ({ kind: 'prose', text }));
}

/**
 * To when its data run, since paper travels, whether figures were corrected by then, and where the newest stand; where they come
 * from, and what a hidden one means.
 */
function sourceSection(
  view: ReleaseView,
  slug: string,
  { measures, end }: { readonly measures: readonly Measure[]; readonly end: readonly Sentence[] },
): Section[] {
  const { messages, program, releases, language } = view;
  const href = pagePath(view, slug);
  const corrected = releases.findLast(({ changes }) => changes.length > 0);
  return section('sources', messages.record.sources, [
    ...end.map((text): Block => ({ kind: 'prose', text })),
    ...(corrected === undefined
      ? []
      : [{ kind: 'prose', text: messages.sheet.corrected({ release: corrected.release }) } as const]),
    ...meaningBlocks(view, measures),
    {
      kind: 'prose',
      text: messages.sheet.hidden({ k: thresholdFigure(program.id, program.k, language) }),
    },
    { kind: 'prose', text: messages.sheet.address({ address: hostedAddress(view, href) }) },
    { kind: 'prose', text: sourceSentence(view) },
    {
      kind: 'prose',
      text: readMore(view, 'method'),
    },
  ]);
}

function releaseEnd({ messages, release, language }: ReleaseView): Sentence[] {
  const period = formatDay(closingMonth(release.release), language);
  return [messages.frame.released({ release: release.release }), messages.sheet.current({ period })];
}

/**
 * The last period of its tables, and no release: such a sheet stays as it is, byte for byte, as long as none of its figures
 * changes, whatever is released in the meantime.
 */
function areasEnd(view: ReleaseView): Sentence[] {
  const tables = [...areaTables(view, 2), ...areaTables(view, 3)];
  const ends = tables.flatMap((table) => levelCodes(view, table, 'period').slice(-1));
  const [last = ''] = ends.toSorted((one, other) => lastMonth(view, other) - lastMonth(view, one));
  return [view.messages.sheet.current({ period: endWords(view, last) })];
}

function lastMonth({ program }: ReleaseView, period: string): number {
  const months = periodMonths(period, program.period?.fiscalYearStartMonth ?? 1);
  if (months === undefined) throw new Error(`internal error: "${period}" is no period`);
  return months[1];
}

/** The codes of the finest level at which a table publishes areas. */
function finestAreas(view: ReleaseView): string[] {
  const levels = areaTables(view, 2).map((table) => levelCodes(view, table, AREA));
  return levels.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

/** Tables of periods by the finest areas, alone or by one dimension more. */
function areaTables(view: ReleaseView, dimensions: 2 | 3): Table[] {
  const tables = view.release.declaration.tables.filter(
    ({ levels }) =>
      levels.period !== undefined && levels[AREA] !== undefined && Object.keys(levels).length === dimensions,
  );
  const most = Math.max(...tables.map((table) => levelCodes(view, table, AREA).length));
  return tables.filter((table) => levelCodes(view, table, AREA).length === most);
}

/** What an area is a part of, in each hierarchy. */
function widerCodes({ release }: ReleaseView, area: string): string[] {
  const rollups = release.codelists.find(({ dimension }) => dimension === AREA)?.rollups ?? [];
  return rollups.filter(({ code, parent }) => code === area && parent !== TOTAL).map(({ parent }) => parent);
}

/** Period by period: the area, what it is a part of, and the whole program. */
function besideWider(view: ReleaseView, table: Table, areas: readonly string[]): TableBlock {
  const measure = measureOf(view.release.declaration, table.measure);
  const at = (period: string, area: string) =>
    addressAt(
      measure,
      new Map([
        ['period', period],
        [AREA, area],
      ]),
    );
  const periods = levelCodes(view, table, 'period');
  const shown = areas.filter((area) => periods.some((period) => view.source.cells.has(at(period, area))));
  const columns = [...shown, TOTAL];
  return {
    ...emptyTable(table, measure.label),
    columns: [view.messages.tables.period, ...columns.map((area) => codeLabel(view, AREA, area))],
    rows: periods.map((period) => ({
      heading: [codeLabel(view, 'period', period)],
      cells: columns.map((area) => tableCell(view, at(period, area))),
    })),
  };
}

/** In the last period that has a count: the area by one more dimension. Nothing where no period has one. */
function latestDivided(view: ReleaseView, table: Table, area: string): TableBlock[] {
  const measure = measureOf(view.release.declaration, table.measure);
  const period = latestPeriod(view, { table, measure });
  if (period === undefined) return [];
  const [divided = ''] = Object.keys(table.levels).filter((name) => name !== 'period' && name !== AREA);
  const at = (code: string) =>
    addressAt(
      measure,
      new Map([
        ['period', period],
        [AREA, area],
        [divided, code],
      ]),
    );
  const rows = [...levelCodes(view, table, divided), TOTAL].map((code) => ({
    heading: [codeLabel(view, divided, code)],
    cells: [tableCell(view, at(code))],
  }));
  const columns = [dimensionLabel(view, divided), codeLabel(view, 'period', period)];
  return [{ ...emptyTable(table, measure.label), columns, rows }];
}

function emptyTable({ id }: Table, caption: string) {
  return { kind: 'table', id: `table-${id}`, caption: [caption], notes: [], links: [] } as const;
}
