/**
 * `data/programs/<program>/translations/<language>.json`: the texts of a program's papers, of its record and of its
 * releases in another language, by their English text. Releases stay as they are: a language touches none.
 *
 * A translation holds the numbers of its English text and no others, so that no figure changes on the way:
 *
 *   14 to 64              de 14 a 64                  fine
 *   September 11, 2023     2023年9月11日                 fine: a month may be written as its number
 *   for five years        durante 5 años              refused: the English text has no such number
 */
import { z } from 'astro/zod';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { readWritten } from '../reading/written-json.ts';

const translationsSchema = z.strictObject({
  /** Who checked it: a name, or an office. Null while it is a draft. */
  reviewedBy: z.string().min(1).nullable(),
  texts: z.record(z.string().min(1), z.string().min(1)),
});
export type Translations = z.infer<typeof translationsSchema>;

/** Reads and checks a file of translations. `file` only names the place in problems. */
export function parseTranslations(json: string, file: string): Checked<Translations> {
  const written = readWritten(json, file, translationsSchema, 'docs/languages.md explains the file.');
  if (!written.ok) return written;
  const { value, place } = written.value;
  const faults = Object.entries(value.texts).flatMap(([english, translated]) =>
    numberFaults(english, translated).map((what) => place(problem(file, `texts.${english}`, what))),
  );
  return faults.length > 0 ? refuse(faults) : accept(value);
}

function problem(file: string, column: string, message: string): Problem {
  const fix = 'Write the numbers of the English text, in digits, and no others.';
  return { file, line: 0, column, code: 'translation', message, fix };
}

const NUMBER = /\p{N}+(?:[.,\u00a0\u202f ]\p{N}{3}(?!\p{N}))*/gu;
const MONTH = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** What is wrong with the numbers of a translation: one that is missing, one that is too much. */
function numberFaults(english: string, translated: string): string[] {
  const needed = numbersIn(english);
  const found = numbersIn(translated);
  const months = new Set([...english.matchAll(MONTH)].map(([month]) => String(MONTHS.indexOf(month) + 1)));
  const missing = [...needed].filter((number) => !found.has(number));
  const surplus = [...found].filter((number) => !needed.has(number) && !months.has(number));
  return [
    ...missing.map((number) => `The translation lacks the number ${number}.`),
    ...surplus.map((number) => `The English text has no number ${number}.`),
  ];
}

/** Numbers without the marks between thousands, which differ from language to language. */
function numbersIn(text: string): Set<string> {
  return new Set([...text.matchAll(NUMBER)].map(([number]) => number.replace(/\P{N}/gu, '')));
}
