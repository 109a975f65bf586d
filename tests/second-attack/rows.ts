/** What is published, as sums of columns: `least <= sum of coefficient x column <= most`. */
import { jointOf, type Sum } from './joint.ts';
import type { Knowledge, Terms } from './knowledge.ts';

export interface Row {
  readonly sum: Map<number, number>;
  least: number;
  most: number;
}

/** What the promise is about: its count is `sum - most` of its row, so that a known sum is taken off it as off any row. */
export interface Asked {
  readonly name: string;
  readonly key: string;
  readonly row: Row;
  /** A difference, which may be one that can only be 0. */
  readonly isDifference: boolean;
}

export function sumOver(sum: Sum, countOf: (column: number) => number): number {
  let total = 0;
  for (const [column, coefficient] of sum) total += coefficient * countOf(column);
  return total;
}

/** Takes columns and their value off a row, `times` of them. */
export function takeFrom(row: Row, sum: Sum, times: number, value: number): void {
  for (const [column, coefficient] of sum) {
    const now = (row.sum.get(column) ?? 0) - times * coefficient;
    if (now === 0) row.sum.delete(column);
    else row.sum.set(column, now);
  }
  row.least -= times * value;
  row.most -= times * value;
}

export function rowsOf(knowledge: Knowledge): {
  readonly rows: readonly Row[];
  readonly asked: readonly Asked[];
} {
  const { cells, relations, differences } = knowledge;
  const { sums, columns } = jointOf(knowledge);
  const known = followed(knowledge);
  const rowOf = (terms: Terms): Row => {
    const row: Row = { sum: new Map(), least: 0, most: 0 };
    for (const [key, coefficient] of terms) {
      const count = known.get(key);
      if (count === undefined) takeFrom(row, sums.get(key)?.[0] ?? new Map(), -coefficient, 0);
      else takeFrom(row, new Map(), coefficient, count);
    }
    return row;
  };
  const between = relations.map(({ terms, equal }, at) => {
    const row = rowOf(terms);
    // What the right side has more is people too: a column of its own.
    if (!equal) row.sum.set(columns + at, -1);
    return row;
  });
  const bounds = [...sums].flatMap(([key, [first]]): Row[] => {
    const { least = 0, most = Infinity } = cells.get(key) ?? {};
    return known.has(key) || (least === 0 && most === Infinity) ? [] : [{ sum: new Map(first), least, most }];
  });
  const hidden = [...cells].filter(([, cell]) => cell.hidden && cell.known === undefined);
  return {
    rows: [...between, ...bounds, ...[...sums].flatMap(([key, ways]) => sameCount(ways, known.get(key)))],
    asked: [
      ...hidden.map(([key, { name }]) => ({ name, key, row: rowOf([[key, 1]]), isDifference: false })),
      ...differences.map(({ name, terms }) => ({ name, key: name, row: rowOf(terms), isDifference: true })),
    ],
  };
}

/** All ways in which columns add up to a cell are its count; where nobody knows it, the same as the first. */
function sameCount([first, ...others]: readonly Sum[], count: number | undefined): Row[] {
  const sum = (way: Sum = new Map()): Row => ({ sum: new Map(way), least: count ?? 0, most: count ?? 0 });
  if (count !== undefined) return [first, ...others].map(sum);
  return others.map((way) => {
    const row = sum(way);
    takeFrom(row, first ?? new Map(), 1, 0);
    return row;
  });
}

/** Published counts, and what follows from them one relation after another. */
function followed({ cells, links, relations }: Knowledge): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const [key, { known: count }] of cells) if (count !== undefined) known.set(key, count);
  const equalities = [...links, ...relations.filter(({ equal }) => equal).map(({ terms }) => terms)];
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const terms of equalities) {
      const [missing, second] = terms.filter(([key]) => !known.has(key));
      if (missing === undefined || second !== undefined) continue;
      const total = terms.reduce((sum, [key, coefficient]) => sum + coefficient * (known.get(key) ?? 0), 0);
      known.set(missing[0], -total / missing[1]);
    }
  }
  return known;
}
