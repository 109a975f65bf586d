// A solver that is watched: how many of the models that were opened are open still; it can be made to fail.
import type { Solver } from '../../src/solver/solver.ts';

export interface Watched {
  readonly solver: Solver;
  readonly open: () => number;
}

/** `fails`: throws the error "stopped" in place of the first answer. */
export function watched(solver: Solver, fails: boolean): Watched {
  let open = 0;
  const watching: Solver = {
    ...solver,
    open: (model, steps) => {
      open += 1;
      const session = solver.open(model, steps);
      const stopped = () => {
        throw new Error('stopped');
      };
      const close = () => {
        open -= 1;
        session.close();
      };
      return { ...session, minimize: fails ? stopped : session.minimize, close };
    },
  };
  return { solver: watching, open: () => open };
}
