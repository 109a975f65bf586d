/**
 * Whole lines of bytes as text with `\n` between lines, whatever the system that wrote them: LF, CRLF or CR alone.
 * A line that is no text is told with its place and left blank, so that all others keep theirs.
 */
import type { Fault } from '../reading/problem.ts';
import { MARK, NOT_UTF_8, SECOND_MARK, ZERO_BYTE } from './encoding.ts';

/** `at` counts lines from 0, within the text. */
interface LineFault {
  readonly at: number;
  readonly fault: Fault;
}

export interface LineText {
  /** Without a closing line break. */
  readonly text: string;
  readonly faults: readonly LineFault[];
}

/** `isStart`: the bytes are the first of the file, where a mark may stand. */
export function readLines(bytes: Uint8Array, isStart: boolean): LineText {
  const sound = soundText(bytes);
  const read = sound === undefined ? readEach(bytes) : { text: sound, faults: [] };
  const text = isStart && read.text.startsWith(MARK) ? read.text.slice(1) : read.text;
  return text.includes(MARK) ? withoutMarks(text, read.faults) : { text, faults: read.faults };
}

/** Undefined where some line is no text. */
function soundText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return unixText(STRICT.decode(bytes));
  } catch {
    return undefined;
  }
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

function unixText(text: string): string {
  return (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text).replace(/\n$/, '');
}

/** Line by line: what stands in the place of broken bytes is never shown. */
function readEach(bytes: Uint8Array): LineText {
  const faults: LineFault[] = [];
  const lines = unixText(LENIENT.decode(bytes))
    .split('\n')
    .map((line, at) => {
      const fault = lineFault(line);
      if (fault !== undefined) faults.push({ at, fault });
      return fault === undefined ? line : '';
    });
  return { text: lines.join('\n'), faults };
}

function lineFault(line: string): Fault | undefined {
  if (line.includes('\0')) return ZERO_BYTE;
  return line.includes('\uFFFD') ? NOT_UTF_8 : undefined;
}

/** A mark within a line is a blank like others. */
function withoutMarks(text: string, known: readonly LineFault[]): LineText {
  const marked = text
    .split('\n')
    .flatMap((line, at) => (line.startsWith(MARK) ? [{ at, fault: SECOND_MARK }] : []));
  return {
    text: text.replaceAll(new RegExp(`^${MARK}+`, 'gm'), ''),
    faults: [...known, ...marked].sort((one, other) => one.at - other.at),
  };
}
