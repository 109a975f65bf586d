/** What a site serves, or what lies in a folder: each program with its files, and nothing of it believed yet. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAMS, parsePrograms, RELEASES } from '../../formats/releases-file.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { fetchFiles, type GetFile } from '../../witness/fetch-files.ts';
import {
  type Files,
  type FoundFiles,
  findReleases,
  MOST_BYTES,
  RefusedFiles,
  refuseSize,
} from '../../witness/files.ts';
import { listFiles } from '../list-files.ts';

/** Reads one program at a time, since each may be large. */
export type Published = readonly (() => Promise<FoundFiles>)[];

/** A site by its address, one of its programs by that program's; a built site, or the files of a program in a folder. */
export async function openPublished(where: string): Promise<Published> {
  const isAddress = /^https?:\/\//.test(where);
  const get = isAddress ? getOver(where) : getFrom(where);
  const programs = await get(PROGRAMS);
  if (programs !== undefined) {
    const ids = parsePrograms(new TextDecoder().decode(programs), PROGRAMS);
    if (!ids.ok) throw new RefusedError('input', 'The list of programs cannot be read.', ids.problems);
    return ids.value.map((id) => () => fetchFiles((path) => get(`${id}/${path}`)));
  }
  if (!isAddress) return [async () => findReleases(await readFolder(where))];
  if ((await get(RELEASES)) !== undefined) return [() => fetchFiles(get)];
  throw new RefusedError(
    'input',
    `There is neither ${PROGRAMS} nor ${RELEASES} at ${where}. Name the address of the site as its first page has it, or of one program in it.`,
  );
}

/** Only what stands at the address itself: no other place is asked in its stead. */
function getOver(address: string): GetFile {
  const base = address.endsWith('/') ? address : `${address}/`;
  return async (path) => {
    const response = await fetch(base + path.split('/').map(encodeURIComponent).join('/'), {
      redirect: 'error',
    }).catch(() => undefined);
    if (response === undefined) throw unreachable(base, path, 'did not answer');
    if (response.status === 404) return undefined;
    if (!response.ok) throw unreachable(base, path, `answered ${response.status}`);
    return readBounded(response, path);
  };
}

function unreachable(base: string, path: string, how: string): RefusedError {
  return new RefusedError('input', `${base}${path} ${how}. Nothing was concluded; try again.`);
}

/** However much the other side would send. */
async function readBounded({ body }: Response, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new RefusedFiles('size', path);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function getFrom(folder: string): GetFile {
  return (path) => readFile(join(folder, path)).then((bytes) => new Uint8Array(bytes), missing);
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
    return undefined;
  throw error;
}

/** Of a folder of releases everything, sizes before contents; tallies are none of a release, and are not looked at. */
async function readFolder(folder: string): Promise<Files> {
  const paths = (await listFiles(folder)).filter((path) =>
    /(?:^|\/)(?:releases|record)\/|^[^/]+$|SHA256SUMS/.test(path),
  );
  const sizes = await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await stat(join(folder, path))).size })),
  );
  refuseSize(sizes);
  const read = paths.map(async (path) => [path, new Uint8Array(await readFile(join(folder, path)))] as const);
  return new Map(await Promise.all(read));
}
