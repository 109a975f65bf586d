/** Threads that take one item after another, whichever question it belongs to. They keep no process from ending. */
import { Worker } from 'node:worker_threads';
import { SolverError } from '../../solver/linear-model.ts';
import type { Run, Tell } from './crew.ts';
import type { Order, Reply } from './worker.ts';

/** A question, and what has come of it so far. */
interface Batch {
  readonly begin: NonNullable<Order['begin']>;
  readonly items: readonly unknown[];
  readonly results: unknown[];
  left: number;
  readonly resolve: (results: unknown[]) => void;
  readonly reject: (error: Error) => void;
}

interface Task {
  readonly batch: Batch;
  readonly at: number;
}

interface Hand {
  readonly worker: Worker;
  /** The question that its thread was told of last. */
  told: Batch | undefined;
  task: Task | undefined;
}

/** While no item ends, it is told this often that they are worked on. */
const BEAT_MS = 1000;

/** Threads start when there is work for them, and stay. */
export function openThreads(most: number, tell: Tell): Run {
  const hands: Hand[] = [];
  let queue: Task[] = [];
  const give = (hand: Hand) => {
    hand.task = queue.shift();
    if (hand.task === undefined) return hand.worker.unref();
    const { batch, at } = hand.task;
    const order: Order = { begin: hand.told === batch ? undefined : batch.begin, item: batch.items[at] };
    hand.told = batch;
    hand.worker.ref();
    hand.worker.postMessage(order);
  };
  const fail = (batch: Batch, error: Error) => {
    queue = queue.filter((task) => task.batch !== batch);
    batch.reject(error);
  };
  const take = ({ batch, at }: Task, reply: Reply) => {
    if ('error' in reply) return fail(batch, errorOf(reply.error));
    batch.results[at] = reply.result;
    batch.left -= 1;
    tell(batch.begin.name, batch.items.length - batch.left, batch.items.length);
    if (batch.left === 0) batch.resolve(batch.results);
  };
  const hire = (): Hand => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const hand: Hand = { worker, told: undefined, task: undefined };
    worker.on('message', (reply: Reply) => {
      if (hand.task !== undefined) take(hand.task, reply);
      give(hand);
    });
    worker.on('error', (error: Error) => {
      hands.splice(hands.indexOf(hand), 1);
      if (hand.task !== undefined) fail(hand.task.batch, error);
    });
    return hand;
  };
  const start = (batch: Batch) => {
    queue.push(...batch.items.map((_, at) => ({ batch, at })));
    while (hands.length < Math.min(most, queue.length)) hands.push(hire());
    for (const hand of hands) if (hand.task === undefined) give(hand);
  };
  return (name, shared, items) => askFor({ name, shared }, items, start, tell);
}

/** Tells of the question from its beginning to its end, also while no item ends. */
async function askFor<Answer>(
  begin: Batch['begin'],
  items: readonly unknown[],
  start: (batch: Batch) => void,
  tell: Tell,
): Promise<Answer> {
  let beat: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const ends = { resolve: resolve as Batch['resolve'], reject };
      const batch: Batch = { begin, items, results: [], left: items.length, ...ends };
      tell(begin.name, 0, items.length);
      beat = setInterval(() => tell(begin.name, items.length - batch.left, items.length), BEAT_MS).unref();
      start(batch);
    });
  } finally {
    clearInterval(beat);
  }
}

function errorOf({ message, stack, isSolver }: Extract<Reply, { error: unknown }>['error']): Error {
  const error = isSolver ? new SolverError(message) : new Error(message);
  return Object.assign(error, { stack });
}
