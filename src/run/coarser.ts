/** When a release is refused: which coarser table would pass, tried out one by one. */
import { type Codelist, leafSets } from '../model/codelist.ts';
import type { Table } from '../model/program.ts';
import type { ReleaseShape } from '../model/system.ts';
import { ReleaseError } from '../release/release-error.ts';
import { SolverError } from '../solver/linear-model.ts';
import type { Solver } from '../solver/solver.ts';
import { type CountedProgram, countShape } from './count-release.ts';
import type { Effects } from './effects.ts';
import { protectRelease } from './protect-release.ts';
import { step } from './step.ts';

/** Tables tried at most: each costs a whole protection. */
const ATTEMPTS = 8;

/** Runs `make`; if it is refused for what it would tell, says which coarser table would pass. */
export async function adviseCoarser<T>(
  counted: CountedProgram,
  solver: Solver,
  effects: Effects,
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof ReleaseError) || (error.code !== 'protection' && error.code !== 'attack'))
      throw error;
    const advice = await step('Look for a coarser table that would pass', effects, () =>
      findCoarser(counted, solver),
    );
    throw new ReleaseError(error.code, `${error.message}\n${advice}`, error.problems);
  }
}

function findCoarser(counted: CountedProgram, solver: Solver): string {
  const attempts = counted.shape.declaration.tables
    .flatMap((table) => coarserTables(table, counted.shape))
    .slice(0, ATTEMPTS);
  const passing = attempts.find(({ shape }) => passes(counted, shape, solver));
  if (passing !== undefined)
    return `It would pass if table "${passing.table}" stood by ${passing.to} instead of ${passing.from}.`;
  return 'No single coarser table that was tried would pass: declare fewer tables, or coarser ones.';
}

interface Attempt {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly shape: ReleaseShape;
}

/** The table at each coarser level of one of its dimensions, nearest first. */
function coarserTables(table: Table, shape: ReleaseShape): Attempt[] {
  return Object.entries(table.levels).flatMap(([dimension, from]) => {
    const codelist = shape.codelists.find((list) => list.dimension === dimension);
    return codelist === undefined
      ? []
      : coarserLevels(codelist, from).map((to) => ({
          table: table.id,
          from,
          to,
          shape: withLevel(shape, table, dimension, to),
        }));
  });
}

/** Levels of which every code holds codes of `from` whole, and fewer of them. */
function coarserLevels(codelist: Codelist, from: string): string[] {
  const leaves = leafSets(codelist);
  const codesOf = (level: string) =>
    codelist.codes
      .filter((code) => code.level === level)
      .map(({ code }) => leaves.get(code) ?? new Set<string>());
  const fine = codesOf(from);
  const levels = [...new Set(codelist.codes.map(({ level }) => level))];
  const isCoarser = (level: string) => {
    const coarse = codesOf(level);
    return (
      coarse.length < fine.length &&
      coarse.every((wide) => fine.every((narrow) => isWithinOrApart(narrow, wide)))
    );
  };
  return levels
    .filter((level) => level !== from && isCoarser(level))
    .sort((one, other) => codesOf(other).length - codesOf(one).length);
}

function isWithinOrApart(narrow: ReadonlySet<string>, wide: ReadonlySet<string>): boolean {
  const inside = [...narrow].filter((leaf) => wide.has(leaf)).length;
  return inside === 0 || inside === narrow.size;
}

function withLevel(shape: ReleaseShape, table: Table, dimension: string, level: string): ReleaseShape {
  const tables = shape.declaration.tables.map((one) =>
    one === table ? { ...one, levels: { ...one.levels, [dimension]: level } } : one,
  );
  return { ...shape, declaration: { ...shape.declaration, tables } };
}

function passes(counted: CountedProgram, shape: ReleaseShape, solver: Solver): boolean {
  try {
    protectRelease(
      { ...counted, shape, measures: countShape(counted.program, shape, counted.tallies) },
      solver,
    );
    return true;
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof SolverError) return false;
    throw error;
  }
}
