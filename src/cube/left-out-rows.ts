/**
 * Rows that a tally leaves out, perhaps because nobody was counted. A database's GROUP BY writes no row of 0. If such rows are taken for
 * unknown, the cells of nobody are not available (`x`), and the others withheld (`c`): so which is which comes from counts, and
 * a reader knows that whatever is withheld holds somebody.
 *
 *   tally                     published         a reader knows
 *   counter  40               counter  40       counter  40
 *   event     3               event     c       event     1 to 10
 *   any      43               mail      x       mail      0
 *                             any      43
 *
 * That the rows left out are 0 shows where a total stands that the rows beside them add up to. Where nothing shows it, but the tally
 * has rows beside them and not one row of 0 anywhere, it must be said.
 */
import { sparseAt } from '../indexes/look-up.ts';
import { type CountedCell, cellKey, NOT_GIVEN_NOTE } from '../program/cell.ts';
import { nameCell } from '../program/cell-name.ts';
import { countsRequests } from '../program/docket-plan.ts';
import type { MeasureTallies } from '../program/tally.ts';
import type { Problem } from '../reading/problem.ts';
import { measureCodelists, type ReleaseShape } from '../system/shape.ts';
import { measureSystemOf } from '../system/shape-system.ts';
import type { CountedMeasure } from './count-cells.ts';

/** Of each measure that takes rows left out for unknown: the first cell of which that cannot stand. Problems name cells, never counts. */
export function leftOutRows(
  shape: ReleaseShape,
  tallies: readonly MeasureTallies[],
  counted: readonly CountedMeasure[],
): Problem[] {
  return counted.flatMap((each) => {
    const { measure } = each;
    if (measure.absentRows === 'zero' || countsRequests(measure.id)) return [];
    const writesZeros = tallies.some((tally) => tally.measure === measure.id && hasZero(tally));
    const found = perhapsZero(shape, each, writesZeros);
    return found === undefined ? [] : [problemOf(shape, each, found)];
  });
}

function hasZero({ grids }: MeasureTallies): boolean {
  return grids.some(({ counts }) => counts.includes(0));
}

/** The first cell of a table that has no count and may be one of nobody. */
function perhapsZero(
  shape: ReleaseShape,
  { measure, cells, unpublished }: CountedMeasure,
  writesZeros: boolean,
): CountedCell | undefined {
  const untold = cells.filter(isUntold);
  if (untold.length === 0) return undefined;
  const counts = new Map(
    [...unpublished, ...cells].flatMap(({ codes, count, status }): [string, number][] => {
      const known = status === 'z' ? 0 : count;
      return known === null ? [] : [[cellKey(codes), known]];
    }),
  );
  const sums = measureSystemOf(shape, measure).sums.map(({ whole, parts }) => ({
    whole,
    parts,
    overTime: isOverTime(whole, parts),
  }));
  const isBeside = new Set(
    writesZeros
      ? []
      : sums.flatMap(({ parts, overTime }) =>
          !overTime && parts.some((part) => counts.has(part)) ? parts : [],
        ),
  );
  const zeros = toldZeros(sums, counts);
  return untold.find(({ codes }) => zeros.has(cellKey(codes)) || isBeside.has(cellKey(codes)));
}

/** Whether neither the tally, nor a note, nor a range says anything of it. */
function isUntold({ status, note }: CountedCell): boolean {
  return status === 'x' && note === NOT_GIVEN_NOTE;
}

/** A period of which a tally has no row at all was not counted yet: the periods beside it say nothing of that. */
function isOverTime(whole: string, parts: readonly string[]): boolean {
  const [period] = whole.split('|');
  return parts.some((part) => part.split('|')[0] !== period);
}

interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Cells without a count that are 0 since the others of a sum add up to its whole, and what follows from these. */
function toldZeros(sums: readonly Sum[], counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const known = new Map(counts);
  const zeros = new Set<string>();
  for (let before = -1; before !== zeros.size; ) {
    before = zeros.size;
    for (const { whole, parts } of sums) {
      const left = parts.reduce((rest, part) => rest - sparseAt(known, part), known.get(whole) ?? Number.NaN);
      if (left !== 0) continue;
      for (const part of parts.filter((each) => !known.has(each))) {
        known.set(part, 0);
        zeros.add(part);
      }
    }
  }
  return zeros;
}

function problemOf(shape: ReleaseShape, { measure }: CountedMeasure, { codes }: CountedCell): Problem {
  const name = nameCell(measure, measureCodelists(measure, shape.codelists), codes);
  return {
    file: `${measure.id}.csv`,
    line: 0,
    column: 'count',
    code: 'row-left-out',
    message: `The tally has no count for ${name}, though it has rows beside it. If rows are left out where nobody was counted, as a GROUP BY leaves them out, which cells have no count would tell of the others.`,
    fix: `In program.json, give the measure "absentRows": "zero" if a row that is not there means that nobody was counted. If the count cannot be had, name the cell and all others like it in a note of status "x", with the reason.`,
  };
}
