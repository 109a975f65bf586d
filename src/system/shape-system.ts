/** The cells and sums of one measure in one release: of its tables, and of all else that readers know to lie in them. */

import type { Measure } from '../program/program.ts';
import { earlierBoxes } from './earlier-boxes.ts';
import { type MeasureSystem, measureSystem } from './measure-system.ts';
import { recordBoxes } from './record-cells.ts';
import { relationBoxes } from './relations.ts';
import { measureCodelists, type ReleaseShape, tableBox } from './shape.ts';
import { asOfEnds, withPeriods } from './wider-periods.ts';

/** What is known of a release's cells beside its tables. */
export interface Beside {
  /** Releases before it. */
  readonly earlier: readonly ReleaseShape[];
  /** Keys of cells that only figures on the record speak of. */
  readonly recorded: readonly string[];
}

export function measureSystemOf(
  shape: ReleaseShape,
  measure: Measure,
  { earlier, recorded }: Beside = { earlier: [], recorded: [] },
): MeasureSystem {
  const { release, declaration } = shape;
  const codelists = measureCodelists(measure, shape.codelists);
  const own = {
    tables: declaration.tables
      .filter((table) => table.measure === measure.id)
      .map((table) => tableBox(table, measure, codelists)),
    related: declaration.relations.flatMap((relation) => relationBoxes(relation, measure, codelists)),
  };
  const before = earlierBoxes(shape, measure, earlier, own);
  const tables = [...own.tables, ...before.tables];
  const related = [...own.related, ...before.related];
  const plan = declaration.period;
  const [periods, ...others] = codelists;
  if (plan === undefined || periods === undefined) return measureSystem(tables, related, codelists);
  const spoken = recordBoxes(recorded, { release, measure, codelists, tables, plan });
  const named = [...tables, ...before.related, ...spoken].flatMap(([codes = []]) => codes);
  const wider = withPeriods(periods, named, plan);
  const lists = [measure.kind === 'stock' ? asOfEnds(wider, plan) : wider, ...others];
  return measureSystem(tables, [...related, ...spoken], lists);
}
