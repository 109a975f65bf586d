/**
 * Whether a whole block leaves no world within limits, as HiGHS has it: by the dual simplex method from where the last answer of
 * the block's session left off, which takes a tenth of what that session itself takes to see it.
 */
import type { Limit } from '../indexes/constraint.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';

export interface Refuter {
  /** False says nothing: whole numbers may still be lacking. */
  refutes(limits: readonly Limit[]): boolean;
  /** Of the limits refuted last: by constraint how often to add it, for a sum that they and the bounds cannot give; of others none. */
  ray(limits: readonly Limit[]): Float64Array | undefined;
  /** Changes the bounds of a column for all questions to come; the session's are to be changed before. */
  setBounds(limit: Limit): void;
  close(): void;
}

/** Nothing is loaded before it is asked. */
export function openRefuter(solver: Pick<Solver, 'open'>, session: Session): Refuter {
  let own: Session | undefined;
  let last: { readonly limits: readonly Limit[]; readonly ray: Float64Array | undefined } | undefined;
  return {
    refutes: (limits) => {
      own ??= solver.open(session.model, 'bounds', session.basis());
      const outcome = own.minimize(new Map(), limits, false);
      last = outcome.status === 'infeasible' ? { limits, ray: outcome.ray } : undefined;
      return outcome.status === 'infeasible';
    },
    ray: (limits) => (last?.limits === limits ? last.ray : undefined),
    setBounds: (limit) => own?.setBounds(limit),
    close: () => own?.close(),
  };
}
