/** Where programs and their tallies lie. */
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Program } from '../program/program.ts';
import { RefusedError } from '../release/refused-error.ts';
import { areTalliesOpen, refuseStrays } from './stray-tallies.ts';

export interface Places {
  /** No confidential tallies may lie in here. */
  readonly repository: string;
  /** A folder per program. */
  readonly programs: string;
}

const repository = resolve(import.meta.dirname, '..', '..');

/** Those of this repository. */
export const shippedPlaces: Places = { repository, programs: join(repository, 'data', 'programs') };

/**
 * The folder of a program's tallies: the one named, or the program's own where they are public or invented.
 * Refuses confidential ones inside the repository, where one `git add` would publish them, and copies of them there.
 */
export async function findTallies(
  program: Program,
  folder: string,
  named: string | undefined,
  places: Places,
): Promise<string> {
  refuseWithoutTallies(program);
  const open = areTalliesOpen(program);
  if (named === undefined && open) return join(folder, 'tallies');
  if (named === undefined) {
    throw new RefusedError(
      'tallies-place',
      `The tallies of "${program.id}" are confidential and lie outside the repository. Say where with --tallies DIR.`,
    );
  }
  if (!open && (await isInside(named, places.repository))) {
    throw new RefusedError(
      'tallies-place',
      `${named} lies inside the repository, where confidential tallies could be published by accident. Move them out of it and name their new place.`,
    );
  }
  if (!(await isFolder(named)))
    throw new RefusedError(
      'tallies-place',
      `There is no folder ${named}. Name the folder that holds one CSV file per measure with --tallies DIR.`,
    );
  if (!open) await refuseStrays(program, folder, named, places.repository);
  return named;
}

export async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

export function refuseWithoutTallies({ id, tallies }: Program): void {
  if (tallies !== 'none') return;
  throw new RefusedError(
    'no-tallies',
    `Program "${id}" is compiled from the record and has no tallies, so there is nothing to release. Its page is built without.`,
  );
}

export async function isInside(path: string, folder: string): Promise<boolean> {
  const real = (one: string) => realpath(one).catch(() => resolve(one));
  const way = relative(await real(folder), await real(path));
  return !way.startsWith('..') && !isAbsolute(way);
}
