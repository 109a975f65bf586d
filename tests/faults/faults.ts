// Lets every kind of fault loose on everything that writes what was published, and counts what came of it.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPlaces } from '../../src/run/places.ts';
import { changeAtDoors, changeEveryByte, changeEveryFile } from './one-byte.ts';
import { type Expected, expectedOf, inStage, isSame, lookAfter, stateOf, type Tried } from './outcome.ts';
import { dieElsewhere, killWork, runTwice, timeWork } from './processes.ts';
import { canMount, fillDisk, freezeDisk } from './small-disk.ts';
import { stopWork } from './stopped.ts';
import { buildStages, effectsIn, type Stages, takeDown, WORKS, type Work } from './works.ts';

/** Undefined where it cannot be tried here. */
export interface Part {
  readonly name: string;
  readonly tried: readonly Tried[] | undefined;
}

type Try = (work: Work, expected: Expected, stages: Stages) => Promise<readonly Tried[]>;

/** How often a process is killed, over all works: releases, which take long, more often than the rest. */
const KILLS: Readonly<Record<string, number>> = {
  'a release': 24,
  'a correction': 24,
  'an approval': 24,
  'a signature': 7,
  'a recall': 7,
  'a first publication': 7,
  'a publication': 7,
};
const DISK_SIZES = 6;

const PARTS: Readonly<Record<string, Try>> = {
  'stopped at every effect, the file half written': (work, expected, stages) =>
    stopWork(work, stages, expected),
  'kill -9 at a random moment': killAtRandom,
  'disk too full': (work, expected, stages) => fillDisk(work, stages, expected, DISK_SIZES),
  'disk read-only': async (work, expected, stages) => [await freezeDisk(work, stages, expected)],
  'clock set back to 1999': async (work, expected, stages) => [await inThePast(work, stages, expected)],
  'two at once, one machine': async (work, expected, stages) => [
    await runTwice(work, stages, expected, ['desk', 'desk']),
  ],
  'two at once, two machines': async (work, expected, stages) => [
    await runTwice(work, stages, expected, ['desk', 'other-desk']),
  ],
  'dead on another machine': async (work, expected, stages) => [await dieElsewhere(work, stages, expected)],
};
const MOUNTING = ['disk too full', 'disk read-only'];

/** Tells each part as soon as it is over. The moments of kills follow from `seed`, as far as a machine's speed lets them. */
export async function tryFaults(seed: number, tell: (part: Part) => void): Promise<void> {
  const stages = await buildStages();
  random = openRandom(seed);
  try {
    const works: [Work, Expected][] = [];
    for (const work of WORKS) works.push([work, await expectedOf(work, stages)]);
    for (const [name, attempt] of Object.entries(PARTS)) {
      if (MOUNTING.includes(name) && !canMount()) {
        tell({ name, tried: undefined });
        continue;
      }
      const tried: Tried[] = [];
      for (const [work, expected] of works) tried.push(...(await attempt(work, expected, stages)));
      tell({ name, tried });
    }
    await tryBytes(stages, tell);
  } finally {
    await takeDown(stages);
  }
}

let random = openRandom(1);

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
function openRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function killAtRandom(work: Work, expected: Expected, stages: Stages): Promise<Tried[]> {
  const wholeMs = await timeWork(work, stages);
  const tried: Tried[] = [];
  for (let count = KILLS[work.name] ?? 0; count > 0; count -= 1)
    tried.push(await killWork(work, stages, expected, random() * wholeMs));
  return tried;
}

/** Days are printed and decide nothing: whole, and the next run goes on. */
function inThePast(work: Work, stages: Stages, expected: Expected): Promise<Tried> {
  return inStage(work, stages, async (town) => {
    let nowMs = 0;
    const past = { ...effectsIn(town), today: () => '1999-01-01', clock: () => (nowMs -= 60_000) };
    const code = await work.run(town, past);
    const left = await stateOf(town, work);
    const dated = new Map(
      [...left].map(([path, text]) => [path, text.replaceAll('1999-01-01', '2024-11-05')]),
    );
    const faults = [
      ...(code === 0 ? [] : [`It ends with ${code}.`]),
      ...(isSame(dated, expected.after) ? [] : ['It leaves another state.']),
    ];
    const after = { before: expected.before, after: left };
    return {
      what: work.name,
      faults: [...faults, ...(await lookAfter(town, work, after)).faults],
      isDone: true,
    };
  });
}

async function tryBytes(stages: Stages, tell: (part: Part) => void): Promise<void> {
  const sign = WORKS.find(({ name }) => name === 'a signature');
  if (sign === undefined) throw new Error('internal error: nothing signs');
  await inStage(sign, stages, async (town) => {
    await sign.run(town, effectsIn(town));
    tell({ name: 'one byte of every file, at five doors', tried: await changeAtDoors(town) });
    tell({ name: 'every byte of hashes and signatures', tried: await changeEveryByte(town) });
  });
  for (const program of ['example-city', 'nyc-idnyc']) {
    const copy = await mkdtemp(join(tmpdir(), 'daylight-bytes-'));
    await cp(join(shippedPlaces.programs, program), copy, { recursive: true });
    tell({ name: `one byte of every file of ${program}`, tried: await changeEveryFile(copy) });
    await rm(copy, { recursive: true });
  }
}
