/**
 * Counts that nobody publishes and that differ in their period alone, where the same longer periods hold both: so the months of
 * a quarter for one ward and one way of applying. Most questions of a large system need not tell them apart
 * (solver/coarse.ts).
 */
import { valueAt } from '../indexes/look-up.ts';
import type { Block } from './blocks.ts';
import { sumsOverTime } from './idle-totals.ts';
import type { System } from './system.ts';

type Relations = Pick<System, 'cells' | 'rows'>;

/** Each large block of a system asks. */
const known = new WeakMap<Relations, readonly number[]>();

/** By cell the first of those that it is alike with. */
export function alikeCells(system: Relations): readonly number[] {
  const alike = known.get(system) ?? findAlike(system);
  known.set(system, alike);
  return alike;
}

function findAlike({ cells, rows }: Relations): number[] {
  const longer = new Map<string, Set<string>>();
  for (const [whole, sums] of sumsOverTime({ cells, rows }))
    for (const { parts } of sums)
      for (const [period, part] of parts) {
        const name = `${valueAt(cells, part).measure}|${period}`;
        const periods = longer.get(name) ?? new Set();
        longer.set(name, periods.add(valueAt(valueAt(cells, whole).codes, 0)));
      }
  const firsts = new Map<string, number>();
  return cells.map(({ measure, codes: [period, ...others], role }, cell) => {
    const within = longer.get(`${measure}|${period}`);
    if (role !== 'unpublished' || within === undefined) return cell;
    const name = [measure, [...within].sort().join('+'), ...others].join('|');
    const first = firsts.get(name) ?? cell;
    firsts.set(name, first);
    return first;
  });
}

/** Likewise by column of a block, of its own columns. */
export function alikeIn(system: Relations, { cells }: Block): number[] {
  const alike = alikeCells(system);
  const firsts = new Map<number, number>();
  return cells.map((cell, column) => {
    const first = alike[cell] as number;
    const own = firsts.get(first) ?? column;
    firsts.set(first, own);
    return own;
  });
}
