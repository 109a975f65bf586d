// All of a protection on this thread: its parts are chosen one after another.

import { improveWithin } from '../../src/optimum/optimum.ts';
import type { Improve } from '../../src/protect/cheapest/choose-cheaply.ts';
import { choosePart } from '../../src/protect/choose.ts';
import { openProtection } from '../../src/protect/protect.ts';
import type { ProtectInput, Protection } from '../../src/protect/task.ts';

/** Steps of the solver: more than a tiny table can need. */
export const WORK_LIMIT = 100_000;

/** Throws `ProtectionError` where no pattern keeps the promise. */
export function protect(
  input: ProtectInput,
  improve: Improve | undefined = improveWithin(WORK_LIMIT),
): Protection {
  const { parts, join } = openProtection(input);
  return join(parts.map((part) => choosePart(part, input.solver, improve)));
}
