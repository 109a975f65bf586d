/**
 * Who signs the hashes of releases: the office that makes them, and witnesses who looked at them. A key signs from one release to
 * another and not by days, since a signature has no date: whether a key had ended is then known from the release alone.
 */
import type { z } from 'astro/zod';
import { allowedSigner } from '../signatures/ssh-key.ts';
import { compareReleases } from './period.ts';
import type { signerSchema } from './signer-schema.ts';

export type Signer = z.infer<typeof signerSchema>;

/** What signatures of releases are made for; others by the same key are none of a release. */
export const NAMESPACE = 'daylight';

export function signatureFile(id: string): string {
  return `SHA256SUMS.${id}.sig`;
}

/** The id of the signer whose file it is; undefined of any other file. */
export function signerOfFile(path: string): string | undefined {
  return /^SHA256SUMS\.([a-z0-9][a-z0-9-]*)\.sig$/.exec(path)?.[1];
}

/** The signer of a signature that was checked; that there is none is our own bug. */
export function signerNamed(id: string, signers: readonly Signer[]): Signer {
  const found = signers.find((signer) => signer.id === id);
  if (found === undefined) throw new Error(`internal error: no signer "${id}"`);
  return found;
}

export function maySign({ from, until }: Signer, release: string): boolean {
  return compareReleases(from, release) <= 0 && (until === undefined || compareReleases(release, until) <= 0);
}

/** The line by which `ssh-keygen` knows the signer. */
export function allowedLine({ id, key }: Signer): string {
  return allowedSigner(id, key, NAMESPACE);
}

/**
 * How `ssh-keygen` checks a signature in the folder of a release, with the line of the signer in a file `allowed_signers` above it:
 * in the folder itself it would be a file too many.
 */
export function verifyCommand(id: string): string {
  return `ssh-keygen -Y verify -f ../allowed_signers -I ${id} -n ${NAMESPACE} -s ${signatureFile(id)} < SHA256SUMS`;
}

type SignerFault = readonly [code: string, message: string, fix: string];

/** What a schema cannot see: keys and names that stand for two, and a key that ends before it begins. */
export function signerFaults(signers: readonly Signer[]): SignerFault[] {
  return signers.flatMap((signer, at) => faultsBeside(signer, signers.slice(0, at)));
}

function faultsBeside({ id, name, as, key, from, until }: Signer, before: readonly Signer[]): SignerFault[] {
  const sameKey = before.find((other) => other.key === key);
  const faults: (SignerFault | false)[] = [
    sameKey !== undefined && [
      'same-key',
      `The signers "${sameKey.id}" and "${id}" have one key.`,
      'Give each a key of its own.',
    ],
    before.some((other) => other.name === name && other.as !== as) && [
      'same-name',
      `"${name}" is both the office and a witness.`,
      'A witness is somebody else than the office: correct the names.',
    ],
    until !== undefined &&
      compareReleases(until, from) < 0 && [
        'no-span',
        `The key of "${id}" ends before it begins.`,
        'Correct "from" or "until".',
      ],
  ];
  return faults.filter((fault) => fault !== false);
}
