/** Tallies as they would have been read for an earlier release. */

import { valueAt } from '../indexes/look-up.ts';
import type { Codelist } from '../program/codelist.ts';
import type { MeasureTallies, TallyGrid } from '../program/tally.ts';

/** Without the periods that `periods` does not hold, and without totals over periods, which run too far. */
export function cutTallies(tallies: readonly MeasureTallies[], periods: Codelist): MeasureTallies[] {
  const known = new Set(periods.codes.map(({ code }) => code));
  return tallies.map(({ measure, grids }) => ({
    measure,
    grids: grids.flatMap((grid) => cutGrid(grid, known)),
  }));
}

function cutGrid(grid: TallyGrid, known: ReadonlySet<string>): TallyGrid[] {
  const [periods = [], ...others] = grid.codes;
  const kept = [...periods.keys()].filter((at) => known.has(valueAt(periods, at)));
  if (kept.length === 0) return [];
  const width = others.reduce((product, list) => product * list.length, 1);
  const cut = (values: Int32Array) => {
    const found = new Int32Array(kept.length * width);
    for (const [to, from] of kept.entries())
      found.set(values.subarray(from * width, (from + 1) * width), to * width);
    return found;
  };
  return [
    {
      levels: grid.levels,
      codes: [kept.map((at) => valueAt(periods, at)), ...others],
      counts: cut(grid.counts),
      people: grid.people === null ? null : cut(grid.people),
    },
  ];
}
