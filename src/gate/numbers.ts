/**
 * Where numbers stand in a text, in any script: digits, the separators between them, a sign before and a
 * percent sign after. Two numbers are the same only if they are written the same.
 */

export interface NumberToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A hyphen after a letter or digit (`I-9`, `2025-04`) joins; anywhere else it is a sign. */
const NUMBER = /(?:(?<![\p{L}\p{N}])[-−])?\p{N}+(?:[.,٫٬'’\u00a0\u202f]\p{N}+)*(?:[\u00a0\u202f ]?[%٪‰])?/gu;

export function findNumbers(text: string): NumberToken[] {
  return [...text.matchAll(NUMBER)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
