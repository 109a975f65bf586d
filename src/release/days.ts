/** On which day each release of a program first went out to readers, as far as it was noted. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Published, parsePublished } from '../formats/published-file.ts';
import { releaseEnd } from '../program/period.ts';
import { closingDay } from '../program/schedule.ts';
import { accept, acceptAll, type Checked, type Problem, refuse } from '../reading/problem.ts';

const SUFFIX = '.published.json';

/** By release; `2025-08-01`. What is missing was never noted, and nobody may guess it. */
export type PublicationDays = ReadonlyMap<string, string>;

export function publishedPath(programFolder: string, release: string): string {
  return join(programFolder, 'releases', `${release}${SUFFIX}`);
}

export async function readDays(programFolder: string): Promise<Checked<PublicationDays>> {
  const names = await readdir(join(programFolder, 'releases')).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((id) => releaseEnd(id) !== undefined)
    .sort();
  const read = acceptAll(await Promise.all(ids.map((id) => readDay(programFolder, id))));
  if (!read.ok) return read;
  return accept(new Map(read.value.map(({ release, published }) => [release, published])));
}

async function readDay(programFolder: string, id: string): Promise<Checked<Published>> {
  const file = publishedPath(programFolder, id);
  const read = parsePublished(await readFile(file, 'utf8'), file);
  if (!read.ok) return read;
  const { release, published } = read.value;
  if (release !== id)
    return refuse([
      fault(file, 'release', `The file is named for release "${id}" but speaks of "${release}".`),
    ]);
  if (published < closingDay(id))
    return refuse([
      fault(
        file,
        'published',
        `Release ${id} closes on ${closingDay(id)}, and cannot have gone out on ${published}.`,
      ),
    ]);
  return read;
}

function fault(file: string, column: string, message: string): Problem {
  const fix =
    'Take the file from its source again. Where nobody knows the day, remove the file: then pages and feeds say that it was not noted.';
  return { file, line: 0, column, code: 'published', message, fix };
}
