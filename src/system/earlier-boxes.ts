/**
 * What earlier releases tell that a release no longer does. `2024-01..2024-06` stands in the release that ends in June 2024 and in
 * no later one, and neither does its total to date; but readers keep it, and subtract it from what comes after:
 *
 *   2024-Q2   2024-01..2024-06   120          2024-Q3   2024-01..2024-09   124          July to September: 4
 *
 * So it is with a whole table of which nothing was published but its total to date, and that is published by longer periods from
 * then on; and with a relation that was declared and no longer holds: of the periods of then it is known. All of these are taken
 * with a release's own tables and relations.
 */

import { TOTAL } from '../program/codelist.ts';
import type { Declaration } from '../program/declaration.ts';
import { monthCode, releaseEnd } from '../program/period.ts';
import type { Measure, Relation } from '../program/program.ts';
import type { Box } from './boxes.ts';
import { relationBoxes } from './relations.ts';
import { hasCodesOf, measureCodelists, type ReleaseShape, tableBox } from './shape.ts';

interface Boxes {
  readonly tables: readonly Box[];
  readonly related: readonly Box[];
}

/** Of one measure; `own` are those of the release itself. Totals to date are `..2024-06`. */
export function earlierBoxes(
  shape: ReleaseShape,
  measure: Measure,
  earlier: readonly ReleaseShape[],
  own: Boxes,
): Boxes {
  const told = earlier.flatMap((before) => {
    const then = before.declaration.measures.find(({ id }) => id === measure.id);
    if (then === undefined || !hasCodesOf(shape, before, then)) return [];
    const codelists = measureCodelists(then, before.codelists);
    const end = releaseEnd(before.release);
    const tables = before.declaration.tables
      .filter((table) => table.measure === measure.id)
      .map((table) => tableBox(table, then, codelists));
    const related = droppedRelations(shape.declaration, before.declaration).flatMap((relation) =>
      relationBoxes(relation, then, codelists),
    );
    return [
      {
        tables: tables.flatMap((box) => leftOf(box, own.tables, end)),
        related: related.flatMap((box) => leftOf(box, [...own.tables, ...own.related], end)),
      },
    ];
  });
  return { tables: told.flatMap(({ tables }) => tables), related: told.flatMap(({ related }) => related) };
}

/** The relations of an earlier release that a later one does not declare, whatever their names. */
export function droppedRelations(now: Declaration, then: Declaration): readonly Relation[] {
  const kept = new Set(now.relations.map(ruleOf));
  return then.relations.filter((relation) => !kept.has(ruleOf(relation)));
}

/** What a relation says, whatever its name and the order of its dimensions: equal texts say the same. */
export function ruleOf({ sense, period, by, left, right, opening }: Relation): string {
  const sorted = (codes: Readonly<Record<string, string>>) => Object.entries(codes).sort();
  const side = (terms: Relation['left']) => terms.map((term) => [term.measure, sorted(term.codes), term.lag]);
  return JSON.stringify([sense, period, sorted(by), side(left), side(right), opening]);
}

/** The periods of a box that no other holds with all of its codes, and with them its total to date. */
function leftOf([periods = [], ...codes]: Box, others: readonly Box[], end: number | undefined): Box[] {
  const wider = others.filter(([, ...lists]) =>
    codes.every((own, at) => own.every((code) => lists[at]?.includes(code))),
  );
  const held = new Set(wider.flatMap(([own = []]) => own));
  const left = periods.filter((code) => code !== TOTAL && !held.has(code));
  if (left.length === 0 && wider.length > 0) return [];
  const toDate = end !== undefined && periods.includes(TOTAL) ? [`..${monthCode(end)}`] : [];
  return [[[...left, ...toDate], ...codes]];
}
