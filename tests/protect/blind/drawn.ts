// Lots of tiny tables, as a key draws them.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Blindly } from '../../../src/run/lottery/lots.ts';

/** What is drawn by the key that this name gives. */
export function drawnBy(name: string, share: number, size: number): Blindly {
  const key = createHash('sha256').update(name).digest();
  const lottery = { key, program: 'table', share, earlierShare: 0, actsPerPerson: new Map() };
  return { lottery, weights: new Array(size).fill(1) };
}

export const keyNames = fc.string({ minLength: 1, maxLength: 8 });
