/** Fields of record files: what each may hold, and the fault and remedy if it holds something else. */
import { z } from 'astro/zod';

const rule = (fits: (text: string) => boolean, message: string, fix: string) =>
  z.string().refine(fits, { message, params: { fix } });

/** Any text, empty too. */
export const anyText = z.string();

export const someText = rule(
  (text) => text.trim() !== '',
  'The field is empty.',
  'Fill it in, or take the row out.',
);

/** A short name for links and formulas. */
export const idText = rule(
  (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  'The id is not in the form of an id.',
  'Use lower-case letters and digits, with single dashes between, such as cards-2022.',
);

/** Who says so. Nothing on the record stands without it. */
export const sourceTitle = rule(
  (text) => text.trim() !== '',
  'The source is missing.',
  'Name who published it and when; what has no source is not on the record.',
);

export const sourceUrl = rule(
  (text) => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)),
  'The address of the source is not a web address.',
  'Start it with https:// or http://, or leave it empty if none is known.',
);

/** A day, a month or a year as ISO 8601 writes it. */
export const date = rule(
  isDate,
  'The date is not one.',
  'Write 2025-04-17, 2025-04 or 2025, as far as it is known.',
);

export const dateOrNothing = rule(
  (text) => text === '' || isDate(text),
  'The date is not one.',
  'Write 2025-04-17, 2025-04 or 2025, or leave it empty if it is not known.',
);

export const number = rule(
  (text) => /^\d+(\.\d+)?$/.test(text),
  'The value is not a number of 0 or more.',
  'Write digits without separators of thousands, such as 145825 or 12.5.',
).transform(Number);

export const wholeOrNothing = rule(
  (text) => /^\d*$/.test(text),
  'The value is not a whole number.',
  'Write digits only, or leave it empty if it is not on the record.',
).transform((text) => (text === '' ? null : Number(text)));

export const yesOrNo = rule(
  (text) => ['', 'yes', 'no'].includes(text),
  'The field is neither "yes" nor "no".',
  'Write yes or no; empty means no.',
).transform((text) => text === 'yes');

export function oneOf<const Word extends string>(words: readonly Word[]) {
  const list = words.map((word) => (word === '' ? 'nothing' : word)).join(', ');
  const known = (text: string): text is Word => words.some((word) => word === text);
  return z
    .string()
    .refine(known, {
      message: 'The word is not one of those that the column takes.',
      params: { fix: `Use one of: ${list}.` },
    })
    .transform((text) => text as Word);
}

function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (match === null) return false;
  const [, year = '', month = '01', day = '01'] = match;
  const full = `${year}-${month}-${day}`;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full);
}
