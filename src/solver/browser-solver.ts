/**
 * HiGHS in a browser: the package's own two files, served as they are by the site itself, so that anybody can compare
 * them with the package byte for byte (the gate does).
 */

import glueAddress from 'highs?url';
import type loadHighs from 'highs';
import wasmAddress from 'highs/runtime?url';
import { type Solver, solverOn } from './solver.ts';

/** Loads the solver from this site, some 3.7 MB before compression. */
export async function loadBrowserSolver(): Promise<Solver> {
  const glue: { readonly default: typeof loadHighs } = await import(/* @vite-ignore */ glueAddress);
  return solverOn(await glue.default({ locateFile: () => wasmAddress }));
}
