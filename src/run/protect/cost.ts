/**
 * What withholding a cell costs (docs/method.md): the people behind it, or the requests that it counts, at least 1, times the weight of
 * the dearest table that shows it; totals of the whole program and recent periods cost more.
 */

import { entryOf, sparseAt } from '../../indexes/look-up.ts';
import { type CountedCell, cellKey, peopleBehind } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import { lastMonth, monthsOf } from '../../program/period.ts';
import type { Measure } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import { measureCodelists, type ReleaseShape, tableBox } from '../../system/shape.ts';

/** How much more a total of the whole program is worth to readers than a part of it. */
const PROGRAM_TOTAL = 10;
/** How much more a period that ended within a year of the release is worth than an older one. */
const RECENT = 2;

/** The cost of each cell of a measure by its key (`cellKey`). Always more than 0. */
export function cellCosts(
  shape: ReleaseShape,
  measure: Measure,
  cells: readonly CountedCell[],
): ReadonlyMap<string, number> {
  const worths = cellWorths(shape, measure, cells);
  return new Map(
    cells.map((cell) => {
      const key = cellKey(cell.codes);
      const behind = countsRequests(measure.id) ? (cell.count ?? 0) : peopleBehind(cell);
      return [key, Math.max(1, behind) * entryOf(worths, key)];
    }),
  );
}

/** What withholding one person of each cell costs, by its key; the same whatever is counted. */
export function cellWorths(
  shape: ReleaseShape,
  measure: Measure,
  cells: readonly Pick<CountedCell, 'codes'>[],
): ReadonlyMap<string, number> {
  const weights = cellWeights(shape, measure);
  return new Map(
    cells.map(({ codes }) => {
      const key = cellKey(codes);
      return [key, entryOf(weights, key) * worth(shape, codes)];
    }),
  );
}

/** How far a choice can be from the cheapest, in words for the operator. */
export function aboveLeast({ cost, bound }: { readonly cost: number; readonly bound: number }): string {
  if (cost <= bound * (1 + 1e-6)) return 'the least possible';
  if (bound <= 0) return 'how far above the least is not known';
  return `at most ${(Math.ceil((cost / bound - 1) * 1000) / 10).toFixed(1)} % above the least possible`;
}

function cellWeights(shape: ReleaseShape, measure: Measure): Map<string, number> {
  const lists = measureCodelists(measure, shape.codelists);
  const weights = new Map<string, number>();
  for (const table of shape.declaration.tables) {
    if (table.measure !== measure.id) continue;
    for (const codes of product(tableBox(table, measure, lists))) {
      const key = cellKey(codes);
      weights.set(key, Math.max(sparseAt(weights, key), table.weight));
    }
  }
  return weights;
}

function worth({ release, declaration }: ReleaseShape, [period = '', ...others]: readonly string[]): number {
  const end = lastMonth(release);
  const last = period === TOTAL ? end : monthsOf(period, declaration.period?.fiscalYearStartMonth ?? 1)[1];
  const total = others.every((code) => code === TOTAL) ? PROGRAM_TOTAL : 1;
  return total * (last > end - 12 ? RECENT : 1);
}
