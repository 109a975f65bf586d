/** What releases say of each other, what lists say of them, and what somebody kept of them before. */
import { chainBreaks } from '../formats/chain.ts';
import type { Recall } from '../formats/recall-file.ts';
import type { ReleasesFile } from '../formats/releases-file.ts';
import type { SeenRelease } from './examine-release.ts';
import { type Fault, faultOf } from './fault.ts';

/** Lines that somebody kept: hashes by release. */
export interface KeptLines {
  /** Of which program. */
  readonly program: string;
  readonly lines: ReadonlyMap<string, string>;
  /** Whether every one of these releases must be there. */
  readonly all: boolean;
}

/** `seen` is oldest first. */
export function sameFaults(seen: readonly SeenRelease[]): Fault[] {
  return seen.flatMap(({ seal: { release } }, at) =>
    seen[at - 1]?.seal.release === release ? [faultOf('twice', { release })] : [],
  );
}

/** Releases that were recalled, and that others were made after: their files are not there any more. */
export function recalledBetween(seen: readonly SeenRelease[], recalls: readonly Recall[]): readonly Recall[] {
  const there = new Set(seen.map(({ seal }) => seal.release));
  const named = new Set(seen.flatMap(({ previous }) => previous?.release ?? []));
  return recalls.filter(({ release }) => named.has(release) && !there.has(release));
}

/**
 * Where the chain breaks. One release alone may be a first one or not. Across one that was recalled it is followed only as far
 * as somebody kept its line.
 */
export function chainFaults(
  seen: readonly SeenRelease[],
  recalled: readonly Recall[],
  { lines }: KeptLines,
): Fault[] {
  if (seen.length === 1) return [];
  const absent = new Set(recalled.map(({ release }) => release));
  return [
    ...chainBreaks(seen, absent).map(({ kind, ...values }) => faultOf(kind, values)),
    ...seen.flatMap(({ seal, previous }) => {
      if (previous === null || !absent.has(previous.release)) return [];
      const kept = lines.get(previous.release) ?? previous.hash;
      return kept === previous.hash
        ? []
        : [faultOf('changed', { release: seal.release, before: previous.release })];
    }),
  ];
}

/** Where `releases.json` says something else than the releases. */
export function listFaults({ releases }: ReleasesFile, seen: readonly SeenRelease[]): Fault[] {
  const listed = new Map(releases.map(({ release, hash }) => [release, hash]));
  const there = new Set(seen.map(({ seal }) => seal.release));
  return [
    ...releases.flatMap(({ release }) => (there.has(release) ? [] : [faultOf('not-there', { release })])),
    ...seen.flatMap(({ seal: { release, hash } }): Fault[] => {
      const stated = listed.get(release);
      if (stated === undefined) return [faultOf('not-listed', { release })];
      return stated === hash ? [] : [faultOf('other-hash', { release })];
    }),
  ];
}

/** Where a release is another one than somebody kept the line of; the first that differs is named, those after it follow from it. */
export function lineFaults(
  seen: readonly SeenRelease[],
  recalls: readonly Recall[],
  { program, lines, all }: KeptLines,
): Fault[] {
  const stranger = seen.find((one) => one.program !== program);
  if (stranger !== undefined)
    return [faultOf('other-program', { release: stranger.seal.release, named: stranger.program })];
  const differs = seen.find(({ seal }) => (lines.get(seal.release) ?? seal.hash) !== seal.hash);
  const there = new Set([...seen.map(({ seal }) => seal.release), ...recalls.map(({ release }) => release)]);
  const gone = all ? [...lines.keys()].filter((release) => !there.has(release)) : [];
  return [
    ...(differs === undefined ? [] : [faultOf('other-line', { release: differs.seal.release })]),
    ...gone.map((release) => faultOf('gone', { release })),
  ];
}
