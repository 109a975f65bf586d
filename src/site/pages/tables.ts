/** On which page a declared table stands: by its measure and by what divides it, never by its program. */

import { countsRequests } from '../../program/docket-plan.ts';
import type { Table } from '../../program/program.ts';
import { measureOf } from '../../system/shape.ts';
import { displayTable } from '../blocks/chart-block.ts';
import { marginTables } from '../blocks/margins.ts';
import { AREA, CHANNEL } from '../dimensions.ts';
import { inSentence } from '../figures/in-sentence.ts';
import type { Block, Section } from '../frame/page.ts';
import { dimensionLabel, levelLabel, type ReleaseView } from '../view.ts';
import { partsOfLevel } from './level-parts.ts';

export const TABLE_PAGES = ['records', 'applications', 'cards', 'areas'] as const;
export type TablePage = (typeof TABLE_PAGES)[number];

/** On which page a table stands. None for counts of requests: the balance sheet shows them together with those that are listed. */
export function pageOfTable({ measure, levels }: Table): TablePage | undefined {
  if (measure === 'records-held') return 'records';
  if (countsRequests(measure)) return undefined;
  if (measure === 'applications') return 'applications';
  if (levels[AREA] !== undefined) return 'areas';
  const others = Object.keys(levels).filter((dimension) => dimension !== 'period');
  return others.length === 1 && others[0] === CHANNEL ? 'applications' : 'cards';
}

/** Declared tables and their margins: simple ones first, long periods before short ones; by channel first where people applied. */
export function tablesOf(view: ReleaseView, page: TablePage): Table[] {
  const all = [...view.release.declaration.tables, ...marginTables(view)];
  const own = all.filter((table) => pageOfTable(table) === page);
  return own.sort((one, other) => rank(one, page) - rank(other, page));
}

const PERIODS = ['fiscal-year', 'year', 'half-year', 'quarter', 'month'];

function rank({ levels }: Table, page: TablePage): number {
  const dimensions = Object.keys(levels).length;
  const isMix = page === 'applications' && dimensions === 2 && levels[CHANNEL] !== undefined;
  return (isMix ? 0 : dimensions) * PERIODS.length + PERIODS.indexOf(levels.period ?? '');
}

/**
 * A section per split: what is counted and by what it is divided. The first of its tables is its figure; the same in other
 * periods stands below it, folded. A coarser table that stands in for another is not shown twice.
 */
export function tableSections(
  view: ReleaseView,
  page: TablePage,
  /** What the head of the page says already. */
  taken: Set<string> = new Set(),
): Section[] {
  const shown = new Set<string>();
  const blocksOf = (table: Table): Block[] => {
    const { id, before, blocks } = displayTable(view, table, taken);
    const isShown = shown.has(id);
    shown.add(id);
    return isShown ? [...before] : [...before, ...blocks];
  };
  return splitsOf(tablesOf(view, page)).map(([first, ...others]) => ({
    id: first.id,
    heading: [splitName(view, first)],
    blocks: [
      ...blocksOf(first),
      ...partsOfLevel(view, first),
      ...others.map(
        (table): Block => ({ kind: 'fold', id: table.id, summary: table.title, blocks: blocksOf(table) }),
      ),
    ],
  }));
}

/** `Cards issued: way of applying`. */
function splitName(view: ReleaseView, table: Table): string {
  const { label } = measureOf(view.release.declaration, table.measure);
  const dimensions = Object.keys(table.levels).filter((dimension) => dimension !== 'period');
  if (dimensions.length === 0) return label;
  const { comma, colon } = view.messages.marks;
  const names = dimensions.map((one) => levelLabel(view, one, table.levels[one]));
  // A level that is not the dimension's own and has no name has none but that of its table.
  const isNamed = dimensions.every(
    (one, at) => table.levels[one] === one || names[at] !== dimensionLabel(view, one),
  );
  return isNamed ? label + colon + names.map(inSentence).join(comma) : table.title;
}

/** Tables of the same split together, in the order of the first of each. */
function splitsOf(tables: readonly Table[]): [Table, ...Table[]][] {
  const splits = new Map<string, [Table, ...Table[]]>();
  for (const table of tables) {
    const { period: _, ...others } = table.levels;
    const key = [
      table.measure,
      ...Object.entries(others)
        .map((pair) => pair.join('='))
        .sort(),
    ].join('|');
    const known = splits.get(key);
    if (known === undefined) splits.set(key, [table]);
    else known.push(table);
  }
  return [...splits.values()];
}
