/** The only door to HiGHS (https://highs.dev, compiled to WebAssembly), and to our own simplex method beside it. */
import type { Highs, Model } from 'highs';
import type { Constraint } from '../indexes/constraint.ts';
import { type BinaryProgram, openBinaryProgram } from './binary-program.ts';
import { type ChangeProgram, openChangeProgram } from './change-program.ts';
import type { Coarse } from './coarse.ts';
import { openCoarseSession } from './coarse-session.ts';
import type { LinearModel } from './linear-model.ts';
import type { Steps } from './native-model.ts';
import { type Basis, openSession, type Session } from './session.ts';

export interface Solver {
  /** `steps`: see `Steps`; primal where nothing is said. `basis`: of a session; of one with other columns it is left out. */
  open(model: LinearModel, steps?: Steps, basis?: Basis): Session;
  openBinary(costs: readonly number[]): BinaryProgram;
  /** `steep`: see change-program.ts. */
  openChanges(
    width: number,
    constraints: readonly Constraint[],
    steep: number,
    coarse?: Coarse,
  ): ChangeProgram;
  /** Name and version, for audit.json. */
  readonly name: string;
  /** Steps of the simplex method of HiGHS so far, at least one a program, and of ours in proportion: the work units of every budget. */
  readonly work: () => number;
}

/** Steps of our own simplex method that take about as long as one of HiGHS, on tables of a thousand cells. */
const STEPS = 20;

/** The solver on a HiGHS that is loaded. */
export function solverOn(highs: Highs): Solver {
  let work = 0;
  const count = (native: Model) => {
    work += Math.max(1, Number(native.info.get('simplex_iteration_count')));
  };
  const openPlain: Solver['open'] = (model, steps = 'primal', basis) =>
    openSession(highs, model, { steps, basis }, count);
  const open: Solver['open'] = (model, steps = 'primal', basis) =>
    model.coarse === undefined
      ? openPlain(model, steps, basis)
      : openCoarseSession(model, model.coarse, { steps, basis }, openPlain);
  return {
    name: `HiGHS ${highs.version.string}`,
    work: () => work,
    open,
    openBinary: (costs) => openBinaryProgram(highs, costs, count),
    openChanges: (width, constraints, steep, coarse) =>
      openChangeProgram(
        width,
        constraints,
        steep,
        open,
        (steps) => {
          work += steps / STEPS;
        },
        coarse,
      ),
  };
}
