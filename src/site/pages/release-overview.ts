/**
 * The first page of a program with a release: the one thing that matters, key figures, what is held and who came, who asked,
 * what the release changed and when the next one is due.
 */

import type { Table } from '../../program/program.ts';
import { displayTable } from '../blocks/chart-block.ts';
import { readMore } from '../blocks/read-more.ts';
import { readableTable } from '../blocks/readable-table.ts';
import { gridOf } from '../blocks/table-grid.ts';
import type { Sentence } from '../figures/sentence.ts';
import { claimOf, type Finding, takenBy } from '../findings/finding.ts';
import { changeChoice, changeFinding, latestStock, type Stock } from '../findings/forms.ts';
import { longestLevel } from '../findings/periods.ts';
import type { Block, Section } from '../frame/page.ts';
import { pagePath } from '../routes.ts';
import type { ReleaseView } from '../view.ts';
import { dueSentence } from './cite.ts';
import { requestsFinding } from './docket/requests.ts';
import { neverGoneOf, neverWhose } from './kept/destruction.ts';
import { shortAnswers } from './kept/records.ts';
import { servedAndKept } from './kept/served-and-kept.ts';
import { newestSections, newestTiles } from './record/newest.ts';
import { tablesOf } from './tables.ts';
import { keyTiles } from './tiles.ts';

/** What stands in the heading; undefined where no total can be compared. */
export function overviewHeadline(view: ReleaseView): Finding | undefined {
  const { measures } = view.release.declaration;
  const held = measures.find(({ id }) => id === 'records-held');
  const stock = held && latestStock(view, held, 'month');
  if (stock !== undefined) return { title: heldTitle(view, stock), claim: stock.claim };
  const [first] = measures.filter(({ kind }) => kind === 'flow');
  const level = first && longestLevel(view, first);
  return first && level !== undefined ? changeFinding(view, first, level) : undefined;
}

/** How many records the city holds, how many more than a year before, and how many of them never go. */
function heldTitle(view: ReleaseView, { now, change }: Stock): Sentence {
  const { overview } = view.messages;
  const held = overview.held({ now, ...changeChoice(change) });
  const never = neverGoneOf(view);
  return never === undefined ? held : [...overview.heldNever({ held, never }), ...neverWhose(view)];
}

/** `headline` is what the page says at its top: no picture says it again. */
export function releaseSections(view: ReleaseView, headline: Finding | undefined): Section[] {
  const { overview } = view.messages;
  return [
    {
      id: 'glance',
      heading: [],
      blocks: [{ kind: 'stats', stats: [...newestTiles(view), ...keyTiles(view)] }],
    },
    ...newestSections(view),
    ...shortAnswers(view),
    ...pictureSections(view, headline),
    ...askedSections(view),
    { id: 'news', heading: [overview.news], blocks: newsBlocks(view) },
  ];
}

/** What is held, and who came beside what is kept of them; cards and applications where nothing is held. */
function pictureSections(view: ReleaseView, headline: Finding | undefined): Section[] {
  const taken = takenBy(headline === undefined ? [] : [headline]);
  const held = tablesOf(view, 'records').slice(0, 1);
  const beside = servedAndKept(view);
  const years = (['cards', 'applications'] as const).flatMap(
    (page) =>
      tablesOf(view, page).find(
        ({ levels }) => Object.keys(levels).length === 1 && levels.period !== undefined,
      ) ?? [],
  );
  const tables = held.length > 0 ? held : years;
  const blocks = [
    ...tables.flatMap((table) => displayTable(view, table, taken, highestOf(view, tables)).blocks),
    ...(beside === undefined ? [] : [beside]),
  ];
  if (blocks.length === 0) return [];
  const page = held.length > 0 ? 'records' : 'cards';
  const more = {
    kind: 'prose',
    text: readMore(view, page),
  } as const;
  return [{ id: 'pictures', heading: [], blocks: [{ kind: 'columns', blocks }, more] }];
}

/** The highest count of tables that stand side by side: where their periods are as long they are compared, and have one scale. */
function highestOf(view: ReleaseView, tables: readonly Table[]): number | undefined {
  const levels = new Set(tables.map((table) => readableTable(view, table)?.levels.period));
  if (tables.length < 2 || levels.size > 1) return undefined;
  const cells = tables.flatMap((table) => gridOf(view, table).inner);
  return Math.max(0, ...cells.map((address) => view.source.cells.get(address)?.count ?? 0));
}

/** Who asked in one sentence, and the way to all of them. */
function askedSections(view: ReleaseView): Section[] {
  const { names } = view.messages;
  if (view.release.requests === null) return [];
  const finding = requestsFinding(view);
  const blocks: Block[] = [
    ...(finding === undefined ? [] : [{ kind: 'finding', ...finding } as const]),
    { kind: 'prose', text: readMore(view, 'requests') },
  ];
  return [{ id: 'requests', heading: [names.requests], blocks }];
}

/** What changed since the release before, and when the next one is due. */
function newsBlocks(view: ReleaseView): Block[] {
  const { messages, release, releases } = view;
  const due = dueSentence(view);
  const more = readMore(view, 'releases');
  return [
    ...(releases[0]?.release === release.release
      ? [{ kind: 'prose', text: [messages.overview.firstRelease] } as const]
      : [newsLink(view), changeBlock(view)]),
    ...(view.frozen ? [] : [{ kind: 'prose', text: due ?? [messages.press.noSchedule] } as const]),
    { kind: 'prose', text: more },
  ];
}

function newsLink(view: ReleaseView): Block {
  const link = { href: `${pagePath(view, 'releases')}#news`, label: view.messages.papers.news };
  return { kind: 'prose', text: [link] };
}

function changeBlock(view: ReleaseView): Block {
  const { messages, release, source } = view;
  if (release.changes.length === 0)
    return {
      kind: 'finding',
      title: [messages.findings.unchanged],
      claim: claimOf(source, 'unchanged', 'release', []),
    };
  return {
    kind: 'prose',
    text: messages.overview.changed({
      link: { href: `${pagePath(view, 'releases')}#changes`, label: messages.papers.changes },
    }),
  };
}
