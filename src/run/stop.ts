/** What is done when somebody stops a run: Ctrl+C, a terminal that closes, a machine that goes down. */
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Held } from '../release/lock.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;
const signals = Object.keys(SIGNALS) as Signal[];

/** All that is held now: a run may hold several. */
const holdings = new Set<Held>();

/** Until the returned function is called, a run that is stopped clears away what it holds, says so and ends. */
export function clearWhenStopped(held: Held): () => void {
  if (holdings.size === 0) for (const signal of signals) process.on(signal, stop);
  holdings.add(held);
  return () => {
    holdings.delete(held);
    if (holdings.size === 0) for (const signal of signals) process.off(signal, stop);
  };
}

function stop(signal: Signal): void {
  // Whoever else waits for the signal ends the run its own way, which clears as any end does.
  if (process.listeners(signal).some((listener) => listener !== stop)) return;
  for (const held of holdings) clear(held);
  console.error('\nStopped. What this run had begun is cleared away.');
  process.exit(SIGNALS[signal]);
}

/** At once: what is still at work must not write again in between. */
function clear({ folder, lock, owner, isMine }: Held): void {
  try {
    for (const name of readdirSync(folder))
      if (isMine(name)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    if (readFileSync(join(folder, lock), 'utf8').trim() === owner)
      rmSync(join(folder, lock), { force: true });
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // The next run clears away what is left, as after one that was killed.
  }
}
