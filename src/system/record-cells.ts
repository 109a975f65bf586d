/**
 * Cells that only a figure on the record speaks of, such as one month of one area where tables have years by area.
 * They make boxes like the tables' own (boxes.ts): whatever divides the codes of the tables and those of the record
 * makes atoms, so that figures of the record that lie in one cell add up within it, and those that overlap share a part.
 *
 *   record    2024-06 online 20     2024-12 online 20            online   event
 *   table     2024 online           49              2024-06          20       .
 *                                                   2024-12          20       .
 *                                                   rest              .       .      event and online: 9 at most
 */

import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, TOTAL } from '../program/codelist.ts';
import { monthCode, type PeriodPlan, releaseEnd } from '../program/period.ts';
import type { Measure } from '../program/program.ts';
import type { Box } from './boxes.ts';
import { type Span, spanOf } from './wider-periods.ts';

/** What a measure's tables divide: their boxes, and the codelists of its dimensions, `period` first. */
export interface Divided {
  readonly release: string;
  readonly measure: Pick<Measure, 'id' | 'kind'>;
  readonly codelists: readonly Codelist[];
  readonly tables: readonly Box[];
  readonly plan: PeriodPlan;
}

/**
 * The boxes of the cells with these keys, `measure|period|code|...`, that lie in some cell of the tables or hold one;
 * figures that split the same dimensions share a box. A total to the end of the release is its `_T`.
 */
export function recordBoxes(keys: readonly string[], divided: Divided): Box[] {
  const { release, measure, codelists } = divided;
  const end = releaseEnd(release);
  const cells = keys.flatMap((key) => {
    const [id, period = '', ...codes] = key.split('|');
    const isMine = id === measure.id && touchesTables(period, divided) && hasCodes(codes, codelists.slice(1));
    const isTotal = measure.kind === 'flow' && end !== undefined && period === `..${monthCode(end)}`;
    return isMine ? [[isTotal ? TOTAL : period, ...codes]] : [];
  });
  const alike = Map.groupBy(cells, (codes) => codes.map((code) => code !== TOTAL).join());
  return [...alike.values()].map((group) => boxAround(group, measure.kind));
}

function hasCodes(codes: readonly string[], codelists: readonly Codelist[]): boolean {
  return (
    codes.length === codelists.length &&
    codelists.every(({ codes: known }, at) =>
      [TOTAL, ...known.map(({ code }) => code)].includes(valueAt(codes, at)),
    )
  );
}

/** Whether the tables speak of some of its months; of a stock, whether they have a period that ends with it. */
function touchesTables(period: string, { measure, tables, plan, release }: Divided): boolean {
  const span = spanOf(period, plan);
  if (span === undefined) return false;
  const end = releaseEnd(release);
  const toDate = end === undefined ? undefined : `..${monthCode(end)}`;
  const spoken = new Set(tables.flatMap(([periods = []]) => periods));
  return [...spoken].some((code) => {
    const named = code === TOTAL ? toDate : code;
    const other = named === undefined ? undefined : spanOf(named, plan);
    return other !== undefined && (measure.kind === 'stock' ? other[1] === span[1] : overlap(other, span));
  });
}

function overlap(one: Span, other: Span): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}

/** The codes of each dimension and its total, so that the rest of it is an atom too; a stock has no total over periods. */
function boxAround(cells: readonly (readonly string[])[], kind: Measure['kind']): Box {
  const [first = []] = cells;
  return first.map((_, dimension) => {
    const codes = cells.map((cell) => valueAt(cell, dimension));
    return [...new Set(dimension === 0 && kind === 'stock' ? codes : [...codes, TOTAL])];
  });
}
