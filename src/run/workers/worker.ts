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

/** Errors cross from thread to thread as their kind and words, and where they arose. */
export type Answer =
  | { readonly result: unknown }
  | {
      readonly error: {
        readonly name: string;
        readonly message: string;
        readonly stack: string;
        readonly isSolver: boolean;
      };
    };

/** `heldMb`: memory that the thread holds for itself, the solver's with it. */
export type Reply = Answer & { readonly heldMb: number };

/** What share is done of the item under way. */
export interface Share {
  readonly share: number;
}

const solver = await loadSolver();
let work: ReturnType<typeof openJob> | undefined;

parentPort?.on('message', (order: Order) => {
  const reply: Reply = { ...answer(order), heldMb: heldMb() };
  parentPort?.postMessage(reply);
});

function tell(share: number): void {
  const told: Share = { share };
  parentPort?.postMessage(told);
}

/** In a thread these are of the thread alone. */
function heldMb(): number {
  const { heapTotal, external } = process.memoryUsage();
  return (heapTotal + external) / 1e6;
}

function answer({ begin, item }: Order): Answer {
  try {
    if (begin !== undefined) work = openJob(begin.name, begin.shared, solver, tell);
    if (work === undefined) throw new Error('internal error: an item of no question');
    return { result: work(item) };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack, isSolver: error instanceof SolverError } };
  }
}
