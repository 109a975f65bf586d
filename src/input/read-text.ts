/** A whole file as text, for files that are small enough. */
import type { Fault } from '../reading/problem.ts';
import { encodingOf, foreignFault, NOT_UTF_16 } from './encoding.ts';
import { type LineText, readLines } from './line-text.ts';

/** The text of a file, with the faults of its lines; or why the bytes are no text. */
export function readText(bytes: Uint8Array): LineText | Fault {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return foreignFault(bytes) ?? readLines(bytes, true);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return readLines(new TextEncoder().encode(text), true);
  } catch {
    return NOT_UTF_16;
  }
}
