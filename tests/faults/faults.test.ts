// A handful of what `npm run faults` tries: works stopped in the middle, and two at once, leave one state or the other, and the next run goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../src/run/effects.ts';
import { releasesOf } from '../run/town.ts';
import { changeAtDoors } from './one-byte.ts';
import { expectedOf, inStage, isSame, stateOf, type Tried } from './outcome.ts';
import { canMount, freezeDisk } from './small-disk.ts';
import { stoppingDisk, stopWork } from './stopped.ts';
import { buildStages, effectsIn, FIRST, type Stages, takeDown, WORKS, type Work } from './works.ts';

let stages: Stages;
beforeAll(async () => {
  stages = await buildStages();
});
afterAll(() => takeDown(stages));

function workOf(name: string): Work {
  const work = WORKS.find((one) => one.name === name);
  if (work === undefined) throw new Error(`no work "${name}"`);
  return work;
}

const harmIn = (tried: readonly Tried[]) => tried.filter(({ faults }) => faults.length > 0);

test.each([
  ['a signature', 1],
  ['a recall', 1],
  ['a first publication', 5],
  ['a publication', 7],
])('%s, stopped at every %i. effect with the file half written, does no harm', async (name, every) => {
  const work = workOf(name);
  const tried = await stopWork(work, stages, await expectedOf(work, stages), (n) => n % every === 0);
  expect(harmIn(tried)).toEqual([]);
  expect(tried.length).toBeGreaterThan(5);
});

test('a run stopped between an approval and its release leaves no approval for the next release', async () => {
  await inStage(workOf('an approval'), stages, async (town) => {
    const { disk } = stoppingDisk(0);
    const until = {
      ...nodeDisk,
      rename: async (from: string, to: string) => {
        await nodeDisk.rename(from, to);
        // From here on the process is dead.
        if (to.endsWith('.approval.json')) Object.assign(until, disk);
      },
    };
    const dead = { pid: 41, host: 'desk', isAlive: () => false };
    await workOf('an approval').run(town, { ...effectsIn(town), disk: until, runner: dead });
    expect(await releasesOf(town)).toContain(`${FIRST}.approval.json`);
    const next = { ...effectsIn(town), runner: { ...dead, pid: 42 } };
    expect(await workOf('a release').run(town, next)).toBe(0);
    expect(await releasesOf(town)).toEqual([FIRST]);
  });
});

test('of two that publish to one place at once one is refused, and the site is whole', async () => {
  const work = workOf('a publication');
  const { after } = await expectedOf(work, stages);
  await inStage(work, stages, async (town) => {
    const runs = [41, 42].map((pid) =>
      work.run(town, { ...effectsIn(town), runner: { pid, host: 'desk', isAlive: () => true } }),
    );
    expect((await Promise.all(runs)).sort()).toEqual([0, 1]);
    expect(isSame(await stateOf(town, work), after)).toBe(true);
  });
});

test.runIf(canMount())(
  'on a read-only disk every work is refused and says why, and goes on once it can write',
  async () => {
    const works = ['a first publication', 'a recall'].map(workOf);
    for (const work of works)
      expect(await freezeDisk(work, stages, await expectedOf(work, stages))).toMatchObject({ faults: [] });
  },
);

test('one byte of every file of a release changed: every door that reads it refuses', async () => {
  const sign = workOf('a signature');
  await inStage(sign, stages, async (town) => {
    expect(await sign.run(town, effectsIn(town))).toBe(0);
    const tried = await changeAtDoors(town);
    expect(harmIn(tried)).toEqual([]);
    expect(tried.length).toBeGreaterThan(20);
  });
});
