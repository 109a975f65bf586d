/**
 * Codes of a tally that may be another one with a letter wrong: a program would take "Hilfoot" for an area of its own. A guess, by few
 * other letters and far fewer rows. No message says what is written there, only what it may be.
 */

import { nearestName } from '../../reading/nearest-name.ts';
import type { Problem } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { ScannedLabel } from '../../tallies/scan-table.ts';
import type { Answers } from './answers.ts';
import type { Ask } from './ask-answers.ts';
import { isAlike, type Scanned } from './tally-codes.ts';

/** So many letters are other at the most. */
const MOST_LETTERS = 2;
/** So many times the rows has the code that may be meant, at the least. */
const MORE_ROWS = 10;

/** One for each code that nobody says is meant: `meant` are texts as a tally writes them. */
export function nearCodes(scanned: Scanned, meant: readonly string[]): Problem[] {
  return [...scanned.values()].flatMap(({ file, dimensions }) =>
    dimensions.flatMap(({ title, labels }) =>
      labels.flatMap((label): Problem[] => {
        const near = nearCode(label, labels);
        if (near === undefined || meant.some((one) => isAlike(one, label.text))) return [];
        return [{ file, line: label.line, column: title, ...nearFault(near) }];
      }),
    ),
  );
}

function nearCode({ text, rows }: ScannedLabel, labels: readonly ScannedLabel[]): string | undefined {
  const many = labels.filter((one) => one.rows > MORE_ROWS * rows).map((one) => one.text);
  // What is the same but for capitals, blanks and hyphens is one code anyway.
  return many.some((one) => isAlike(one, text)) ? undefined : nearestName(text, many, MOST_LETTERS);
}

function nearFault(near: string) {
  return {
    code: 'near-code',
    message: `What stands here is nearly "${near}", and has far fewer rows.`,
    fix: `If "${near}" is meant, correct it. If it is a code of its own, say so when asked, or with --answers in "ownCodes".`,
  };
}

/** Whatever the answers name. */
export function meantCodes({ ownCodes, ways, ages, areas }: Answers): string[] {
  return [...ownCodes, ...[...ways, ...ages, ...areas].map(({ code }) => code)];
}

/** Nothing if it is so. */
export async function askCodes(ask: Ask, problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return;
  const places = problems.map(({ file, line, column, message }) => `${file}:${line}: ${column}: ${message}`);
  const are = await ask.choose(
    `${places.join('\n')}\nIs each a code of its own? It would be published as one.`,
    {
      no: 'no: stop here, the tally is to be corrected',
      yes: 'yes, each is a code of its own',
    },
  );
  if (are === 'no')
    throw nearError('The tallies are to be corrected first, so nothing was written.', problems);
}

export function refuseCodes(problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw nearError('A code of the tallies may be another one with a letter wrong.', problems);
}

function nearError(message: string, problems: readonly Problem[]): RefusedError {
  return new RefusedError('input', message, problems);
}
