/** Confidential inputs that lie inside the repository besides: copies of those that a run reads, or files by the name of one. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { tableName } from '../input/open-table.ts';
import type { Program } from '../program/program.ts';
import { RefusedError } from '../release/refused-error.ts';
import { SOURCES_FILE } from '../tallies/sources/source-file.ts';
import { KEY_FILE } from './lottery/secret-key.ts';
import { blankFiles } from './new/blank-files.ts';
import { readProgram } from './read-program.ts';

/** Where nobody puts a tally by hand, and git commits nothing. */
const PASSED_OVER = ['node_modules', '.git'];
/** Where corrected rows lie beside the tallies. */
const BATCH = 'corrections';
const MOST_NAMED = 5;

/** Where a program's counts may lie in the repository. */
export function areTalliesOpen({ tallies, nature }: Pick<Program, 'tallies' | 'nature'>): boolean {
  return tallies === 'public' || nature === 'invented';
}

/** Throws `RefusedError` where something confidential lies in the repository too; `tallies` is the folder outside that is read. */
export async function refuseStrays(
  program: Program,
  folder: string,
  tallies: string,
  repository: string,
): Promise<void> {
  const strays = [...(await straysByName(program, folder)), ...(await copiesOf(tallies, repository))];
  if (strays.length > 0) throw new RefusedError('tallies-place', straysMessage([...new Set(strays)]));
}

/** What is wrong where something lies in the folder of a program that is called as a confidential input. */
export async function strayFault(programs: string): Promise<string | undefined> {
  const ids = await readdir(programs).catch(() => []);
  const strays = await Promise.all(
    ids.map(async (id) => {
      // A declaration that cannot be read is told by the build itself.
      const found = await readProgram(id, { programs }).catch(() => undefined);
      return found === undefined ? [] : await straysByName(found.program, found.folder);
    }),
  );
  return strays.flat().length === 0 ? undefined : straysMessage(strays.flat());
}

function straysMessage(strays: readonly string[]): string {
  const more = strays.length - MOST_NAMED;
  const named = [...strays.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
  return [
    'Confidential tallies, or copies of them, lie inside the repository, where git may commit them and others may read them:',
    ...named.map((path) => `  ${path}`),
    'Move them out of it. If they were ever committed, take them out of its history too, before anybody has a copy.',
  ].join('\n');
}

/** Files below a program's own folder that are called as an input is, but for what is published. */
async function straysByName(program: Program, folder: string): Promise<string[]> {
  if (program.tallies === 'none' || areTalliesOpen(program)) return [];
  const names = [...blankFiles(program).map(({ path }) => path), KEY_FILE, SOURCES_FILE];
  const published = join(folder, 'releases', sep);
  return (await filesBelow(folder)).filter(
    (path) => !path.startsWith(published) && names.includes(tableName(basename(path))),
  );
}

/** Files of the repository with the bytes of one that is read from outside, whatever they are called. */
async function copiesOf(tallies: string, repository: string): Promise<string[]> {
  const folders = [tallies, join(tallies, BATCH), join(tallies, BATCH, 'removed')];
  const inputs = await withSizes((await Promise.all(folders.map(filesIn))).flat());
  const told = await keepWhere(inputs, ({ path }) => tellsSomething(path));
  if (told.length === 0) return [];
  const files = await withSizes(await filesBelow(repository));
  const copies = await keepWhere(files, async ({ path, size }) => {
    const alike = told.filter((one) => one.size === size);
    return (await keepWhere(alike, (one) => haveSameBytes(one.path, path))).length > 0;
  });
  return copies.map(({ path }) => path);
}

interface Sized {
  readonly path: string;
  readonly size: number;
}

async function withSizes(paths: readonly string[]): Promise<Sized[]> {
  return await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })));
}

async function keepWhere<T>(list: readonly T[], isKept: (one: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(list.map(isKept));
  return list.filter((_, at) => kept[at]);
}

/** A blank file has its header alone. */
async function tellsSomething(path: string): Promise<boolean> {
  return basename(path) === KEY_FILE || (await readFile(path)).toString('latin1').trim().includes('\n');
}

async function haveSameBytes(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

/** No link is followed: git commits where it leads, and not what is there. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !PASSED_OVER.includes(entry.name))
      .map(({ name }) => filesBelow(join(folder, name))),
  );
  return [...(await filesIn(folder)), ...below.flat()];
}
