/** Releases are a chain: each names the one before it by the hash of its list of hashes, so that none can be changed, taken out or put in. */
import { join } from 'node:path';
import type { Link } from '../model/previous-file.ts';
import type { Problem } from '../model/problem.ts';
import { PREVIOUS, SUMS } from './layout.ts';

/** A sealed release, and the one that it was made after: null for a first one. */
export interface Linked {
  readonly seal: Link;
  readonly previous: Link | null;
}

/** Where the chain breaks. `linked`: all releases of a program up to some release, oldest first; `folder` holds theirs. */
export function chainProblems(folder: string, linked: readonly Linked[]): Problem[] {
  return linked.flatMap(({ seal, previous }, at) => {
    const message = breakAt(seal, previous, linked[at - 1]?.seal ?? null);
    return message === undefined ? [] : [problem(join(folder, seal.release, PREVIOUS), message)];
  });
}

function breakAt({ release }: Link, previous: Link | null, before: Link | null): string | undefined {
  if (previous?.release !== before?.release) {
    if (before === null)
      return `Release ${release} was made after release ${previous?.release}, which is not there.`;
    if (previous === null)
      return `Release ${release} says that it is the first, but release ${before.release} is there.`;
    return `Release ${release} was made after release ${previous.release}, but the one before it is ${before.release}: a release was taken out or put in.`;
  }
  if (previous?.hash === before?.hash) return undefined;
  return `Release ${release} was made after another release ${before?.release} than the one that is there: its ${SUMS} was changed.`;
}

function problem(file: string, message: string): Problem {
  return {
    file,
    line: 0,
    column: '',
    code: 'chain',
    message,
    fix: 'Take every release of the program again from where it was published; none is ever changed or taken away.',
  };
}
