/** Where the chain of releases on disk breaks, for whoever must not build on a broken one. */
import { join } from 'node:path';
import { type ChainBreak, chainBreaks, type Linked } from '../formats/chain.ts';
import type { Problem } from '../reading/problem.ts';
import { PREVIOUS, SUMS } from './layout.ts';

/** `linked`: all releases of a program up to some release, oldest first; `folder` holds theirs. */
export function chainProblems(folder: string, linked: readonly Linked[]): Problem[] {
  return chainBreaks(linked).map((found) => ({
    file: join(folder, found.release, PREVIOUS),
    line: 0,
    column: '',
    code: 'chain',
    message: breakSentence(found),
    fix: 'Take every release of the program again from where it was published; none is ever changed or taken away.',
  }));
}

function breakSentence(found: ChainBreak): string {
  const { release } = found;
  switch (found.kind) {
    case 'no-first':
      return `Release ${release} was made after release ${found.named}, which is not there.`;
    case 'second-first':
      return `Release ${release} says that it is the first, but release ${found.before} is there.`;
    case 'gap':
      return `Release ${release} was made after release ${found.named}, but the one before it is ${found.before}: a release was taken out or put in.`;
    case 'changed':
      return `Release ${release} was made after another release ${found.before} than the one that is there: its ${SUMS} was changed.`;
  }
}
