/** Whether counted cells satisfy the relations between measures that `program.json` declares. */

import { valueAt } from '../indexes/look-up.ts';
import { type CountedCell, cellKey } from '../program/cell.ts';
import type { Problem } from '../reading/problem.ts';
import { type RelationRow, relationRows } from '../system/relations.ts';
import type { ReleaseShape } from '../system/shape.ts';
import type { CountedMeasure } from './count-cells.ts';

/** A problem for every period and code at which a relation fails; relations with an unknown term are passed over. */
export function checkRelations(
  { declaration, codelists }: ReleaseShape,
  measures: readonly CountedMeasure[],
): Problem[] {
  const counts = new Map(
    measures.flatMap(({ measure: { id }, cells, unpublished }) =>
      [...unpublished, ...cells].map((cell) => [`${id}|${cellKey(cell.codes)}`, countOf(cell)]),
    ),
  );
  return relationRows(declaration, codelists)
    .filter((row) => fails(row, counts))
    .map(problemOf);
}

function countOf({ count, status }: CountedCell): number | undefined {
  return status === 'z' ? 0 : (count ?? undefined);
}

function fails({ terms, sense }: RelationRow, counts: ReadonlyMap<string, number | undefined>): boolean {
  const sum = terms.reduce(
    (total, { measure, codes, coefficient }) =>
      total + coefficient * (counts.get(`${measure}|${cellKey(codes)}`) ?? Number.NaN),
    0,
  );
  return sense === 'equal' ? sum !== 0 && !Number.isNaN(sum) : sum > 0;
}

function problemOf({ relation, terms }: RelationRow): Problem {
  const places = terms.map(({ measure, codes }) => `${measure} ${codes.join('|')}`);
  return {
    file: `${valueAt(terms, 0).measure}.csv`,
    line: 0,
    column: valueAt(valueAt(terms, 0).codes, 0),
    cells: terms.map(({ measure, codes }) => ({ measure, codes })),
    code: 'relation',
    message: `The tallies break the relation "${relation.id}" between ${places.join(', ')}. It should hold because: ${relation.why}`,
    fix: 'Correct the tallies at their source, or correct the relation in program.json.',
  };
}
