/** Which rows of the tallies make up a cell, for the operator: the file, the first line, and the others in words. */

import { basename } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import type { CellPlace, Problem } from '../../reading/problem.ts';
import { measureCodelists, type ReleaseShape } from '../../system/shape.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import { linesBehind } from '../../tallies/rows-behind.ts';

export interface ReadShape {
  readonly shape: ReleaseShape;
  readonly read: readonly ReadMeasure[];
}

export interface CellRows {
  /** As messages name it. */
  readonly file: string;
  /** Rising; none where no row of a tally makes up the cell, as of a docket. */
  readonly lines: readonly number[];
}

export function rowsOfCell({ measure: id, codes }: CellPlace, { read, shape }: ReadShape): CellRows {
  const tally = read.find(({ measure }) => measure === id);
  const measure = shape.declaration.measures.find((one) => one.id === id);
  if (measure === undefined || tally === undefined) return { file: `cubes/${id}.csv`, lines: [] };
  const lists = measureCodelists(measure, shape.codelists);
  return { file: tally.file, lines: linesBehind(tally, codes, lists, measure.kind) };
}

/** Lines that are named of one cell. */
const MOST_LINES = 5;

/** `The rows are on lines 4, 7 and 12 more. `; nothing where there is none. `of`: whose they are, where not of one file. */
export function linesText(lines: readonly number[], of = ''): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : '';
  const are = lines.length === 1 ? `row${of} is on line` : `rows${of} are on lines`;
  return `The ${are} ${lines.slice(0, MOST_LINES).join(', ')}${more}. `;
}

/** `rows on lines 4, 7 and 12`, `row on line 4, 7 or 12`. */
export function listLines(lines: readonly number[], word: 'and' | 'or'): string {
  const rows = lines.length > 1 && word === 'and' ? 'rows on lines' : 'row on line';
  return `${rows} ${listSome(lines.map(String), word)}`;
}

/** Of many the first, and how many more. */
export function listSome(all: readonly string[], word: 'and' | 'or'): string {
  const named = all.slice(0, MOST_LINES);
  const parts = all.length > MOST_LINES ? [...named, `${all.length - MOST_LINES} more`] : named;
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** The same problem at the rows that show it. */
export function atItsRows(problem: Problem, counted: ReadShape): Problem {
  if (problem.cells === undefined) return problem;
  const rows = problem.cells.map((cell) => rowsOfCell(cell, counted));
  const first = valueAt(rows, 0);
  const byFile = Map.groupBy(rows, ({ file }) => file);
  const texts = [...byFile].map(([file, all]) => {
    const lines = [...new Set(all.flatMap(({ lines }) => lines))].sort((one, other) => one - other);
    return linesText(lines, byFile.size === 1 ? '' : ` of ${basename(file)}`);
  });
  const [line = 0] = first.lines;
  return { ...problem, file: first.file, line, fix: `${texts.join('')}${problem.fix}` };
}
