/**
 * Threads that take one item after another, whichever question it belongs to. They keep no process from ending. What a solver
 * took for a large block it never gives back, so a thread that holds much is ended when there is nothing left for it to do. Another
 * starts in its place at once: what asked for so much will ask again, and to load the solver takes half a second.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { SolverError } from '../../solver/linear-model.ts';
import type { Run, Tell } from './jobs.ts';
import type { Order, Reply, Share } from './worker.ts';

/** A question, and what has come of it so far. */
interface Batch {
  readonly begin: NonNullable<Order['begin']>;
  readonly items: readonly unknown[];
  readonly results: unknown[];
  /** By item what share of it is done: all, or what it tells while it is under way. */
  readonly shares: Map<number, number>;
  readonly resolve: (results: unknown[]) => void;
  readonly reject: (error: Error) => void;
}

interface Task {
  readonly batch: Batch;
  readonly at: number;
}

interface Thread {
  readonly worker: Worker;
  /** The question that its thread was told of last. */
  told: Batch | undefined;
  task: Task | undefined;
  heldMb: number;
}

const IDLE = { told: undefined, task: undefined, heldMb: 0 };

/** While no item ends, it is told this often that they are worked on. */
const BEAT_MS = 1000;

/** What a thread may hold and wait with for more to do: twice what it holds after a small block. */
const MOST_IDLE_MB = 200;

/** Beside the packages, so that it is whoever installed them that can write what threads load. Where it cannot be written there is none. */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/daylight-threads', import.meta.url));

/** One thread starts at once, the others when there is work for them; they stay unless they hold more than `mostIdleMb`. */
export function openThreads(most: number, tell: Tell, mostIdleMb = MOST_IDLE_MB): Run {
  const threads: Thread[] = [];
  let queue: Task[] = [];
  const leave = (thread: Thread) => {
    thread.worker.unref();
    if (thread.heldMb <= mostIdleMb) return;
    threads.splice(threads.indexOf(thread), 1, openThread());
    void thread.worker.terminate();
  };
  const give = (thread: Thread) => {
    thread.task = queue.shift();
    if (thread.task === undefined) return leave(thread);
    const { batch, at } = thread.task;
    const order: Order = { begin: thread.told === batch ? undefined : batch.begin, item: batch.items[at] };
    thread.told = batch;
    thread.worker.ref();
    thread.worker.postMessage(order);
  };
  const fail = (batch: Batch, error: Error) => {
    queue = queue.filter((task) => task.batch !== batch);
    batch.reject(error);
  };
  const take = (task: Task, reply: Reply) => {
    if ('error' in reply) fail(task.batch, errorOf(reply.error));
    else keep(task, reply.result, tell);
  };
  const openThread = (): Thread => {
    const onShare = ({ share }: Share) => thread.task?.batch.shares.set(thread.task.at, share);
    const onReply = (reply: Reply) => {
      thread.heldMb = reply.heldMb;
      if (thread.task !== undefined) take(thread.task, reply);
      give(thread);
    };
    const onError = (error: Error) => {
      threads.splice(threads.indexOf(thread), 1);
      if (thread.task !== undefined) fail(thread.task.batch, error);
    };
    const thread: Thread = { ...IDLE, worker: openWorker(onShare, onReply, onError) };
    return thread;
  };
  const start = (batch: Batch) => {
    queue.push(...batch.items.map((_, at) => ({ batch, at })));
    while (threads.length < Math.min(most, queue.length)) threads.push(openThread());
    for (const thread of threads) if (thread.task === undefined) give(thread);
  };
  if (most > 1) threads.push(openThread());
  return (name, shared, items) => askFor({ name, shared }, items, start, tell);
}

function keep({ batch, at }: Task, result: unknown, tell: Tell): void {
  const { begin, items, results, shares, resolve } = batch;
  results[at] = result;
  shares.set(at, 1);
  const done = doneOf(batch);
  tell(begin.name, done, items.length);
  if (done === items.length) resolve(results);
}

function doneOf({ shares }: Batch): number {
  return [...shares.values()].reduce((sum, share) => sum + share, 0);
}

/**
 * It keeps no process from ending: to listen to a thread does, so that comes before. What its modules are compiled to is
 * kept: a thread starts in half of the time, and a release starts some ten.
 */
function openWorker(
  onShare: (share: Share) => void,
  onReply: (reply: Reply) => void,
  onError: (error: Error) => void,
): Worker {
  enableCompileCache(COMPILED);
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.on('message', (told: Reply | Share) => ('share' in told ? onShare(told) : onReply(told)));
  worker.on('error', onError);
  worker.unref();
  return worker;
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
      const batch: Batch = { begin, items, results: [], shares: new Map(), ...ends };
      tell(begin.name, 0, items.length);
      beat = setInterval(() => tell(begin.name, doneOf(batch), items.length), BEAT_MS).unref();
      start(batch);
    });
  } finally {
    clearInterval(beat);
  }
}

function errorOf({ name, message, stack, isSolver }: Extract<Reply, { error: unknown }>['error']): Error {
  const error = isSolver ? new SolverError(message) : new Error(message);
  return Object.assign(error, { name, stack });
}
