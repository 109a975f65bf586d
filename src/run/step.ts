/** Says what is being done and, where that takes a while, how long it took. */
import type { Effects } from './effects.ts';

/** Shorter steps end without a word. */
const WORTH_SAYING_MS = 2000;

export async function step<T>(
  title: string,
  { clock, log }: Pick<Effects, 'clock' | 'log'>,
  work: () => T | Promise<T>,
): Promise<T> {
  const startedMs = clock();
  log(`  ${title}`);
  const result = await work();
  const tookMs = clock() - startedMs;
  if (tookMs >= WORTH_SAYING_MS) log(`    done in ${(tookMs / 1000).toFixed(1)} s`);
  return result;
}
