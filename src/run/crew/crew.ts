/**
 * Jobs on all cores. What is made of an item depends on what it is given alone, so neither the number of threads nor the
 * order in which they end changes anything.
 */
import { loadSolver } from '../../solver/load-solver.ts';
import type { Solver } from '../../solver/solver.ts';
import { type Item, type JobName, openJob, type Result, type SharedBy } from './jobs.ts';
import { openThreads } from './threads.ts';

export interface Crew {
  /** For what is done on this thread. */
  readonly solver: Solver;
  /** What the job makes of each item, in their order. Throws what the job throws. */
  readonly all: Run;
}

export type Run = <Name extends JobName>(
  name: Name,
  shared: SharedBy<Name>,
  items: readonly Item<Name>[],
) => Promise<Result<Name>[]>;

/** One item needs no other thread, and with one core there is no use for any. */
export async function openCrew(cores: number): Promise<Crew> {
  const solver = await loadSolver();
  const onThreads = openThreads(cores);
  const here: Run = (name, shared, items) =>
    new Promise((resolve) => resolve(items.map(openJob(name, shared, solver)) as Result<typeof name>[]));
  return {
    solver,
    all: (name, shared, items) => (cores < 2 || items.length < 2 ? here : onThreads)(name, shared, items),
  };
}
