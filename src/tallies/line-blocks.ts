/**
 * A text file as blocks of whole lines, so that a file of any length is read in little memory and every
 * fault has its line. No field of a tally holds a line break, so no row spans two blocks.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';

const BLOCK_BYTES = 64 * 1024;
const LONGEST_LINE_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/** Whole lines as bytes; after a refusal nothing more comes. */
export async function* readLineBlocks(path: string): AsyncGenerator<Checked<Buffer>> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      rest = bytes.subarray(end);
      if (rest.length > LONGEST_LINE_BYTES) return yield refuse([endlessLine(path)]);
      if (end > 0) yield accept(bytes.subarray(0, end));
    }
  } catch (error) {
    return yield refuse([unreadable(path, error)]);
  }
  if (rest.length > 0) yield accept(rest);
}

/** The text of a block that starts at `line`, without its closing line break, with `\n` between lines. */
export function decodeBlock(bytes: Buffer, path: string, line: number): Checked<string> {
  if (bytes.includes(0) || !isUtf8(bytes)) return refuse([wrongEncoding(bytes, path, line)]);
  const text = bytes.toString('utf8');
  return accept((text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).replace(/\n$/, ''));
}

function wrongEncoding(bytes: Buffer, file: string, first: number): Problem {
  const utf16 = bytes.includes(0);
  return {
    file,
    line: utf16 ? 0 : first + firstBrokenLine(bytes),
    column: '',
    code: 'encoding',
    message: utf16
      ? 'The file is not UTF-8 text: it looks like UTF-16 or a spreadsheet.'
      : 'The line is not UTF-8 text.',
    fix: 'Save the file as "CSV UTF-8".',
  };
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 0;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}

function endlessLine(file: string): Problem {
  const message = 'The file has a line of more than 64 kB, so it is not a tally.';
  return {
    file,
    line: 0,
    column: '',
    code: 'long-line',
    message,
    fix: 'Export the tally as CSV with one row per line.',
  };
}

function unreadable(file: string, error: unknown): Problem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    const fix = 'Put the file there, name another folder, or take the measure out of program.json.';
    return { file, line: 0, column: '', code: 'missing-file', message: 'The file does not exist.', fix };
  }
  const message = `The file cannot be read (${reason}).`;
  return {
    file,
    line: 0,
    column: '',
    code: 'unreadable-file',
    message,
    fix: 'See that it is a file and that you may read it.',
  };
}
