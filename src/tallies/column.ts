/** One dimension of a tally file: where each of its codes goes in a grid, and why another is not taken. */
import { type Codelist, codesAtLevel, TOTAL } from '../program/codelist.ts';
import { isOfRequests } from '../program/docket-plan.ts';
import { nearestName } from '../reading/nearest-name.ts';
import type { Fault } from '../reading/problem.ts';
import { LIKE_TOTAL, soundsLikeTotal } from './total-words.ts';

/** A code's level, as an index into the column's levels, and its position among the codes of that level. */
export interface Place {
  readonly level: number;
  readonly position: number;
}

/**
 * What a text that is no code means: a code written in another `form` (words that say how), a fault, or a period
 * whose row is to be left for a later release.
 */
export type Meaning =
  | { readonly code: string; readonly form: string }
  | { readonly fault: Fault }
  | 'set-aside';

export interface Column {
  readonly name: string;
  /** Every level of the codelist in its order, then `_T` if a total is taken. */
  readonly levels: readonly string[];
  /** Per level: its codes in codelist order. */
  readonly codes: readonly (readonly string[])[];
  readonly places: ReadonlyMap<string, Place>;
  readonly explain: (text: string) => Meaning;
  /** What is wrong with the column as the whole file shows it. */
  readonly finish: () => Fault | undefined;
}

export function makeColumn(
  codelist: Codelist,
  total: boolean,
  { explain, finish }: Pick<Column, 'explain' | 'finish'>,
): Column {
  const declared = [...new Set(codelist.codes.map(({ level }) => level))];
  const levels = total ? [...declared, TOTAL] : declared;
  const codes = levels.map((level) => (level === TOTAL ? [TOTAL] : codesAtLevel(codelist, level)));
  const places = new Map(
    codes.flatMap((list, level) => list.map((code, position) => [code, { level, position }] as const)),
  );
  return { name: codelist.dimension, levels, codes, places, explain: remembering(explain), finish };
}

/** Other ways of writing one code that are kept in mind; a sound file has a few. */
const MOST_REMEMBERED = 10_000;

function remembering(explain: Column['explain']): Column['explain'] {
  const known = new Map<string, Meaning>();
  return (text) => {
    const meaning = known.get(text) ?? explain(text);
    if (known.size < MOST_REMEMBERED) known.set(text, meaning);
    return meaning;
  };
}

/** What the texts of a dimension mean that are none of its codes: one in other letters, or its label. */
export function codeReader(codelist: Codelist): Pick<Column, 'explain' | 'finish'> {
  const codes = [...codelist.codes, { code: TOTAL, label: TOTAL }];
  const byCode = gather(codes.map(({ code }) => [foldText(code), code]));
  const byLabel = gather(codes.map(({ code, label }) => [foldText(label), code]));
  const explain = (text: string): Meaning => {
    const key = foldText(text);
    if (key === '') return { fault: EMPTY_CODE };
    const written = byCode.get(key) ?? [];
    const labelled = byLabel.get(key) ?? [];
    const meant = [...new Set([...written, ...labelled])];
    const [code] = meant;
    if (code === undefined)
      return { fault: soundsLikeTotal(text) ? LIKE_TOTAL : unknownCode(codelist, text) };
    if (meant.length > 1) return { fault: twoCodes(meant) };
    return { code, form: written.length > 0 ? OTHER_LETTERS : 'by their label' };
  };
  return { explain, finish: () => undefined };
}

const OTHER_LETTERS = 'in other capitals, with blanks, or as a number with other zeros';

function gather(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, code] of pairs) found.set(key, [...(found.get(key) ?? []), code]);
  return found;
}

/** Without capitals and blanks; of a number that a spreadsheet took for one, without zeros before and after it. */
export function foldText(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replaceAll(/\s/g, '');
  const number = /^0*(\d+)(?:\.0+)?$/.exec(plain);
  return number?.[1] ?? plain;
}

/** Names the nearest declared code, and nothing of what was written. */
function unknownCode(codelist: Codelist, text: string): Fault {
  const near = nearestName(
    text,
    codelist.codes.map(({ code }) => code),
  );
  const nearest = near === undefined ? '' : `The nearest is ${near}. `;
  const declare = isOfRequests(codelist.dimension) ? '' : '; or declare the code in program.json';
  return {
    code: 'unknown-code',
    message: `The code is not in the codelist of "${codelist.dimension}".`,
    fix: `${nearest}Use ${TOTAL} or one of: ${sample(codelist)}${declare}.`,
  };
}

function twoCodes(codes: readonly string[]): Fault {
  return {
    code: 'two-codes',
    message: `The text can stand for each of these codes: ${codes.slice(0, 8).join(', ')}.`,
    fix: 'Write the code itself.',
  };
}

export const EMPTY_CODE: Fault = {
  code: 'empty-code',
  message: 'The code is empty.',
  fix: `Write a code, or ${TOTAL} for the total.`,
};

function sample({ codes }: Codelist): string {
  const shown = codes.slice(0, 8).map(({ code }) => code);
  return codes.length > shown.length ? `${shown.join(', ')}, ...` : shown.join(', ');
}
