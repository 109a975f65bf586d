/** The files of a program from where a site serves them: those that its list and the releases' own hashes name, and no other. */
import { parseReleases, RELEASES, type ReleasesFile } from '../formats/releases-file.ts';
import { parseSums } from '../formats/sums-file.ts';
import { signatureFile } from '../program/signer.ts';
import { SUMS, textOf } from './examine-release.ts';
import {
  type Files,
  type FoundFiles,
  type FoundRelease,
  MOST_BYTES,
  RefusedFiles,
  refuseNames,
} from './files.ts';

/** A file of the program by its path below the program's own address; undefined where there is none. */
export type GetFile = (path: string) => Promise<Uint8Array | undefined>;

/** Throws `RefusedFiles` where there is no list, or more than should be read. */
export async function fetchFiles(get: GetFile): Promise<FoundFiles> {
  const bounded = withinBounds(get);
  const bytes = await bounded(RELEASES);
  const list = parseReleases(textOf(bytes) ?? '', RELEASES);
  if (bytes === undefined || !list.ok) throw new RefusedFiles('no-release', RELEASES);
  const releases: FoundRelease[] = [];
  for (const { release, signatures } of list.value.releases)
    releases.push(await fetchRelease(release, signatures, bounded));
  return { releases, beside: new Map([[RELEASES, bytes], ...(await fetchRecord(list.value, bounded))]) };
}

async function fetchRelease(
  name: string,
  signatures: readonly string[],
  get: GetFile,
): Promise<FoundRelease> {
  const at = (path: string) => get(`releases/${name}/files/${path}`);
  const sums = parseSums(textOf(await at(SUMS)) ?? '', SUMS);
  const paths = sums.ok ? [...sums.value.keys()] : [];
  refuseNames(paths);
  const all = [SUMS, ...paths, ...signatures.map(signatureFile)];
  const read = await Promise.all(all.map(async (path) => [path, await at(path)] as const));
  return { name, files: new Map(read.flatMap(([path, bytes]) => (bytes ? [[path, bytes]] : []))) };
}

async function fetchRecord({ record }: ReleasesFile, get: GetFile): Promise<Files> {
  const read = record.map(async (name) => [`record/${name}`, await get(`record/${name}`)] as const);
  return new Map((await Promise.all(read)).flatMap(([path, bytes]) => (bytes ? [[path, bytes]] : [])));
}

/** Refuses once more has come than should be read. */
function withinBounds(get: GetFile): GetFile {
  let sum = 0;
  return async (path) => {
    const bytes = await get(path);
    sum += bytes?.length ?? 0;
    if (sum > MOST_BYTES) throw new RefusedFiles('size', path);
    return bytes;
  };
}
