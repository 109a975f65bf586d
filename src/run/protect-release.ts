/** From counted cells to the cells of a release: which to withhold, given all that was published before. */

import { cellsOf, type RecordBound } from '../attack/facts.ts';
import type { CountedMeasure } from '../cube/count-cells.ts';
import { type CountedCell, cellKey, hasNoCount, type PublishedCell, WITHHELD_NOTE } from '../model/cell.ts';
import { buildSystem, type ReleaseShape, type System, systemKey } from '../model/system.ts';
import { type ProtectInput, type Protection, ProtectionError } from '../protect/plan.ts';
import { protect } from '../protect/protect.ts';
import type { Release } from '../release/release.ts';
import { ReleaseError } from '../release/release-error.ts';
import type { Solver } from '../solver/solver.ts';
import { cellCosts } from './cost.ts';
import { type StandingTotal, standingTotals } from './standing-totals.ts';
import { type CountedRelease, gatherTruth } from './truth.ts';

/** Work units of the solver to spend at most on a cheaper choice. */
const WORK_LIMIT = 400_000;

/** A counted release and what it must fit. Confidential. */
export interface Counted {
  readonly shape: ReleaseShape;
  readonly measures: readonly CountedMeasure[];
  readonly earlier: readonly Release[];
  /** The cells of earlier releases, counted from the same tallies. */
  readonly recounted: readonly CountedRelease[];
  readonly record: readonly RecordBound[];
}

export interface Protected {
  readonly system: System;
  readonly protection: Protection;
  readonly cubes: Release['cubes'];
}

/** Throws `ReleaseError` where no choice of cells keeps the promise. */
export function protectRelease(counted: Counted, solver: Solver): Protected {
  const tries = standingTotals(counted.measures);
  for (const standing of tries.slice(0, -1)) {
    try {
      return protectWith(counted, standing, solver);
    } catch (error) {
      if (!(error instanceof ProtectionError)) throw error;
    }
  }
  try {
    return protectWith(counted, tries.at(-1) ?? [], solver);
  } catch (error) {
    if (error instanceof ProtectionError)
      throw new ReleaseError('protection', `${error.message} ${someOf(error.cells)}`);
    throw error;
  }
}

/** Throws `ProtectionError` where no choice of cells keeps the promise while these totals stand. */
function protectWith(counted: Counted, standing: readonly StandingTotal[], solver: Solver): Protected {
  const { shape, measures, earlier } = counted;
  const system = buildSystem([...earlier, shape], cellsOf(counted.record));
  const protection = protect({
    system,
    k: Math.max(shape.declaration.k, ...earlier.map(({ declaration }) => declaration.k)),
    ...gatherTruth(system, [...counted.recounted, { release: shape.release, measures }]),
    costs: systemCosts(system, shape, measures),
    ...withStanding(
      rolesOf(system, shape, measures, earlier),
      standing.map(({ measure, codes }) => indexOf(system, shape, measure, codes)),
    ),
    ...boundsOf(system, counted.record),
    solver,
    workLimit: WORK_LIMIT,
  });
  return { system, protection, cubes: withholdCells(system, shape, measures, protection.withheld) };
}

/** Totals that must stand are as good as published, unless an earlier release withheld them. */
function withStanding({ published, publishable, withheld }: Roles, standing: readonly number[]): Roles {
  const fixed = new Set(standing.filter((cell) => !withheld.has(cell)));
  return {
    withheld,
    published: new Set([...published, ...fixed]),
    publishable: new Set([...publishable].filter((cell) => !fixed.has(cell))),
  };
}

const NAMED_CELLS = 20;

/** Up to twenty names, and how many more there are. */
export function someOf(cells: readonly string[]): string {
  const rest = cells.length - NAMED_CELLS;
  return `${cells.slice(0, NAMED_CELLS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function systemCosts(system: System, shape: ReleaseShape, measures: readonly CountedMeasure[]): number[] {
  const costs = system.cells.map(() => 1);
  for (const { measure, cells } of measures) {
    const found = cellCosts(shape, measure, cells);
    for (const { codes } of cells)
      costs[indexOf(system, shape, measure.id, codes)] = found.get(cellKey(codes)) ?? 1;
  }
  return costs;
}

function indexOf(
  system: System,
  { release }: Pick<ReleaseShape, 'release'>,
  measure: string,
  codes: readonly string[],
): number {
  const key = systemKey(release, measure, codes);
  const at = system.index.get(key);
  if (at === undefined) throw new Error(`internal error: cell ${key} is not in the system`);
  return at;
}

type Roles = Pick<ProtectInput, 'publishable' | 'published' | 'withheld'>;

/** What earlier releases said stays said; a cell that cannot be otherwise is as good as published. */
function rolesOf(
  system: System,
  shape: ReleaseShape,
  measures: readonly CountedMeasure[],
  earlier: readonly Release[],
): Roles {
  const before = earlier.flatMap((release) =>
    [...release.cubes].flatMap(([measure, cells]) =>
      cells.map((cell) => ({ at: indexOf(system, release, measure, cell.codes), cell })),
    ),
  );
  const now = measures.flatMap(({ measure, cells }) =>
    cells.map((cell) => ({ at: indexOf(system, shape, measure.id, cell.codes), cell })),
  );
  const published = new Set([
    ...before.filter(({ cell }) => cell.status === 'z' || cell.count !== null).map(({ at }) => at),
    ...now.filter(({ cell }) => cell.status === 'z').map(({ at }) => at),
  ]);
  const open = (at: number) => !published.has(at);
  return {
    published,
    publishable: new Set(
      now.filter(({ at, cell }) => open(at) && !hasNoCount(cell.status)).map(({ at }) => at),
    ),
    withheld: new Set(before.filter(({ at, cell }) => open(at) && cell.status === 'c').map(({ at }) => at)),
  };
}

function boundsOf(system: System, record: readonly RecordBound[]): { lower: number[]; upper: number[] } {
  const lower = system.cells.map(() => 0);
  const upper = system.cells.map(() => Number.POSITIVE_INFINITY);
  for (const bound of record) {
    const at = system.index.get(bound.cell);
    if (at === undefined) continue;
    lower[at] = Math.max(lower[at] ?? 0, bound.lower);
    upper[at] = Math.min(upper[at] ?? Number.POSITIVE_INFINITY, bound.upper ?? Number.POSITIVE_INFINITY);
  }
  return { lower, upper };
}

function withholdCells(
  system: System,
  shape: ReleaseShape,
  measures: readonly CountedMeasure[],
  withheld: ReadonlySet<number>,
): Release['cubes'] {
  return new Map(
    measures.map(({ measure, cells }) => [
      measure.id,
      cells.map((cell) =>
        withheld.has(indexOf(system, shape, measure.id, cell.codes)) ? withholdCell(cell) : publishCell(cell),
      ),
    ]),
  );
}

/** The same for every withheld cell, whatever it holds. */
function withholdCell({ codes }: CountedCell): PublishedCell {
  return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
}

function publishCell({ codes, count, status, note }: CountedCell): PublishedCell {
  return { codes, count, status, note };
}
