/**
 * `releases.json` of a program and `programs.json` of a site: what stands where, for whoever checks everything that was
 * published without reading a page. Neither is hashed: both repeat what the releases say, but for the keys of signers.
 */

import type { Signer } from '../program/signer.ts';
import { accept, type Checked, refuse } from '../reading/problem.ts';
import { parseKeyLine } from '../signatures/ssh-key.ts';
import type { Recall } from './recall-file.ts';

interface ListedRelease {
  readonly release: string;
  /** SHA-256 of its `SHA256SUMS`. */
  readonly hash: string;
  /** Ids of those who signed it. */
  readonly signatures: readonly string[];
}

export interface ReleasesFile {
  readonly program: string;
  readonly nature: 'real' | 'invented';
  /** Whom to write to; null where nobody is named. */
  readonly contact: string | null;
  /** Oldest first, without those that were recalled. */
  readonly releases: readonly ListedRelease[];
  readonly recalled: readonly Recall[];
  /** Files of `record/`. */
  readonly record: readonly string[];
  readonly signers: readonly Signer[];
}

export const RELEASES = 'releases.json';
export const PROGRAMS = 'programs.json';

export function formatReleases(file: ReleasesFile): string {
  return written(file);
}

export function formatPrograms(ids: readonly string[]): string {
  return written({ programs: ids });
}

/** Reads what `formatReleases` wrote, in a browser too, where no schema is at hand. */
export function parseReleases(text: string, file: string): Checked<ReleasesFile> {
  try {
    const value = rebuilt(JSON.parse(text) as Loose<ReleasesFile>);
    if (written(value) === text) return accept(value);
  } catch {
    // Not of the form, like any other.
  }
  return refuse([problem(file)]);
}

/** Reads what `formatPrograms` wrote. */
export function parsePrograms(text: string, file: string): Checked<readonly string[]> {
  try {
    const { programs } = JSON.parse(text) as Loose<{ programs: readonly string[] }>;
    const ids = listOf(programs).map(nameOf);
    if (formatPrograms(ids) === text) return accept(ids);
  } catch {
    // Not of the form, like any other.
  }
  return refuse([problem(file)]);
}

/** What a file may hold in place of what it should. */
type Loose<T> = { readonly [Key in keyof T]?: unknown };

/** The same value, made of what may stand there alone; what it leaves out shows when it is written again. */
function rebuilt({ program, nature, contact, releases, recalled, record, signers }: Loose<ReleasesFile>) {
  return {
    program: nameOf(program),
    nature: nature === 'real' ? ('real' as const) : ('invented' as const),
    contact: contact === null ? null : textOf(contact),
    releases: listOf(releases).map((one) => {
      const { release, hash, signatures } = one as Loose<ListedRelease>;
      return {
        release: nameOf(release),
        hash: matching(/^[0-9a-f]{64}$/, hash),
        signatures: listOf(signatures).map(nameOf),
      };
    }),
    recalled: listOf(recalled).map((one) => {
      const { release, recalled: day, why } = one as Loose<Recall>;
      return { release: nameOf(release), recalled: matching(/^\d{4}-\d{2}-\d{2}$/, day), why: textOf(why) };
    }),
    record: listOf(record).map(nameOf),
    signers: listOf(signers).map((one) => signerOf(one as Loose<Signer>)),
  };
}

function signerOf({ id, name, as, key, from, until, revoked }: Loose<Signer>): Signer {
  const line = textOf(key);
  if (parseKeyLine(line) === undefined) throw new Error('no key');
  const { on, why } = (revoked ?? {}) as Loose<NonNullable<Signer['revoked']>>;
  return {
    id: matching(/^[a-z0-9][a-z0-9-]*$/, id),
    name: textOf(name),
    as: as === 'office' ? 'office' : 'witness',
    key: line,
    from: nameOf(from),
    ...(until === undefined ? {} : { until: nameOf(until) }),
    ...(revoked === undefined ? {} : { revoked: { on: textOf(on), why: textOf(why) } }),
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

function textOf(value: unknown): string {
  return matching(/./, value);
}

/** A name that is safe in a path: no slash, and no dot before all else. */
function nameOf(value: unknown): string {
  return matching(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, value);
}

function matching(form: RegExp, value: unknown): string {
  if (typeof value !== 'string' || !form.test(value)) throw new Error('another form');
  return value;
}

function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function problem(file: string) {
  return {
    file,
    line: 0,
    column: '',
    code: 'form',
    message: 'The file is not in the form that Daylight writes.',
    fix: 'Take it again from where the site is published.',
  };
}
