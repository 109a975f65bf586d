// Works as processes of their own: killed at random moments, two at once on one machine and on two.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Town } from '../run/town.ts';
import { type Expected, inStage, isSame, lookAfter, stateOf, type Tried } from './outcome.ts';
import { effectsIn, placeOf, type Stages, type Work } from './works.ts';

const HERE = effectsOf().host;

function effectsOf() {
  return effectsIn({ root: '', folder: '', places: { repository: '', programs: '' } }).runner;
}

async function start({ root }: Town, work: Work, host = HERE): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'run-work.ts');
  const child = spawn(process.execPath, [script, root, work.name, host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** How long the work takes in a process of its own, in milliseconds. */
export function timeWork(work: Work, stages: Stages): Promise<number> {
  return inStage(work, stages, async (town) => {
    const child = await start(town, work);
    const begunMs = performance.now();
    await codeOf(child);
    return performance.now() - begunMs;
  });
}

/** Killed by the system (`kill -9`) after so many milliseconds. */
export function killWork(work: Work, stages: Stages, expected: Expected, afterMs: number): Promise<Tried> {
  return inStage(work, stages, async (town) => {
    const child = await start(town, work);
    await sleep(afterMs);
    child.kill('SIGKILL');
    await codeOf(child);
    const what = `${work.name}, killed after ${afterMs.toFixed(0)} ms`;
    return { what, ...(await lookAfter(town, work, expected)) };
  });
}

/** Two at once: one does the work, the other one is refused or finds it done, and there is one state. */
export function runTwice(
  work: Work,
  stages: Stages,
  expected: Expected,
  hosts: readonly [string, string],
): Promise<Tried> {
  return inStage(work, stages, async (town) => {
    const children = await Promise.all(hosts.map((host) => start(town, work, host)));
    const codes = await Promise.all(children.map(codeOf));
    const isRight = codes.includes(0) && codes.every((code) => code === 0 || code === 1);
    const faults = [
      ...(isRight ? [] : [`They end with ${codes.join(' and ')}.`]),
      ...(isSame(await stateOf(town, work), expected.after) ? [] : ['They leave another state.']),
    ];
    return { what: `${work.name}, twice at once on ${hosts.join(' and ')}`, faults, isDone: true };
  });
}

/** One that died on another machine: nobody here can tell, so its lock holds until somebody takes it away, as the message says. */
export function dieElsewhere(work: Work, stages: Stages, expected: Expected): Promise<Tried> {
  return inStage(work, stages, async (town) => {
    const child = await start(town, work, 'other-desk');
    await sleep(50);
    child.kill('SIGKILL');
    await codeOf(child);
    const before = await stateOf(town, work);
    const lock = join(
      work.writes === 'site' ? `${placeOf(town)}.versions` : join(town.folder, 'releases'),
      '.lock',
    );
    const isLocked = (await effectsIn(town).disk.readIfThere(lock)) !== undefined;
    const faults: string[] = [];
    if (isLocked) {
      if ((await work.run(town, effectsIn(town))) !== 1) faults.push('A run here did not wait.');
      if (!isSame(await stateOf(town, work), before)) faults.push('A run here changed something.');
      await rm(lock);
    }
    const looked = await lookAfter(town, work, expected);
    // What another machine left half-written stays until a run there clears it: nothing of it has a name that is read.
    const left = looked.faults.filter((fault) => !/^\.[^ ]+@other-desk is left behind/.test(fault));
    return {
      what: `${work.name}, dead on another machine`,
      faults: [...faults, ...left],
      isDone: looked.isDone,
    };
  });
}
