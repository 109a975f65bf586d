/** A thread of the pool (threads.ts). */
import { parentPort } from 'node:worker_threads';
import { SolverError } from '../../solver/linear-model.ts';
import { loadSolver } from '../../solver/load-solver.ts';
import { type JobName, openJob } from './jobs.ts';

/** An item and, where it is of another question than the one before, what the items of that question share. */
export interface Order {
  readonly begin: { readonly name: JobName; readonly shared: unknown } | undefined;
  readonly item: unknown;
}

/** Errors cross from thread to thread as their words, and where they arose. */
export type Reply =
  | { readonly result: unknown }
  | {
      readonly error: {
        readonly message: string;
        readonly stack: string;
        readonly isSolver: boolean;
      };
    };

const solver = await loadSolver();
let work: ReturnType<typeof openJob> | undefined;

parentPort?.on('message', ({ begin, item }: Order) => parentPort?.postMessage(reply({ begin, item })));

function reply({ begin, item }: Order): Reply {
  try {
    if (begin !== undefined) work = openJob(begin.name, begin.shared, solver);
    if (work === undefined) throw new Error('internal error: an item of no question');
    return { result: work(item) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { message, stack, isSolver: error instanceof SolverError } };
  }
}
