/**
 * Jobs on all cores. What is made of an item depends on what it is given alone, so neither the number of threads nor the
 * order in which they end changes anything.
 */
import { loadSolver } from '../../solver/load-solver.ts';
import type { Solver } from '../../solver/solver.ts';
import { isLong, openJob, type Result, type Run, type Tell } from './jobs.ts';
import type { MakeRoom } from './make-room.ts';
import { openThreads } from './threads.ts';

export interface WorkerPool {
  /** For what is done on this thread. */
  readonly solver: Solver;
  /** What the job makes of each item, in their order. Throws an error of the kind, the words and the place of that which the job throws. */
  readonly all: Run;
  /** Says what a choice takes, and throws where it is not there. */
  readonly makeRoom: MakeRoom;
}

/** Asked what it has done, it tells that it is at work: on this thread nothing else can. */
function disclosing(solver: Solver, tell: () => void): Solver {
  const work = () => {
    tell();
    return solver.work();
  };
  return { ...solver, work };
}

/**
 * One item needs no other thread, unless it takes so long that this one should say how it goes; with one core there is no
 * use for any.
 */
export async function openPool(
  cores: number,
  tell: Tell = () => undefined,
  makeRoom: MakeRoom = () => undefined,
): Promise<WorkerPool> {
  const solver = await loadSolver();
  const onThreads = openThreads(cores, tell);
  const here: Run = (name, shared, items) =>
    new Promise((resolve) => {
      tell(name, 0, items.length);
      let done = 0;
      const work = openJob(
        name,
        shared,
        disclosing(solver, () => tell(name, done, items.length)),
        (share) => tell(name, done + share, items.length),
      );
      const results = items.map((item, at) => {
        const result = work(item);
        done = at + 1;
        tell(name, at + 1, items.length);
        return result;
      });
      resolve(results as Result<typeof name>[]);
    });
  return {
    solver,
    makeRoom,
    all: (name, shared, items) =>
      (cores < 2 || (items.length < 2 && !items.some(isLong)) ? here : onThreads)(name, shared, items),
  };
}
