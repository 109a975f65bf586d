/** Rows of a tally that count somebody where `program.json` says that nobody can be counted, in cells that no table has. */
import { valueAt } from '../indexes/look-up.ts';
import { nameCell } from '../program/cell-name.ts';
import { type Codelist, leafSets, TOTAL } from '../program/codelist.ts';
import type { Measure, Program } from '../program/program.ts';
import type { MeasureTallies, TallyGrid } from '../program/tally.ts';
import type { Problem } from '../reading/problem.ts';
import { product } from '../system/boxes.ts';
import { publicZeros } from '../system/public-zeros.ts';
import { measureCodelists, measureOf, type ReleaseShape } from '../system/shape.ts';
import { spanOf } from '../system/wider-periods.ts';

/** Of each measure the first such row. Problems name cells, never counts. */
export function countedZeros(
  program: Program,
  shape: ReleaseShape,
  tallies: readonly MeasureTallies[],
  earlier: readonly ReleaseShape[],
): Problem[] {
  const zeros = publicZeros(program, shape, earlier).map((key) => key.split('|'));
  return tallies.flatMap(({ measure: id, grids }) => {
    const mine = zeros.filter(([measure]) => measure === id).map(([, ...codes]) => codes);
    if (mine.length === 0) return [];
    const measure = measureOf(shape.declaration, id);
    const lists = measureCodelists(measure, shape.codelists);
    const isZero = zeroFinder(program, measure, lists, mine);
    const counted = grids.flatMap(countedCells).find(isZero);
    return counted === undefined ? [] : [problemOf(measure, lists, counted)];
  });
}

function countedCells({ codes, counts }: TallyGrid): (readonly string[])[] {
  return product(codes).filter((_, at) => valueAt(counts, at) > 0);
}

/** Whether a cell lies within one of `zeros`, each of which has a code for each column. */
function zeroFinder(
  { period: plan }: Program,
  { kind }: Measure,
  lists: readonly Codelist[],
  zeros: readonly (readonly string[])[],
): (codes: readonly string[]) => boolean {
  const leaves = lists.map(leafSets);
  const spans = (code: string) => (plan === undefined ? undefined : spanOf(code, plan));
  const isDuring = (period: string, zero: string) => {
    const [inner, outer] = [spans(period), spans(zero)];
    if (inner === undefined || outer === undefined) return false;
    return kind === 'stock' ? inner[1] === outer[1] : inner[0] >= outer[0] && inner[1] <= outer[1];
  };
  const isWithin = (code: string, zero: string, at: number) => {
    if (zero === TOTAL || code === zero) return true;
    const [inner, outer] = [leaves[at]?.get(code), leaves[at]?.get(zero)];
    return inner !== undefined && outer !== undefined && [...inner].every((leaf) => outer.has(leaf));
  };
  return ([period = '', ...codes]) =>
    zeros.some(
      ([of = '', ...others]) =>
        isDuring(period, of) &&
        others.every((zero, at) => codes[at] !== undefined && isWithin(codes[at], zero, at + 1)),
    );
}

function problemOf(measure: Measure, lists: readonly Codelist[], codes: readonly string[]): Problem {
  return {
    ...{ file: `${measure.id}.csv`, line: 0, column: 'count', cells: [{ measure: measure.id, codes }] },
    code: 'count-where-none-can-be',
    message: `The tally counts somebody in ${nameCell(measure, lists, codes)}, where program.json says that nobody can be counted: before a way opened, or by a note of status z.`,
    fix: 'Correct the tally, or the note or the channel in program.json.',
  };
}
