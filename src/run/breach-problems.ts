/**
 * What a release would do to published figures, for the operator alone: the count that was published, the one that it
 * would have, and the rows that make it up. Cells of few rows come first, since they show where to look.
 */

import { cellKey } from '../model/cell.ts';
import { countsActs } from '../model/docket-plan.ts';
import type { Problem } from '../model/problem.ts';
import { measureCodelists, type ReleaseShape } from '../model/shape.ts';
import type { Breach } from '../release/continuity.ts';
import type { ReadMeasure } from '../tallies/read-measure.ts';
import { linesBehind } from '../tallies/rows-behind.ts';

/** Lines that are named of one cell. */
const MOST_LINES = 5;

interface Counted {
  readonly shape: ReleaseShape;
  readonly read: readonly ReadMeasure[];
}

/** One problem a cell, of the newest release that says otherwise. */
export function breachProblems(breaches: readonly Breach[], counted: Counted): Problem[] {
  const newest = new Map(breaches.map((breach) => [`${breach.measure}|${cellKey(breach.codes)}`, breach]));
  return [...newest.values()]
    .map((breach) => ({ breach, lines: linesOf(breach, counted) }))
    .sort((one, other) => one.lines.length - other.lines.length)
    .map(({ breach, lines }) => breachProblem(breach, lines, counted));
}

function linesOf({ measure: id, codes }: Breach, { read, shape }: Counted): number[] {
  const tally = read.find(({ measure }) => measure === id);
  const measure = shape.declaration.measures.find((one) => one.id === id);
  if (tally === undefined || measure === undefined) return [];
  return linesBehind(tally, codes, measureCodelists(measure, shape.codelists), measure.kind);
}

/** Of what is at fault as a whole. */
const NO_LINE = 0;

function breachProblem(breach: Breach, lines: readonly number[], { read }: Counted): Problem {
  const { measure, codes, release, kind } = breach;
  const file = read.find((tally) => tally.measure === measure)?.file;
  return {
    file: file ?? `cubes/${measure}.csv`,
    line: lines.at(0) ?? NO_LINE,
    column: cellKey(codes),
    code: 'correction',
    message: `Release ${release} ${KINDS[kind](breach)}.`,
    fix: `${rowsText(lines)}Look for what changed in ${countsActs(measure) ? 'the docket' : 'the tallies or in program.json'} since then.`,
  };
}

function rowsText(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : '';
  return `The ${lines.length === 1 ? 'row is on line' : 'rows are on lines'} ${lines.slice(0, MOST_LINES).join(', ')}${more}. `;
}

const KINDS: Readonly<Record<Breach['kind'], (breach: Breach) => string>> = {
  changed: ({ published, now }) => `published ${published} for this cell; it would be ${now}`,
  lost: ({ published }) => `published ${published} for this cell; it would have no count any more`,
  withheld: ({ published }) => `published ${published} for this cell; it would be withheld`,
  'left-out': ({ published }) => `published ${published} for this cell; no table holds it any more`,
  revealed: () => 'withheld this cell; it would be shown',
};
