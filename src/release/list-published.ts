/** What `releases.json` says of a program: its releases, recalls, files of the record and signers. */

import type { Recall } from '../formats/recall-file.ts';
import { formatReleases } from '../formats/releases-file.ts';
import type { Program } from '../program/program.ts';
import type { SealedRelease } from './release.ts';

interface Published {
  readonly program: Program;
  /** Without those that were recalled. */
  readonly releases: readonly SealedRelease[];
  readonly recalls: readonly Recall[];
  /** Names of the files of the record. */
  readonly record: readonly string[];
}

/** The text of the file. */
export function listPublished({ program, releases, recalls, record }: Published): string {
  return formatReleases({
    program: program.id,
    nature: program.nature,
    contact: contactOf(program),
    releases: releases.map(({ release, seal, signatures }) => ({ release, hash: seal.hash, signatures })),
    recalled: recalls.map(({ release, recalled, why }) => ({ release, recalled, why })),
    record,
    signers: program.signers.map(({ id, name, as, key, from, until, revoked }) => ({
      id,
      name,
      as,
      key,
      from,
      ...(until === undefined ? {} : { until }),
      ...(revoked === undefined ? {} : { revoked }),
    })),
  });
}

function contactOf({ contact }: Program): string | null {
  if (contact === undefined) return null;
  const { name, url, email } = contact;
  return [name, email, url].filter((part) => part !== undefined).join(', ');
}
