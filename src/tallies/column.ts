/** One dimension of a tally file: where each of its codes goes in a grid, and why another is not taken. */
import { type Codelist, codesAtLevel, TOTAL } from '../model/codelist.ts';
import type { Fault } from './fault.ts';

/** A code's level, as an index into the column's levels, and its position among the codes of that level. */
export interface Place {
  readonly level: number;
  readonly position: number;
}

export interface Column {
  readonly name: string;
  /** Every level of the codelist in its order, then `_T` if a total is taken. */
  readonly levels: readonly string[];
  /** Per level: its codes in codelist order. */
  readonly codes: readonly (readonly string[])[];
  readonly places: ReadonlyMap<string, Place>;
  /** Why a text that has no place has none; `set-aside` if its row is to be left for a later release. */
  readonly explain: (text: string) => Fault | 'set-aside';
}

export function makeColumn(codelist: Codelist, total: boolean, explain: Column['explain']): Column {
  const declared = [...new Set(codelist.codes.map(({ level }) => level))];
  const levels = total ? [...declared, TOTAL] : declared;
  const codes = levels.map((level) => (level === TOTAL ? [TOTAL] : codesAtLevel(codelist, level)));
  const places = new Map(
    codes.flatMap((list, level) => list.map((code, position) => [code, { level, position }] as const)),
  );
  return { name: codelist.dimension, levels, codes, places, explain };
}

/** Why a text is no code of a dimension. The text is not repeated: it may be anything, a name too. */
export function codeFault(text: string, codelist: Codelist): Fault {
  const empty = emptyCodeFault(text);
  if (empty !== undefined) return empty;
  if (codelist.codes.some(({ code }) => code === text.trim())) {
    return { code: 'unknown-code', message: 'The code has spaces around it.', fix: 'Take the spaces out.' };
  }
  const message = `The code is not in the codelist of "${codelist.dimension}".`;
  return {
    code: 'unknown-code',
    message,
    fix: `Use ${TOTAL} or one of: ${sample(codelist)}; or declare the code in program.json.`,
  };
}

export function emptyCodeFault(text: string): Fault | undefined {
  if (text.trim() !== '') return undefined;
  return {
    code: 'empty-code',
    message: 'The code is empty.',
    fix: `Write a code, or ${TOTAL} for the total.`,
  };
}

function sample({ codes }: Codelist): string {
  const shown = codes.slice(0, 8).map(({ code }) => code);
  return codes.length > shown.length ? `${shown.join(', ')}, ...` : shown.join(', ');
}
