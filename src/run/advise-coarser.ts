/** When a release is refused: which coarser table would pass, the cheapest of those tried. */
import { ReleaseError } from '../release/release-error.ts';
import type { Solver } from '../solver/solver.ts';
import type { CountedProgram } from './count-release.ts';
import type { Effects } from './effects.ts';
import { step } from './step.ts';
import { tryShape } from './try-variant.ts';
import { coarserVariants } from './variants.ts';

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
  const passing = coarserVariants(counted.shape)
    .slice(0, ATTEMPTS)
    .flatMap(({ table, change, shape }) => {
      const tried = tryShape(counted, shape, solver);
      return tried.ok ? [{ table, change, ...tried.trade }] : [];
    })
    .sort((one, other) => one.cost - other.cost || other.cells - one.cells);
  const [cheapest] = passing;
  if (cheapest !== undefined)
    return `It would pass if table "${cheapest.table}" stood by ${cheapest.change}.`;
  return 'No single coarser table that was tried would pass: declare fewer tables, or coarser ones.';
}
