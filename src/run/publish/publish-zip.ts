/** Publishes as one zip, for whatever host takes one: the same site gives the same bytes. */
import { createWriteStream } from 'node:fs';
import { lstat, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { clearUnfinished, temporaryPath } from '../../release/lock.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Effects } from '../effects.ts';
import { isFolder } from '../places.ts';

/** What is packed already. */
const PACKED = /\.(png|zip|woff2|pdf)$/;

export async function refuseZip(place: string): Promise<void> {
  if (!(await isFolder(dirname(place))))
    throw new RefusedError('disk', `There is no folder ${dirname(place)}. Make it first.`);
  if ((await lstat(place).catch(() => undefined)) === undefined) return;
  throw new RefusedError('exists', `${place} exists and is not written over. Choose another name.`);
}

/** `files` are those of the site, in their order. Whole or not at all; what a run that was killed left is cleared away. */
export async function publishZip(
  dist: string,
  place: string,
  files: readonly string[],
  { disk, runner }: Pick<Effects, 'disk' | 'runner'>,
): Promise<void> {
  const temporary = temporaryPath(dirname(place), basename(place), runner);
  await clearUnfinished(dirname(place), basename(place), runner, disk);
  try {
    await pipeline(Readable.from(pieces(dist, files)), createWriteStream(temporary, { flags: 'wx' }));
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function* pieces(dist: string, files: readonly string[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const file of files) {
    const entry = PACKED.test(file) ? new ZipPassThrough(file) : new ZipDeflate(file, { level: 9 });
    // The earliest that a zip can say, by the clock of the machine, as the format has it.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    entry.push(await readFile(join(dist, file)), true);
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}
