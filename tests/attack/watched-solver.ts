// A solver that is watched: how many of the models that were opened are open still, and how much was asked of them; it
// can be made to fail.
import type { ChangeProgram } from '../../src/solver/change-program.ts';
import type { Session } from '../../src/solver/session.ts';
import type { Solver } from '../../src/solver/solver.ts';

export interface Watched {
  readonly solver: Solver;
  readonly open: () => number;
  /** Questions so far, but for those at costs that stand. */
  readonly asked: () => number;
}

/** `fails`: throws the error "stopped" in place of the first answer. */
export function watched(solver: Solver, fails: boolean): Watched {
  let open = 0;
  let asked = 0;
  const stopped = () => {
    throw new Error('stopped');
  };
  const watching: Solver = {
    ...solver,
    open: (...opened) => {
      open += 1;
      const session = solver.open(...opened);
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
    openChanges: (...program) => {
      open += 1;
      const changes = solver.openChanges(...program);
      const close = () => {
        open -= 1;
        changes.close();
      };
      const counted =
        (ask: ChangeProgram['ask']): ChangeProgram['ask'] =>
        (limits) => {
          asked += 1;
          return ask(limits);
        };
      const ask = fails ? stopped : counted(changes.ask);
      return { ...changes, ask, askWhole: counted(changes.askWhole), close };
    },
  };
  return { solver: watching, open: () => open, asked: () => asked };
}
