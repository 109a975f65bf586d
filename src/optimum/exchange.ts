/**
 * From a safe choice to cheaper ones by exchange, a large neighbourhood search (Shaw 1998, doi 10.1007/3-540-49481-2_30): a
 * secondary cell and some of those around it are published; what then is lacking is found again, as if the cell itself
 * cost many times as much; and of what is withheld around there, what is not needed is published. What is not dearer is kept.
 */

import type { FirstChoice } from '../protect/cheapest/choose-cheaply.ts';
import { dearestFirst, removeRedundant } from '../protect/cheapest/redundant.ts';
import { repairUntilSafe } from '../protect/cheapest/repair-until-safe.ts';
import type { ProtectTask } from '../protect/task.ts';
import { rowsByCell } from '../system/blocks.ts';
import type { Row } from '../system/system.ts';

/** What it needs of a first choice. */
export type Exchanger = Pick<FirstChoice, 'task' | 'audit' | 'finder' | 'costOf'>;

/** With each cell none of those around are published, then the dearest, and so on up to so many. */
const MOST_AROUND = 3;

/** Ends when no exchange brings anything, or `mayGoOn` says no. */
export function exchange(
  exchanger: Exchanger,
  start: ReadonlySet<number>,
  mayGoOn: () => boolean,
): ReadonlySet<number> {
  const { task, costOf } = exchanger;
  const around = neighboursIn(task);
  let best = start;
  for (let before = Number.POSITIVE_INFINITY; costOf(best) < before; ) {
    before = costOf(best);
    for (const [cell, size] of roundOf(complementary(task, best))) {
      if (!mayGoOn()) return best;
      if (!best.has(cell)) continue;
      const near = complementary(
        task,
        around(cell).filter((other) => best.has(other)),
      );
      const found = without(exchanger, best, [cell, ...near.slice(0, size)], around);
      if (found !== undefined && costOf(found) <= costOf(best)) best = found;
    }
  }
  return best;
}

/** Each cell alone, then each with one more around it, and so on. */
function roundOf(cells: readonly number[]): (readonly [cell: number, size: number])[] {
  return Array.from({ length: MOST_AROUND + 1 }, (_, size) =>
    cells.map((cell) => [cell, size] as const),
  ).flat();
}

/** Dearest first. */
function complementary(task: ProtectTask, withheld: Iterable<number>): readonly number[] {
  return dearestFirst(
    task,
    [...withheld].filter((cell) => !task.forced.has(cell)),
  );
}

/** A safe choice that is left when some cells are published, and the first at almost any price; undefined if there is none. */
function without(
  { task, audit, finder }: Exchanger,
  withheld: ReadonlySet<number>,
  published: readonly number[],
  around: (cell: number) => readonly number[],
): ReadonlySet<number> | undefined {
  const smaller = new Set([...withheld].filter((cell) => !published.includes(cell)));
  finder.avoid(published[0]);
  const safe = repairUntilSafe(task, audit, finder, smaller);
  finder.avoid(undefined);
  if (safe === undefined) return undefined;
  const changed = [...published, ...[...safe].filter((cell) => !smaller.has(cell))];
  const near = new Set(changed.flatMap((cell) => [cell, ...around(cell)]));
  const kept = [...safe].filter((cell) => task.forced.has(cell) || !near.has(cell));
  return removeRedundant(task, audit, new Set(kept), safe);
}

/** The cells that share a relation with a cell. */
function neighboursIn({ system }: Pick<ProtectTask, 'system'>): (cell: number) => readonly number[] {
  const rowsOf = rowsByCell(system);
  return (cell) => {
    const rows = rowsOf[cell] as readonly number[];
    const near = new Set(rows.flatMap((row) => (system.rows[row] as Row).cells));
    near.delete(cell);
    return [...near];
  };
}
