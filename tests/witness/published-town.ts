// Everything that a small town published, as anybody has it: three releases, two of them signed, in memory; and ways to forge it.
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatPrevious } from '../../src/formats/previous-file.ts';
import { formatReleases, parseReleases, type ReleasesFile } from '../../src/formats/releases-file.ts';
import { formatSums } from '../../src/formats/sums-file.ts';
import { type Signer, signatureFile, signerOfFile } from '../../src/program/signer.ts';
import { buildTown, filesIn, PROGRAM, release } from '../run/town.ts';
import { makeKey } from '../ssh-key.ts';

/** By path beside `releases/`. */
export type PublishedFiles = Map<string, Uint8Array>;

export const [FIRST, SECOND, THIRD] = ['2024-Q2', '2024-Q3', '2024-Q3-r1'];
export const CLERK = makeKey();
export const LIBRARY = makeKey(true);
export const STRANGER = makeKey();
export const OFFICE: Signer = { id: 'clerk-1', name: 'Clerk', as: 'office', key: CLERK.line, from: FIRST };
const WITNESS: Signer = { id: 'library', name: 'Library', as: 'witness', key: LIBRARY.line, from: FIRST };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (files: PublishedFiles, path: string): string =>
  new TextDecoder().decode(files.get(path));
const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const at = (id: string, path: string): string => `releases/${id}/${path}`;
const sumsOf = (files: PublishedFiles, id: string): string => textOf(files, at(id, 'SHA256SUMS'));
const idsIn = (files: PublishedFiles): string[] =>
  [FIRST, SECOND, THIRD, '2024-Q1', '2024-Q4'].filter((id) => files.has(at(id, 'SHA256SUMS'))).sort();

/** Made once: the releases of a town, read back from its disk. */
export async function publishTown(): Promise<PublishedFiles> {
  const town = await buildTown();
  try {
    for (const id of [FIRST, SECOND, THIRD]) {
      const { code, said } = await release(town, [PROGRAM.id, '--id', id]);
      if (code !== 0) throw new Error(said);
    }
    const files = await filesIn(join(town.folder, 'releases'));
    const published = new Map([...files].map(([path, text]) => [`releases/${path}`, bytesOf(text)]));
    for (const id of [SECOND, THIRD]) sign(published, id, OFFICE.id, CLERK.sign(sumsOf(published, id)));
    sign(published, THIRD, WITNESS.id, LIBRARY.sign(sumsOf(published, THIRD)));
    return listed(published, [OFFICE, WITNESS]);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

export function sign(files: PublishedFiles, id: string, signer: string, text: string): void {
  files.set(at(id, signatureFile(signer)), bytesOf(text));
}

/** With the list that a site would serve beside these releases. */
export function listed(files: PublishedFiles, signers: readonly Signer[]): PublishedFiles {
  const releases = idsIn(files).map((id) => ({
    release: id,
    hash: hashOf(sumsOf(files, id)),
    signatures: [...files.keys()].flatMap((path) =>
      path.startsWith(at(id, '')) ? (signerOfFile(path.slice(at(id, '').length)) ?? []) : [],
    ),
  }));
  return files.set(
    'releases.json',
    bytesOf(
      formatReleases({
        program: PROGRAM.id,
        nature: 'real',
        contact: 'Clerk, clerk@ferry.example',
        releases,
        recalled: [],
        record: [],
        signers,
      }),
    ),
  );
}

export function changeList(files: PublishedFiles, change: (list: ReleasesFile) => ReleasesFile): void {
  const list = parseReleases(textOf(files, 'releases.json'), '');
  if (!list.ok) throw new Error('no list');
  files.set('releases.json', bytesOf(formatReleases(change(list.value))));
}

export function rewrite(files: PublishedFiles, path: string, change: (text: string) => string): void {
  const [before, after] = [textOf(files, path), change(textOf(files, path))];
  if (before === after) throw new Error(`nothing changes in ${path}`);
  files.set(path, bytesOf(after));
}

/** What a forger does who knows the format: the hashes of a release written anew. */
export function seal(files: PublishedFiles, id: string): void {
  const sums = [...files].flatMap(([path, bytes]): [string, string][] => {
    const own = path.startsWith(at(id, '')) ? path.slice(at(id, '').length) : 'SHA256SUMS';
    return own === 'SHA256SUMS' || signerOfFile(own) !== undefined ? [] : [[own, hashOf(bytes)]];
  });
  files.set(at(id, 'SHA256SUMS'), bytesOf(formatSums(new Map(sums))));
}

/** And the whole history after it. */
export function sealFrom(files: PublishedFiles, id: string): void {
  const ids = idsIn(files);
  for (const [place, one] of ids.entries()) {
    const before = ids[place - 1];
    if (one < id) continue;
    if (before !== undefined && one > id)
      files.set(
        at(one, 'PREVIOUS'),
        bytesOf(formatPrevious({ release: before, hash: hashOf(sumsOf(files, before)) })),
      );
    seal(files, one);
  }
}

export function takeOut(files: PublishedFiles, id: string): void {
  for (const path of [...files.keys()]) if (path.startsWith(at(id, ''))) files.delete(path);
}

export function unsign(files: PublishedFiles): void {
  for (const path of [...files.keys()]) if (path.endsWith('.sig')) files.delete(path);
}

/** One release again under another name. */
export function copyTo(files: PublishedFiles, from: string, to: string): void {
  for (const [path, bytes] of [...files])
    if (path.startsWith(at(from, ''))) files.set(path.replace(at(from, ''), at(to, '')), bytes);
}

/** The lines that somebody kept of what is there. */
export function linesOf(files: PublishedFiles): Map<string, string> {
  return new Map(idsIn(files).map((id) => [id, hashOf(sumsOf(files, id))]));
}
