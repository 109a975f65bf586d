/** HiGHS in Node, apart from what a browser bundles: there the site serves the solver itself (browser-solver.ts). */
import { type Solver, solverOn } from './solver.ts';

/** Loads the solver, about 0.1 s. */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import('highs');
  return solverOn(await loadHighs());
}
