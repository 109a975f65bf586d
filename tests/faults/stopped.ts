// Works stopped at their n-th effect, for every n: a file in the middle of being written stays half of it, and nothing happens after.
import { readFile, writeFile } from 'node:fs/promises';
import type { Disk } from '../../src/release/disk.ts';
import { nodeDisk } from '../../src/run/effects.ts';
import { type Expected, inStage, lookAfter, type Tried } from './outcome.ts';
import { effectsIn, type Stages, type Work } from './works.ts';

class Stopped extends Error {}

/** A disk that does its first `most` effects and half of the next one. */
export function stoppingDisk(most: number): { readonly disk: Disk; readonly isStopped: () => boolean } {
  let done = 0;
  const half: Partial<Disk> = {
    writeNewFile: (path, text) => writeFile(path, text.slice(0, text.length / 2), { flag: 'wx' }),
    copyFile: async (from, to) => {
      const bytes = await readFile(from);
      await writeFile(to, bytes.subarray(0, bytes.length / 2), { flag: 'wx' });
    },
  };
  const disk = Object.fromEntries(
    Object.entries(nodeDisk).map(([name, effect]) => [
      name,
      async (...args: unknown[]) => {
        done += 1;
        if (done <= most) return await (effect as (...all: unknown[]) => Promise<unknown>)(...args);
        const begun = half[name as keyof Disk] as ((...all: unknown[]) => Promise<unknown>) | undefined;
        if (done === most + 1) await begun?.(...args);
        throw new Stopped();
      },
    ]),
  );
  return { disk: disk as unknown as Disk, isStopped: () => done > most };
}

const [DEAD, NEXT] = [41, 42];
const runner = (pid: number) => ({ pid, host: 'desk', isAlive: () => false });

/** At every n, or at `some` of them. */
export async function stopWork(
  work: Work,
  stages: Stages,
  expected: Expected,
  some: (n: number) => boolean = () => true,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (let most = 0; ; most += 1) {
    if (!some(most)) continue;
    const { disk, isStopped } = stoppingDisk(most);
    const one = await inStage(work, stages, async (town) => {
      await work.run(town, { ...effectsIn(town), disk, runner: runner(DEAD) });
      if (!isStopped()) return undefined;
      return await lookAfter(town, work, expected, { ...effectsIn(town), runner: runner(NEXT) });
    });
    if (one === undefined) return tried;
    tried.push({ what: `${work.name}, stopped after ${most} effects`, ...one });
  }
}
