/** What another way to publish would keep and cost. Confidential: for the operator alone. */

import { entryOf } from '../../indexes/look-up.ts';
import { cellKey } from '../../program/cell.ts';
import { findBreaches } from '../../release/changes/continuity.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { SolverError } from '../../solver/linear-model.ts';
import { product } from '../../system/boxes.ts';
import { measureCodelists, type ReleaseShape, tableBox } from '../../system/shape.ts';
import { countShape } from '../count/count-release.ts';
import type { CountedProgram } from '../count/counted.ts';
import { type Protected, protectRelease } from '../protect/protect-release.ts';
import type { WorkerPool } from '../workers/pool.ts';

export interface Trade {
  readonly cells: number;
  readonly withheld: number;
  /** Complementary cells' people and cost. */
  readonly people: number;
  readonly cost: number;
  readonly cubes: Release['cubes'];
}

/** The trade, or why this way is not open. */
export type Tried =
  | { readonly ok: true; readonly trade: Trade }
  | { readonly ok: false; readonly why: string };

export async function tryShape(
  counted: CountedProgram,
  shape: ReleaseShape,
  pool: WorkerPool,
): Promise<Tried> {
  try {
    const measures = countShape(counted.program, shape, counted.tallies);
    const { protection, cubes } = await protectRelease({ ...counted, shape, measures }, pool);
    const breaches = findBreaches(counted.earlier, {
      ...shape,
      cubes,
      changes: counted.changes,
    });
    if (breaches.length > 0)
      return { ok: false, why: `it would take back ${breaches.length} cells of earlier releases` };
    return { ok: true, trade: tradeOf(cubes, protection) };
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'memory') throw error;
    if (error instanceof RefusedError || error instanceof SolverError)
      return { ok: false, why: 'no choice of cells keeps the promise' };
    throw error;
  }
}

function tradeOf(cubes: Release['cubes'], { cost, people }: Protected['protection']): Trade {
  const cells = [...cubes.values()].flat();
  const withheld = cells.filter(({ status }) => status === 'c').length;
  return { cells: cells.length, withheld, people, cost, cubes };
}

/** By table of `shape`: how many cells `before` withholds and `after` shows. Tables that gain nothing are left out. */
export function shownAgain(
  shape: ReleaseShape,
  before: Release['cubes'],
  after: Release['cubes'],
): ReadonlyMap<string, number> {
  const { tables, measures } = shape.declaration;
  const gains = tables.map((table): [string, number] => {
    const measure = measures.find(({ id }) => id === table.measure);
    if (measure === undefined) throw new Error(`internal error: no measure "${table.measure}"`);
    const [hidden, shown] = [before, after].map(
      (cubes, at) =>
        new Set(
          entryOf(cubes, measure.id)
            .filter(({ status }) => (status === 'c') === (at === 0))
            .map(({ codes }) => cellKey(codes)),
        ),
    );
    const keys = product(tableBox(table, measure, measureCodelists(measure, shape.codelists))).map(cellKey);
    return [table.id, keys.filter((key) => hidden?.has(key) && shown?.has(key)).length];
  });
  return new Map(gains.filter(([, gained]) => gained > 0));
}
