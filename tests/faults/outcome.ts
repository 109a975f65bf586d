// What a fault did to what was published, and whether the next run goes on.
import { readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecalls } from '../../src/release/changes/recalls.ts';
import { readReleases } from '../../src/release/read-release.ts';
import type { Effects } from '../../src/run/effects.ts';
import { copyTown, filesIn, type Town } from '../run/town.ts';
import { effectsIn, placeOf, type Stages, type Work } from './works.ts';

/** What readers and later runs have of a town, by path. */
export type State = ReadonlyMap<string, string>;

export interface Tried {
  /** What it is called in the report. */
  readonly what: string;
  /** Sentences on what went wrong; none where all held. */
  readonly faults: readonly string[];
  /** Whether the work was done all the same. */
  readonly isDone: boolean;
}

/** Names of unfinished work and of locks begin with a dot, and readers never look at them. */
export async function stateOf(town: Town, { writes }: Work): Promise<State> {
  if (writes === 'site') return filesIn(await realpath(placeOf(town)).catch(() => '/nowhere'));
  const files = await filesIn(join(town.folder, 'releases'));
  return new Map([...files].filter(([path]) => !path.startsWith('.')));
}

export function isSame(one: State, other: State): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}

/** The states before the work and after it, where nothing goes wrong. */
export interface Expected {
  readonly before: State;
  readonly after: State;
}

export function expectedOf(work: Work, stages: Stages): Promise<Expected> {
  return inStage(work, stages, async (town) => {
    const before = await stateOf(town, work);
    const code = await work.run(town, effectsIn(town));
    if (code !== 0) throw new Error(`internal error: ${work.name} fails by itself`);
    return { before, after: await stateOf(town, work) };
  });
}

/** Gives the work a town of its stage and takes it down again. */
export async function inStage<T>(
  { from }: Work,
  stages: Stages,
  use: (town: Town) => Promise<T>,
): Promise<T> {
  const town = await copyTown(stages[from]);
  try {
    return await use(town);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

/**
 * Looks at what a fault left: whole releases, all of before, and the state of before the work or after it, never between. Then runs
 * the work again and expects what it makes where nothing goes wrong.
 */
export async function lookAfter(
  town: Town,
  work: Work,
  { before, after }: Expected,
  again: Effects = effectsIn(town),
): Promise<Pick<Tried, 'faults' | 'isDone'>> {
  const left = await stateOf(town, work);
  const isDone = isSame(left, after);
  const faults =
    work.writes === 'site' ? siteFaults(isDone || isSame(left, before)) : await tornIn(town, left, before);
  const said: string[] = [];
  const code = await work.run(town, { ...again, log: (line) => void said.push(line) });
  if (code !== 0 && !isDone) faults.push(`The next run ends with ${code}: ${said.slice(-8).join(' ')}`);
  if (!isSame(await stateOf(town, work), after)) faults.push('The next run leaves another state.');
  faults.push(...(await litterIn(town, work)).map((name) => `${name} is left behind after the next run.`));
  return { faults, isDone };
}

function siteFaults(isWhole: boolean): string[] {
  return isWhole ? [] : ['Readers meet a site that is neither the old one nor the new one.'];
}

async function tornIn(town: Town, left: State, before: State): Promise<string[]> {
  const faults = [...before].flatMap(([path, text]) => (left.get(path) === text ? [] : [`${path} is lost.`]));
  for (const read of [await readReleases(town.folder), await readRecalls(town.folder)])
    if (!read.ok) faults.push(...read.problems.map(({ file, message }) => `Torn: ${file}: ${message}`));
  return faults;
}

/** Names that a finished run leaves nobody. */
async function litterIn(town: Town, { writes }: Work): Promise<string[]> {
  const folder = writes === 'site' ? `${placeOf(town)}.versions` : join(town.folder, 'releases');
  const names = await readdir(folder).catch(() => [] as string[]);
  const versions = names.filter((name) => /^\d+$/.test(name));
  return [
    ...names.filter((name) => name.startsWith('.') && name !== '.daylight-versions'),
    ...(versions.length > 2 ? versions : []),
  ];
}
