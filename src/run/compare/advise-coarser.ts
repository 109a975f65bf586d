/** When a release is refused: which coarser table would pass, the cheapest of those tried. */
import { type CountedCell, isSmall } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { CountedProgram } from '../count/counted.ts';
import type { Effects } from '../effects.ts';
import { step } from '../step.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { tryShape } from './try-variant.ts';
import { coarserVariants } from './variants.ts';

/** Tables tried at most: each costs a whole protection. */
const ATTEMPTS = 8;

/** Runs `make`; if it is refused for what it would tell, says which coarser table would pass. */
export async function adviseCoarser<T>(
  counted: CountedProgram,
  pool: WorkerPool,
  effects: Effects,
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof RefusedError) || (error.code !== 'protection' && error.code !== 'attack'))
      throw error;
    const early = tooEarly(counted);
    if (early.length > 0)
      throw new RefusedError(error.code, [error.message, ...early].join('\n'), error.problems);
    const advice = await step('Look for a coarser table that would pass', effects, () =>
      findCoarser(counted, pool),
    );
    throw new RefusedError(error.code, `${error.message}\n${advice}`, error.problems);
  }
}

/**
 * Measures that count 1 to k-1 people in all: whatever else is withheld, their total cannot be 0 in a world that
 * explains the hiding, so no table of them passes before it is k.
 */
function tooEarly({ shape, measures }: CountedProgram): string[] {
  const { k } = shape.declaration;
  return measures
    .filter(({ cells }) => cells.some((cell) => isTotal(cell) && isSmall(cell, k)))
    .map(
      ({ measure: { label, unit } }) =>
        `"${label}" counts fewer than ${k} ${unit} in all so far, and no table, however coarse, can hide that there are some. Wait until the total reaches ${k}, and make the release of the quarter by whose end it does.`,
    );
}

function isTotal({ codes }: CountedCell): boolean {
  return codes.every((code) => code === TOTAL);
}

async function findCoarser(counted: CountedProgram, pool: WorkerPool): Promise<string> {
  const passing: { table: string; change: string; cost: number; cells: number }[] = [];
  for (const { table, change, shape } of coarserVariants(counted.shape).slice(0, ATTEMPTS)) {
    const tried = await tryShape(counted, shape, pool);
    if (tried.ok) passing.push({ table, change, ...tried.trade });
  }
  const [cheapest] = passing.sort((one, other) => one.cost - other.cost || other.cells - one.cells);
  if (cheapest !== undefined)
    return `It would pass if table "${cheapest.table}" stood by ${cheapest.change}.`;
  return 'No single coarser table that was tried would pass: declare fewer tables, or coarser ones.';
}
