/** Whether counted cells satisfy the relations between measures that `program.json` declares. */

import { valueAt } from '../indexes/look-up.ts';
import { cellKey, knownCount } from '../program/cell.ts';
import { nameCell } from '../program/cell-name.ts';
import type { Relation } from '../program/program.ts';
import type { Problem } from '../reading/problem.ts';
import { LEAST_SUM, type RelationRow, type RelationTerm, relationRows } from '../system/relations.ts';
import { measureCodelists, measureOf, type ReleaseShape } from '../system/shape.ts';
import type { CountedMeasure } from './count-cells.ts';

/** A problem for every period and code at which a relation fails; relations with an unknown term are passed over. */
export function checkRelations(shape: ReleaseShape, measures: readonly CountedMeasure[]): Problem[] {
  const counts = new Map(
    measures.flatMap(({ measure: { id }, cells, unpublished }) =>
      [...unpublished, ...cells].map((cell) => [`${id}|${cellKey(cell.codes)}`, knownCount(cell)]),
    ),
  );
  return relationRows(shape.declaration, shape.codelists)
    .filter((row) => fails(row, counts))
    .map((row) => problemOf(row, shape));
}

function fails({ terms, sense }: RelationRow, counts: ReadonlyMap<string, number | undefined>): boolean {
  const sum = terms.reduce(
    (total, { measure, codes, coefficient }) =>
      total + coefficient * (counts.get(`${measure}|${cellKey(codes)}`) ?? Number.NaN),
    0,
  );
  return sum < LEAST_SUM[sense] || sum > 0;
}

const MUST: Readonly<Record<Relation['sense'], string>> = {
  equal: 'must be the same count as',
  'at-most': 'must not be more than',
};

function problemOf({ relation, terms, sense }: RelationRow, shape: ReleaseShape): Problem {
  const side = (sign: 1 | -1) =>
    terms
      .filter(({ coefficient }) => Math.sign(coefficient) === sign)
      .map((term) => timesOf(term) + nameOf(term, shape));
  const [left, right] = [side(1), side(-1)].map((names) => names.join(' + ') || 'nothing');
  return {
    file: `${valueAt(terms, 0).measure}.csv`,
    line: 0,
    column: 'count',
    cells: terms.map(({ measure, codes }) => ({ measure, codes })),
    code: 'relation',
    message: `The tallies break the relation "${relation.id}": ${left} ${MUST[sense]} ${right}. It should hold because: ${relation.why}`,
    fix: 'Correct the tallies at their source, or correct the relation in program.json.',
  };
}

/** `2 x ` of a cell that a side names twice. */
function timesOf({ coefficient }: RelationTerm): string {
  return Math.abs(coefficient) === 1 ? '' : `${Math.abs(coefficient)} x `;
}

function nameOf({ measure: id, codes }: RelationTerm, { declaration, codelists }: ReleaseShape): string {
  const measure = measureOf(declaration, id);
  return nameCell(measure, measureCodelists(measure, codelists), codes);
}
