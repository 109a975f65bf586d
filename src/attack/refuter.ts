/**
 * Whether a whole block leaves no world within limits, as HiGHS has it: by the dual simplex method from where the last answer of
 * the block's session left off, which takes a tenth of what that session itself takes to see it.
 */
import type { Limit } from '../solver/linear-model.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';

export interface Refuter {
  /** False says nothing: whole numbers may still be lacking. */
  refutes(limits: readonly Limit[]): boolean;
  /** Changes the bounds of a column for all questions to come; the session's are to be changed before. */
  setBounds(limit: Limit): void;
  close(): void;
}

/** Nothing is loaded before it is asked. */
export function openRefuter(solver: Pick<Solver, 'open'>, session: Session): Refuter {
  let own: Session | undefined;
  return {
    refutes: (limits) => {
      own ??= solver.open(session.model, 'bounds', session.basis());
      return own.minimize(new Map(), limits, false).status === 'infeasible';
    },
    setBounds: (limit) => own?.setBounds(limit),
    close: () => own?.close(),
  };
}
