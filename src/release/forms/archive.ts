/** One zip of many files: in the order of their paths, with one time for all, so that the same files give the same bytes. */
import { zipSync } from 'fflate';

/** The earliest that a zip can say; by the clock of the machine, as the format has it, so that no time zone shows. */
const firstDay = (): Date => new Date(1980, 0, 1);

/** `files` by path inside the zip. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: firstDay() });
}

/** In the zip of everything: the folders of a program as `npm run attack` reads them. */
export function releaseEntry(release: string, path: string): string {
  return `releases/${release}/${path}`;
}

export function recordEntry(file: string): string {
  return `record/${file}`;
}
