/**
 * `<program>/releases/<release>/api/<measure>.json`: every cell of a measure as static JSON. Codes and numbers are the same in every language, so
 * they stand once. Made from the release alone; the sealed CSV files are the original.
 */
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { cellKey, type PublishedCell } from '../../program/cell.ts';
import type { CountRange } from '../../program/count-range.ts';
import { markNote, type Nature } from '../invented-mark.ts';
import type { ApiCell } from './api-file.ts';

/** A cell in a file for all languages: its note by its place among the notes, null where there is nothing to say. */
export interface ListedCell extends Omit<ApiCell, 'note'> {
  readonly note: number | null;
}

export interface CellsFile {
  readonly measure: string;
  /** Whether every figure is invented. */
  readonly synthetic: boolean;
  /** As the sealed files have them, in English, each once. */
  readonly notes: readonly string[];
  readonly cells: readonly ListedCell[];
}

/** `cells` are all of the measure, in the order of its cube; `proved` says of hidden counts, by `measure|period|code|...`, between what numbers they lie. */
export function cellsFile(
  measure: string,
  cells: readonly PublishedCell[],
  nature: Nature,
  proved: ReadonlyMap<string, CountRange>,
): CellsFile {
  const textOf = ({ note }: PublishedCell) => markNote(note, nature);
  const notes = notedAt(cells, nature).map((at) => textOf(valueAt(cells, at)));
  const places = new Map(notes.map((note, at) => [note, at]));
  const noteOf = (cell: PublishedCell) => (textOf(cell) === '' ? null : entryOf(places, textOf(cell)));
  return {
    measure,
    synthetic: nature === 'invented',
    notes,
    cells: cells.map((cell) => {
      const name = cellKey([measure, ...cell.codes]);
      const range = cell.range ?? proved.get(name);
      return {
        cell: name,
        count: cell.count,
        ...(range && { range }),
        status: cell.status,
        note: noteOf(cell),
      };
    }),
  };
}

/** For each note that the file of these cells has, in its order, the place of the first cell that bears it. */
export function notedAt(cells: readonly PublishedCell[], nature: Nature): number[] {
  const first = new Map<string, number>();
  for (const [at, { note }] of cells.entries()) {
    const text = markNote(note, nature);
    if (text !== '' && !first.has(text)) first.set(text, at);
  }
  return [...first.values()];
}

/** The cell with its note in the words of `notes`. */
export function tellCell(cell: ListedCell, notes: readonly string[]): ApiCell {
  return { ...cell, note: cell.note === null ? '' : valueAt(notes, cell.note) };
}
