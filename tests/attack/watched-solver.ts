// A solver that is watched: how many of the models that were opened are open still, and how much was asked of them; it
// can be made to fail.
import type { Session } from '../../src/solver/session.ts';
import type { Solver } from '../../src/solver/solver.ts';

export interface Watched {
  readonly solver: Solver;
  readonly open: () => number;
  /** Questions with costs of their own so far. */
  readonly asked: () => number;
}

/** `fails`: throws the error "stopped" in place of the first answer. */
export function watched(solver: Solver, fails: boolean): Watched {
  let open = 0;
  let asked = 0;
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
      const minimize: Session['minimize'] = (...question) => {
        asked += 1;
        return session.minimize(...question);
      };
      return { ...session, minimize: fails ? stopped : minimize, close };
    },
  };
  return { solver: watching, open: () => open, asked: () => asked };
}
