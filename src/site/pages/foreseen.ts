/**
 * What readers will see of a release that is tried, in lines for whoever tries it: asked of the functions that make the pages, of
 * the files that would be published, and of nothing else.
 */

import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { listsRequests } from '../../program/docket-plan.ts';
import type { Table } from '../../program/program.ts';
import { readableTable } from '../blocks/readable-table.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { gridOf } from '../blocks/table-grid.ts';
import { cellsFigure, withheldFigure } from '../figures/figures.ts';
import { sentenceText } from '../figures/sentence.ts';
import type { Page, Stat } from '../frame/page.ts';
import type { SiteProgram } from '../load/site-program.ts';
import { type ReleaseView, viewOf, withCells } from '../view.ts';
import { docketStats } from './docket/docket-stats.ts';
import { programPages } from './program-pages.ts';
import { TABLE_PAGES, tablesOf } from './tables.ts';

/** The newest release is the one that is tried. */
export function foresee(site: SiteProgram): string[] {
  const view = viewIn(site);
  if (view === undefined) return [];
  const before = viewIn({ ...site, releases: site.releases.slice(0, -1) });
  return [
    ...chartLines(view),
    ...tableLines(view, before),
    ...requestLines(view),
    ...headlineLines(view, before),
  ];
}

function viewIn(site: SiteProgram): ReleaseView | undefined {
  return withCells(viewOf(site, SOURCE_LANGUAGE));
}

/** Tables whose chart gives way to a coarser one, or to none. */
function chartLines(view: ReleaseView): string[] {
  const lines = tablesShown(view).flatMap((table) => {
    const shown = readableTable(view, table);
    if (shown === table) return [];
    const instead =
      shown === undefined ? 'Readers find its file alone.' : `"${shown.title}" shows in its place.`;
    return [`"${table.title}" is not drawn: more than half is hidden. ${instead}`];
  });
  return lines.length === 0 ? ['Every table is shown as it was declared.'] : lines;
}

/** What is hidden in the tables that readers see, beside the release before, and rows that say nothing. */
function tableLines(view: ReleaseView, before: ReleaseView | undefined): string[] {
  const shown = tablesShown(view).filter((table) => readableTable(view, table) === table);
  return shown.flatMap((table) => {
    const grid = gridOf(view, table);
    const leftOut = grid.rows.length - tableBlock(view, grid).rows.length;
    const hidden = hiddenIn(view, table);
    const earlier = before && hasTable(before, table) ? ` (before: ${hiddenIn(before, table)})` : '';
    return [
      ...(hidden.startsWith('0 ') ? [] : [`"${table.title}": ${hidden} counts are hidden${earlier}.`]),
      ...(leftOut === 0
        ? []
        : [
            `"${table.title}": ${leftOut} of ${grid.rows.length} rows are left out, since nothing can be counted there.`,
          ]),
    ];
  });
}

/** `12 of 60` */
function hiddenIn(view: ReleaseView, table: Table): string {
  const { inner } = gridOf(view, table);
  return `${withheldFigure(view.source, inner).text} of ${cellsFigure(view.source, inner).text}`;
}

function hasTable({ release }: ReleaseView, { id }: Table): boolean {
  return release.declaration.tables.some((table) => table.id === id);
}

function tablesShown(view: ReleaseView): Table[] {
  return TABLE_PAGES.flatMap((page) => tablesOf(view, page));
}

/** Which requests have a page of their own, and what is counted of all. */
function requestLines(view: ReleaseView): string[] {
  const { requests } = view.release;
  if (requests === null) return [];
  const listed = requests.docket.length;
  const pages = listed === 1 ? '1 has a page of its own' : `${listed} have a page of their own`;
  const recorded = view.record.requests.filter(({ context }) => !context).length;
  const others = recorded === 0 ? '' : ` but those that the record names (${recorded})`;
  const who = listsRequests(view.release.declaration)
    ? `${pages}, the others are counted alone`
    : `the office keeps totals alone, so none has a page${others}`;
  const stats = docketStats(view).flatMap((block) => (block.kind === 'stats' ? block.stats : []));
  const counted = stats.map(statText);
  return [`Requests: ${who}.${counted.length === 0 ? '' : ` ${counted.join('; ')}.`}`];
}

/** `Requests received to date (June 2025) at least 31, at most 42` where no more is known. */
function statText({ label, qualifier, figure, note }: Stat): string {
  const most = qualifier === '' ? '' : `, ${sentenceText(note)}`;
  return [sentenceText(label), qualifier, figure.text].filter((part) => part !== '').join(' ') + most;
}

/** Pages whose first sentence changes, that come, and that go. */
function headlineLines(view: ReleaseView, before: ReleaseView | undefined): string[] {
  const [now, then] = [headlinesOf(view), before === undefined ? new Map() : headlinesOf(before)];
  const lines = [...now].flatMap(([slug, title]) => {
    const old: string | undefined = then.get(slug);
    if (old === title) return [];
    return [`${nameOf(slug)}: ${old === undefined ? '' : `"${old}" becomes `}"${title}"`];
  });
  const gone = [...then.keys()]
    .filter((slug) => !now.has(slug))
    .map((slug) => `${nameOf(slug)}: no headline any more`);
  if (now.size + gone.length === 0) return ['No page has a headline.'];
  return lines.length + gone.length === 0 ? ['No headline changes.'] : ['Headlines:', ...lines, ...gone];
}

function headlinesOf(view: ReleaseView): Map<string, string> {
  const pages: readonly Page[] = programPages(view);
  return new Map(
    pages.flatMap(({ slug, headline }) =>
      headline === undefined ? [] : [[slug, sentenceText(headline.title)] as const],
    ),
  );
}

function nameOf(slug: string): string {
  return slug === '' ? 'overview' : slug;
}
