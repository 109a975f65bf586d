/**
 * What anybody can show of everything that a program published, from its files alone and on any machine: that each file has its
 * hash, that each release names the one before it, that signatures hold, that lists say the same, and that the certificates add
 * up. What is not shown is said as well: whose the keys are, and what others are shown.
 */

import type { Recall } from '../formats/recall-file.ts';
import { parseReleases, RELEASES, type ReleasesFile } from '../formats/releases-file.ts';
import { compareReleases } from '../program/period.ts';
import { knownFrom } from '../verify/facts.ts';
import { verifyAudit } from '../verify/verify.ts';
import {
  chainFaults,
  type KeptLines,
  lineFaults,
  listFaults,
  recalledBetween,
  sameFaults,
} from './compare.ts';
import { examineRelease, namedIn, type SeenOrNot, type SeenRelease, textOf } from './examine-release.ts';
import { examineSignatures, type SeenSignature } from './examine-signatures.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Files, FoundFiles } from './files.ts';
import { publishedBounds, publishedRelease } from './published.ts';

export type Step =
  | { readonly phase: 'hashing'; readonly done: number; readonly files: number }
  | { readonly phase: 'reading' | 'signatures' | 'adding' };

export interface Examined {
  /** Oldest first. */
  readonly releases: readonly SeenRelease[];
  /** None: everything fits together. */
  readonly faults: readonly Fault[];
  readonly signatures: readonly SeenSignature[];
  /** Releases that were recalled, and that the chain leads across. */
  readonly recalled: readonly Recall[];
  /** How many hidden cells are shown to keep the promise; null where certificates could not be added up. */
  readonly shown: number | null;
  /** How many files were hashed. */
  readonly files: number;
  /** Null where there is none, or none that can be read. */
  readonly list: ReleasesFile | null;
  /** Whether every release is there, from the first on. */
  readonly isWhole: boolean;
}

/** Throws `Unsupported` where this machine makes no hashes. */
export async function examine(
  { releases, beside }: FoundFiles,
  kept: KeptLines,
  onStep: (step: Step) => void,
): Promise<Examined> {
  const found = await hashAll(releases, onStep);
  const { list, faults: unlisted } = readList(beside);
  onStep({ phase: 'signatures' });
  const signed = await examineSignatures(found.seen, list?.signers ?? null);
  const recalled = recalledBetween(found.seen, list?.recalled ?? []);
  const faults = [
    ...found.faults,
    ...unlisted,
    ...sameFaults(found.seen),
    ...chainFaults(found.seen, recalled, kept),
    ...(list === null ? [] : listFaults(list, found.seen)),
    ...lineFaults(found.seen, list?.recalled ?? [], kept),
    ...signed.faults,
  ];
  const isWhole = found.seen[0]?.previous === null && recalled.length === 0;
  if (isWhole && faults.length === 0) onStep({ phase: 'adding' });
  const added =
    isWhole && faults.length === 0 ? await addUp(found.seen, beside) : { shown: null, faults: [] };
  return {
    releases: found.seen,
    faults: [...faults, ...added.faults],
    signatures: signed.signatures,
    recalled,
    shown: added.shown,
    files: found.files,
    list,
    isWhole,
  };
}

/** The program that files say they are of: by their list, or by a release; empty where neither says it. */
export function programOf({ releases, beside }: FoundFiles): string {
  const named = releases.flatMap(({ files }) => namedIn(files)?.program ?? []);
  return readList(beside).list?.program ?? named[0] ?? '';
}

async function hashAll(releases: FoundFiles['releases'], onStep: (step: Step) => void) {
  const files = releases.reduce((sum, one) => sum + one.files.size, 0);
  let done = 0;
  const examined: SeenOrNot[] = [];
  for (const release of releases)
    examined.push(
      await examineRelease(release, () => {
        done += 1;
        onStep({ phase: 'hashing', done, files });
      }),
    );
  const seen = examined.flatMap((one) => one.seen ?? []);
  return {
    seen: seen.sort((one, other) => compareReleases(one.seal.release, other.seal.release)),
    faults: examined.flatMap((one) => one.faults),
    files: done,
  };
}

function readList(beside: Files): { readonly list: ReleasesFile | null; readonly faults: readonly Fault[] } {
  const bytes = beside.get(RELEASES);
  if (bytes === undefined) return { list: null, faults: [] };
  const read = parseReleases(textOf(bytes) ?? '', RELEASES);
  return read.ok
    ? { list: read.value, faults: [] }
    : { list: null, faults: [faultOf('unreadable', { release: '', file: RELEASES })] };
}

const AUDIT = 'audit.json';
const RECORD = 'record/figures.csv';

/** Of the last release, which is certified with all before it. */
async function addUp(
  seen: readonly SeenRelease[],
  beside: Files,
): Promise<{ readonly shown: number | null; readonly faults: readonly Fault[] }> {
  const last = seen.at(-1);
  if (last === undefined) return { shown: null, faults: [] };
  const { release } = last.seal;
  try {
    const released = await Promise.all(
      seen.map(({ files }) => publishedRelease((path) => fileOf(files, path))),
    );
    const figures = beside.get(RECORD);
    const known = knownFrom(released, figures === undefined ? [] : publishedBounds(figures));
    const audit = JSON.parse(textOf(fileOf(last.files, AUDIT)) ?? '');
    const { shown, asked, faults } = verifyAudit(known, audit);
    if (faults.length === 0) return { shown: shown.size, faults: [] };
    const values = { release, shown: String(shown.size), asked: String(asked) };
    return { shown: null, faults: [faultOf('certificates', values)] };
  } catch {
    // Whatever the files hold instead, nothing is shown by it.
    return { shown: null, faults: [faultOf('unreadable', { release, file: AUDIT })] };
  }
}

function fileOf(files: Files, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not there`);
  return bytes;
}
