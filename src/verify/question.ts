/** What is asked of a block of hidden cells, from what a reader knows of each. */

import { valueAt } from '../indexes/look-up.ts';
import { placeIn } from '../indexes/place-in.ts';
import type { Block, Split } from '../system/blocks.ts';
import { type Explanation, explanationsOf, type Rule, ruleOf } from '../system/rule.ts';
import type { System, SystemCell } from '../system/system.ts';
import type { Facts } from './facts.ts';
import type { Bounds } from './proof.ts';

/** Columns are places in the block's cells. */
export interface Question {
  /** The columns that the promise covers. */
  readonly promised: readonly number[];
  /** Those of them that were withheld; the others are differences of published codes. */
  readonly withheld: ReadonlySet<number>;
  /** What each column must be able to be. */
  readonly rules: (column: number) => Rule;
  /** What may explain that the block is hidden; nothing need hold where the promise covers none of it. */
  readonly explains: readonly Explanation[];
  readonly categories: readonly Category[];
}

/** A column that must not be seen to be empty while its group has people. */
export interface Category {
  readonly column: number;
  /** The limits under which the group has people; none where it is known to have. */
  readonly peopled: Explanation;
}

/** Undefined where the promise covers nothing of the block. */
export function openQuestion(
  system: System,
  facts: Facts,
  known: Split['known'],
  block: Block,
  k: number,
): Question | undefined {
  const promised = promisedColumns(system, facts, block);
  const categories = categoriesIn(system, facts, known, block);
  if (promised.length === 0 && categories.length === 0) return undefined;
  const rules = (column: number) =>
    ruleOf((system.cells[block.cells[column] as number] as SystemCell).measure, k);
  const byColumn = Map.groupBy(categories, ({ column }) => column);
  const peopled = (column: number) => (byColumn.get(column) ?? []).map((one) => one.peopled);
  return {
    promised,
    withheld: new Set(promised.filter((column) => facts.withheld.has(valueAt(block.cells, column)))),
    rules,
    explains:
      promised.length === 0
        ? [[]]
        : promised.flatMap((column) => explanationsOf(column, rules(column), peopled(column))),
    categories,
  };
}

function promisedColumns(system: System, { withheld }: Facts, block: Block): number[] {
  const isPromised = (cell: number) =>
    withheld.has(cell) || valueAt(system.cells, cell).role === 'difference';
  return [...block.cells.keys()].filter((column) => isPromised(valueAt(block.cells, column)));
}

/** The categories among the cells of a block, once for each of their groups that is not known to be empty. */
function categoriesIn(system: System, facts: Facts, known: Split['known'], { cells }: Block): Category[] {
  return [...cells.entries()].flatMap(([column, cell]) => {
    const { groups = [] } = valueAt(system.cells, cell);
    if (facts.natural?.has(cell)) return [];
    return groups.flatMap((key) => {
      const group = placeIn(system.index, key);
      const place = cells.indexOf(group);
      if (known[group] === 0) return [];
      const peopled = place < 0 ? [] : [{ column: place, lower: 1, upper: Number.POSITIVE_INFINITY }];
      return [{ column, peopled }];
    });
  });
}

/** What a reader knows of each cell of a block before the promise is counted in. */
export function boundsOf({ lower, upper }: Facts, { cells }: Block): Bounds {
  return {
    lower: cells.map((cell) => valueAt(lower, cell)),
    upper: cells.map((cell) => valueAt(upper, cell)),
  };
}
