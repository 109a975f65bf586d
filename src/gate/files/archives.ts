/** Zips of a program and the files at the latest addresses: what was sealed and what stands on the record, byte for byte. */

import { RELEASES } from '../../formats/releases-file.ts';
import { compareReleases } from '../../program/period.ts';
import { recordEntry, releaseEntry, zipFiles } from '../../release/forms/archive.ts';
import type { Facts, ProgramFacts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

const EVERYTHING = /^([^/]+)\/everything\.zip$/;
const OF_RELEASE = /^([^/]+)\/releases\/([^/]+)\/files\.zip$/;
const LATEST = /^([^/]+)\/latest\/(.+)$/;

export function isArchive(path: string): boolean {
  return EVERYTHING.test(path) || OF_RELEASE.test(path);
}

export function isLatestFile(path: string): boolean {
  return LATEST.test(path);
}

export function archiveFindings(file: string, files: Files, facts: Facts): Finding[] {
  const entries = entriesOf(file, facts);
  const own = files.get(file);
  if (entries !== undefined && own !== undefined && Buffer.compare(zipFiles(entries), own) === 0) return [];
  const why = 'The zip does not hold the files of the program as they were published, and these alone.';
  return [{ file, where: '', what: '', why }];
}

function entriesOf(file: string, facts: Facts): ReadonlyMap<string, Uint8Array> | undefined {
  const [, program = '', release = ''] = OF_RELEASE.exec(file) ?? [];
  if (release !== '') return facts.get(program)?.releases.get(release)?.files;
  const found = facts.get(EVERYTHING.exec(file)?.[1] ?? '');
  return found && everythingOf(found);
}

function everythingOf({ releases, recordFiles, list }: ProgramFacts): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ...[...releases].flatMap(([release, { files }]) =>
      [...files].map(([path, bytes]) => [releaseEntry(release, path), bytes] as const),
    ),
    ...[...recordFiles].map(([name, bytes]) => [recordEntry(name), bytes] as const),
    ...(list === '' ? [] : [[RELEASES, new TextEncoder().encode(list)] as const]),
  ]);
}

export function latestFindings(file: string, files: Files, facts: Facts): Finding[] {
  const [, program = '', path = ''] = LATEST.exec(file) ?? [];
  const releases = facts.get(program)?.releases;
  const newest = [...(releases?.keys() ?? [])].sort(compareReleases).at(-1) ?? '';
  const sealed = releases?.get(newest)?.files.get(path);
  const own = files.get(file);
  if (sealed !== undefined && own !== undefined && Buffer.compare(sealed, own) === 0) return [];
  return [{ file, where: '', what: '', why: 'The file is not that of the newest release.' }];
}
