/** The reason for a batch of corrections. It is published, so it passes the door of all words that are. */
import { isUtf8 } from 'node:buffer';
import type { Fault } from '../reading/problem.ts';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { someText } from './docket/docket-fields.ts';
import { numberWordAt } from './number-words.ts';
import { markOfValue } from './person-marks.ts';

const LONGEST = 300;

/** One line of text, in one of the `languages` of the site; `bytes` is undefined where there is no file. */
export function readReason(
  file: string,
  bytes: Buffer | undefined,
  languages: readonly string[],
): Checked<string> {
  if (bytes === undefined) return refuse([at(file, 0, MISSING)]);
  if (!isUtf8(bytes)) return refuse([at(file, 0, NOT_TEXT)]);
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const [text = '', ...more] = lines.map((line) => line.trim());
  const read = someText(text);
  if ('fault' in read) return refuse([at(file, 1, read.fault)]);
  if (more.length > 0) return refuse([at(file, 2, MORE_LINES)]);
  const fault = formFault(text);
  if (fault !== undefined) return refuse([at(file, 1, fault)]);
  const character = numberWordAt(text, languages);
  return character === undefined ? accept(text) : refuse([{ ...at(file, 1, NUMBER_WORD), character }]);
}

/** Figures could tell what is hidden, and a spreadsheet takes a text that begins with a sign for a formula. */
function formFault(text: string): Fault | undefined {
  if (/\p{N}/u.test(text)) return FIGURES;
  if (markOfValue(text) !== undefined) return PERSONAL;
  if (text.length > LONGEST) return TOO_LONG;
  return /^\p{L}[^\p{C}|]*$/u.test(text) ? undefined : NO_SENTENCE;
}

function at(file: string, line: number, fault: Fault): Problem {
  return { file, line, column: '', ...fault };
}

const MISSING: Fault = {
  code: 'reason-missing',
  message: 'The batch of corrections has no reason.',
  fix: 'Write into reason.txt, in one sentence, why figures change. It is published beside each of them.',
};
const NOT_TEXT: Fault = {
  code: 'encoding',
  message: 'The file is not UTF-8 text.',
  fix: 'Save it as plain text in UTF-8.',
};
const MORE_LINES: Fault = {
  code: 'reason-lines',
  message: 'The reason has more than one line.',
  fix: 'Write one line: the same reason stands beside every figure that changes.',
};
const FIGURES: Fault = {
  code: 'reason-figures',
  message: 'The reason holds a digit. A figure in it could tell what is hidden.',
  fix: 'Say it without numbers and dates: the files tell what changed, and by how much.',
};
const NUMBER_WORD: Fault = {
  code: 'reason-number-word',
  message: 'At this place the reason has a number in words. It could tell what is hidden.',
  fix: 'Say it without: "forms", "a box of forms" or "some forms" in place of how many. The files tell what changed, and by how much.',
};
const PERSONAL: Fault = {
  code: 'personal-text',
  message: 'The reason looks like the name or the address of a person.',
  fix: 'Say what went wrong in a sentence that names offices, never people.',
};
const TOO_LONG: Fault = {
  code: 'reason-long',
  message: `The reason is longer than ${LONGEST} characters.`,
  fix: 'Say it shorter.',
};
const NO_SENTENCE: Fault = {
  code: 'reason-form',
  message: 'The reason does not begin with a letter, or holds a character that a sentence does not need.',
  fix: 'Write a plain sentence.',
};
