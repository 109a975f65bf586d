/**
 * What a release would do to published figures, for the operator alone: the count that was published, the one that it
 * would have, and the rows that make it up. Cells of few rows come first, since they show where to look.
 */

import { cellKey } from '../../program/cell.ts';
import { nameCell } from '../../program/cell-name.ts';
import { countsRequests, listsRequests } from '../../program/docket-plan.ts';
import type { Problem } from '../../reading/problem.ts';
import type { Breach } from '../../release/changes/continuity.ts';
import { measureCodelists } from '../../system/shape.ts';
import { type CellRows, linesText, type ReadShape, rowsOfCell } from './rows-of-cells.ts';

/** One problem a cell, of the newest release that says otherwise. */
export function breachProblems(breaches: readonly Breach[], counted: ReadShape): Problem[] {
  const newest = new Map(breaches.map((breach) => [`${breach.measure}|${cellKey(breach.codes)}`, breach]));
  return [...newest.values()]
    .map((breach) => ({ breach, rows: rowsOfCell(breach, counted) }))
    .sort((one, other) => one.rows.lines.length - other.rows.lines.length)
    .map(({ breach, rows }) => breachProblem(breach, rows, counted));
}

function breachProblem(
  breach: Breach,
  { file, lines: [line = 0], lines }: CellRows,
  counted: ReadShape,
): Problem {
  const { measure, release, kind } = breach;
  return {
    file,
    line,
    column: 'count',
    code: 'correction',
    message: `Release ${release} ${KINDS[kind](breach, cellName(breach, counted))}.`,
    fix: `${linesText(lines)}Look for what changed in ${countedIn(measure, counted)} since then.`,
  };
}

function countedIn(measure: string, { shape }: ReadShape): string {
  if (!countsRequests(measure)) return 'the tallies or in program.json';
  return listsRequests(shape.declaration) ? 'the docket' : 'the totals of requests';
}

/** A cell of a measure, by its codes. */
export type CellAddress = Pick<Breach, 'measure' | 'codes'>;

/** `"Cards issued", 2024-Q1, At an event`: labels of the measure and of its codes, totals left out. */
export function cellName({ measure: id, codes }: CellAddress, { shape }: Pick<ReadShape, 'shape'>): string {
  const measure = shape.declaration.measures.find((one) => one.id === id);
  if (measure === undefined) return 'a cell of a measure that is not declared any more';
  return nameCell(measure, measureCodelists(measure, shape.codelists), codes);
}

const KINDS: Readonly<Record<Breach['kind'], (breach: Breach, cell: string) => string>> = {
  changed: ({ published, now }, cell) => `published ${published} for ${cell}; it would be ${now}`,
  lost: ({ published }, cell) => `published ${published} for ${cell}; it would have no count any more`,
  withheld: ({ published }, cell) => `published ${published} for ${cell}; it would be withheld`,
  'left-out': ({ published }, cell) => `published ${published} for ${cell}; no table holds it any more`,
  revealed: (_, cell) => `withheld ${cell}; it would be shown`,
};
