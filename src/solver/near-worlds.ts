/**
 * Whole-number worlds near one at hand: the nearest, as prices have it, that meet some limits (change-program.ts). An answer
 * is rounded, and then every constraint that it touches is checked by exact addition; what does not check is no answer.
 */
import type { Constraint, Limit } from '../indexes/constraint.ts';
import { sparseAt, valueAt } from '../indexes/look-up.ts';
import type { Change } from './change-program.ts';
import { type Coarse, shiftedCoarse } from './coarse.ts';
import { holds, SolverError } from './linear-model.ts';
import type { Leeway } from './local/kinks.ts';
import type { Solver } from './solver.ts';
import type { World } from './worlds.ts';

/** A world by the columns in which it differs from the one at hand, rising: its counts there, not the differences. */
export type NearWorld = ReadonlyMap<number, number>;

/** The count of a column in it. */
export function countIn(near: NearWorld, world: World, column: number): number {
  return near.get(column) ?? valueAt(world, column);
}

export interface Near {
  /** Missing where the linear program's answer is not whole. */
  readonly move: NearWorld | undefined;
  /** By column that differs, rising, its count, whole or not. */
  readonly counts: ReadonlyMap<number, number>;
  readonly cost: number;
}

export interface NearWorlds {
  /** For all questions to come, how far a column may differ. None may before. */
  allow(column: number, leeway: Leeway): void;
  /** The nearest within the limits, undefined if there is none. */
  find(limits: readonly Limit[]): Near | undefined;
  /** One of whole numbers, about the nearest; limits are whole numbers. Throws `SolverError` where the answer does not check. */
  findWhole(limits: readonly Limit[]): Near | undefined;
  /** Likewise, undefined where our own method finds none. */
  tryWhole(limits: readonly Limit[]): Near | undefined;
  /** Whether it is quickly seen that none is within the limits. */
  rulesOut(limits: readonly Limit[]): boolean;
  close(): void;
}

/** `world` keeps all constraints. `steep`: see change-program.ts. */
export function openNearWorlds(
  { openChanges }: Pick<Solver, 'openChanges'>,
  world: World,
  constraints: readonly Constraint[],
  steep: number,
  coarse?: Coarse,
): NearWorlds {
  const shifted = constraints.map((constraint) => shiftedBy(constraint, world));
  const program = openChanges(
    world.length,
    shifted,
    steep,
    coarse && shiftedCoarse(coarse, world, shiftedBy),
  );
  const touching = byColumn(world.length, constraints);
  const changesOf = (limits: readonly Limit[]) =>
    limits.map(({ column, lower, upper }) => {
      const count = valueAt(world, column);
      return { column, lower: lower - count, upper: upper - count };
    });
  const read = (change: Change | undefined) => change && readChange(change, world, touching);
  return {
    allow: program.allow,
    find: (limits) => read(program.ask(changesOf(limits))),
    findWhole: (limits) => {
      const near = read(program.askWhole(changesOf(limits)));
      if (near !== undefined && near.move === undefined)
        throw new SolverError('The solver gave a whole-number answer that does not add up exactly.');
      return near;
    },
    tryWhole: (limits) => read(program.tryWhole(changesOf(limits))),
    rulesOut: (limits) => program.rulesOut(changesOf(limits)),
    close: program.close,
  };
}

/** A move of whole numbers, looked for as such only where the linear program's answer is not. */
export function findNearWorld<Question>(
  near: Readonly<Record<'find' | 'findWhole', (asked: Question) => Pick<Near, 'move'> | undefined>>,
  asked: Question,
): NearWorld | undefined {
  const found = near.find(asked);
  return found === undefined ? undefined : (found.move ?? near.findWhole(asked)?.move);
}

/** The constraint on how far columns are from those of a world. */
export function shiftedBy({ columns, coefficients, lower, upper }: Constraint, world: World): Constraint {
  const sum = columns.reduce(
    (total, column, term) => total + valueAt(coefficients, term) * valueAt(world, column),
    0,
  );
  return { columns, coefficients, lower: lower - sum, upper: upper - sum };
}

/** By column the constraints that it stands in. */
function byColumn(width: number, constraints: readonly Constraint[]): readonly Constraint[][] {
  const found = Array.from({ length: width }, (): Constraint[] => []);
  for (const constraint of constraints)
    for (const column of constraint.columns) found[column]?.push(constraint);
  return found;
}

function readChange(
  { changes, cost }: Change,
  world: World,
  touching: readonly (readonly Constraint[])[],
): Near {
  const columns = [...changes.keys()].sort((one, other) => one - other);
  const counts = new Map(
    columns.map((column) => [column, valueAt(world, column) + sparseAt(changes, column)] as const),
  );
  const move = new Map(
    columns.map(
      (column) => [column, valueAt(world, column) + Math.round(sparseAt(changes, column))] as const,
    ),
  );
  const count = (column: number) => move.get(column) ?? world[column];
  const isWhole = columns.every((column) =>
    touching[column]?.every((constraint) => holds(constraint, count)),
  );
  return { move: isWhole ? move : undefined, counts, cost };
}
