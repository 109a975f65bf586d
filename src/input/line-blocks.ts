/**
 * A text file as blocks of whole lines, so that a file of any length is read in little memory and every
 * fault has its line. No field of a tally holds a line break, so no row spans two blocks.
 */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { accept, type Checked, type Fault, refuse } from '../reading/problem.ts';
import { encodingOf, foreignFault, NOT_UTF_16 } from './encoding.ts';
import { type LineText, readLines } from './line-text.ts';

const BLOCK_BYTES = 64 * 1024;
const LONGEST_LINE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Blocks in their order; after a refusal, which is of the file as a whole, nothing more comes. */
export async function* readLineBlocks(path: string): AsyncGenerator<Checked<LineText>> {
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  try {
    for await (const chunk of readUtf8(path)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const foreign = isStart ? foreignFault(bytes) : undefined;
      if (foreign !== undefined) return yield refuse([atFile(path, foreign)]);
      const end = endOfLines(bytes);
      rest = bytes.subarray(end);
      if (rest.length > LONGEST_LINE_BYTES) return yield refuse([atFile(path, ENDLESS_LINE)]);
      if (end === 0) continue;
      yield accept(readLines(bytes.subarray(0, end), isStart));
      isStart = false;
    }
  } catch (error) {
    return yield refuse([atFile(path, readFault(error, path))]);
  }
  if (rest.length > 0) yield accept(readLines(rest, isStart));
}

/** Behind the last line break. A carriage return at the very end may be half of one. */
function endOfLines(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(CARRIAGE_RETURN, -2)) + 1;
}

/** The bytes of the file, those of UTF-16 as UTF-8. */
async function* readUtf8(path: string): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
    const bytes = chunk as Buffer;
    decoder ??= encodingOf(bytes) === 'utf-8' ? null : new TextDecoder(encodingOf(bytes), { fatal: true });
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

const ENDLESS_LINE: Fault = {
  code: 'long-line',
  message: 'The file has a line of more than 64 kB, so it is not a tally.',
  fix: 'Export the tally as CSV with one row per line.',
};

/** What spreadsheets call files of theirs that are not read. */
const SHEETS = ['.xlsm', '.xlsb', '.xls', '.ods', '.numbers'];

function readFault(error: unknown, path: string): Fault {
  if (error instanceof TypeError) return NOT_UTF_16;
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    const sheet = SHEETS.map((ending) => path.replace(/\.csv$/, ending)).find((name) => existsSync(name));
    if (sheet !== undefined)
      return {
        code: 'missing-file',
        message: `The file does not exist; there is ${basename(sheet)}.`,
        fix: 'Open that in the spreadsheet and save it as XLSX or CSV, beside it.',
      };
    const fix = 'Put the file there, name another folder, or take the measure out of program.json.';
    return { code: 'missing-file', message: 'The file does not exist.', fix };
  }
  return {
    code: 'unreadable-file',
    message: `The file cannot be read (${reason}).`,
    fix: 'See that it is a file and that you may read it.',
  };
}

function atFile(file: string, fault: Fault) {
  return { file, line: 0, column: '', ...fault };
}
