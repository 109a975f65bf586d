/**
 * `PREVIOUS`: the release before, by the hash of its `SHA256SUMS`, as `sha256sum` prints it and, in the folder of all releases,
 * checks it: `sha256sum -c 2025-Q2/PREVIOUS`. It is hashed with the other files of its release, so releases are a chain.
 */
import { accept, type Checked, refuse } from '../reading/problem.ts';
import { formatSums, parseSums } from './sums-file.ts';

/** A sealed release. */
export interface Link {
  readonly release: string;
  /** Of its `SHA256SUMS`: SHA-256 in lower-case hexadecimal. */
  readonly hash: string;
}

const NAMED = /^([^/]+)\/SHA256SUMS$/;

export function formatPrevious({ release, hash }: Link): string {
  return formatSums(new Map([[`${release}/SHA256SUMS`, hash]]));
}

/** What stands for a release and all before it, to be kept, printed and compared: one word, in every direction of writing. */
export function sealLine({ release, hash }: Link): string {
  return `${release}.${hash}`;
}

/** Reads what `formatPrevious` wrote. */
export function parsePrevious(text: string, file: string): Checked<Link> {
  const sums = parseSums(text, file);
  if (!sums.ok) return sums;
  const [[path = '', hash = ''] = [], ...others] = sums.value;
  const release = NAMED.exec(path)?.[1];
  if (release !== undefined && others.length === 0) return accept({ release, hash });
  return refuse([
    {
      file,
      line: 1,
      column: '',
      code: 'form',
      message: 'The file does not name the list of hashes of one release.',
      fix: 'Take the file from the release again.',
    },
  ]);
}
