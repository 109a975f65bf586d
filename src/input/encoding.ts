/**
 * Which bytes are the text of a file that somebody hands in, and what is wrong with others. No fault repeats a
 * byte of the file: it may be confidential.
 */
import type { Fault } from '../reading/problem.ts';

/** The character that marks the beginning of a text in Unicode, and in the middle the place where two were joined. */
export const MARK = '\uFEFF';

/** By its mark; UTF-8 needs none. */
export function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Why bytes are no text at all, from the beginning of the file; undefined where they may be. */
export function foreignFault(start: Uint8Array): Fault | undefined {
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03 && start[3] === 0x04) return SPREADSHEET;
  const sample = start.subarray(0, 1024);
  const zeros = sample.filter((byte) => byte === 0).length;
  return 4 * zeros > sample.length ? UTF_16 : undefined;
}

const SPREADSHEET: Fault = {
  code: 'encoding',
  message: 'The file is a spreadsheet (XLSX), not text.',
  fix: 'Save the sheet as "CSV UTF-8".',
};
const UTF_16: Fault = {
  code: 'encoding',
  message: 'The file is not UTF-8 text: it looks like UTF-16 without a mark, or like no text at all.',
  fix: 'Save the file as "CSV UTF-8".',
};

export const NOT_UTF_8: Fault = {
  code: 'encoding',
  message: 'The line is not UTF-8 text; it was not read.',
  fix: 'Save the file as "CSV UTF-8": plain "CSV" of a spreadsheet spoils every letter with an accent.',
};
export const NOT_UTF_16: Fault = {
  code: 'encoding',
  message: 'The file begins like UTF-16 and does not go on like it.',
  fix: 'Save the file as "CSV UTF-8".',
};
export const ZERO_BYTE: Fault = {
  code: 'zero-byte',
  message: 'The line holds a byte of value zero (NUL), which is no character; it was not read.',
  fix: 'Look for a field that was cut off or damaged at its source, and export the file again.',
};
export const SECOND_MARK: Fault = {
  code: 'second-mark',
  message:
    'The line begins with a byte order mark, which stands at the beginning of a file: two files were joined here.',
  fix: 'Look whether rows stand there twice, and take the mark and a second header out; or export the file again.',
};
