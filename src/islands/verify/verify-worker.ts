/** Checks beside the page, which goes on answering its reader. What it is given stays on this device. */
import '../older-browsers.ts';
import { type Examined, examine } from '../../witness/examine.ts';
import { fetchFiles } from '../../witness/fetch-files.ts';
import { type FoundFiles, findReleases, RefusedFiles, refuseNames, refuseSize } from '../../witness/files.ts';
import { openZip } from '../../witness/open-zip.ts';
import { Unsupported } from '../../witness/web-crypto.ts';
import type { Asked, Found, GivenFile, Told } from './told.ts';

const tell = (told: Told): void => self.postMessage(told);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  run(data).then(
    (found) => tell({ kind: 'over', found }),
    (error) => tell(toldOf(error)),
  );
};

async function run({ program, lines, from }: Asked): Promise<Found> {
  tell({ kind: 'step', step: { phase: 'reading' } });
  const isSite = typeof from === 'string';
  const files = isSite ? await fetchFiles((path) => fetchFile(from, path)) : await readGiven(from);
  const kept = { program, lines: new Map(lines), all: isSite };
  return found(await examine(files, kept, (step) => tell({ kind: 'step', step })));
}

/** `list` is the address of the list of releases, beside which all others stand. */
async function fetchFile(list: string, path: string): Promise<Uint8Array | undefined> {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const response = await fetch(list.slice(0, list.lastIndexOf('/') + 1) + encoded);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A zip alone is opened; anything else is a folder. What is too large is refused before any of it is read. */
async function readGiven(given: readonly GivenFile[]): Promise<FoundFiles> {
  refuseSize(given.map(({ path, file }) => ({ path, bytes: file.size })));
  const [first] = given;
  if (first !== undefined && given.length === 1)
    return findReleases(openZip(new Uint8Array(await first.file.arrayBuffer())));
  refuseNames(given.map(({ path }) => path));
  const read = given.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const);
  return findReleases(new Map(await Promise.all(read)));
}

function found({ releases, list: _, ...rest }: Examined): Found {
  return {
    ...rest,
    releases: releases.map(({ seal, previous }) => ({ ...seal, before: previous?.release ?? null })),
  };
}

function toldOf(error: unknown): Told {
  if (error instanceof RefusedFiles) return { kind: 'refused', why: error.why, what: error.what };
  return { kind: error instanceof Unsupported ? 'unsupported' : 'failed' };
}
