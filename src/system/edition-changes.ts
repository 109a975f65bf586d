/**
 * Which cells a correction may have changed: those of which an old and a new count are published and differ, and those
 * that relations join with such a change. Of all others nothing published hints at one.
 */

import { valueAt } from '../indexes/look-up.ts';
import { type Block, splitSystem } from './blocks.ts';
import { isSlack } from './slack.ts';
import type { Row, System, SystemCell } from './system.ts';

/** 1: people were added; -1: taken away. */
export type Sign = 1 | -1;

/** The system of an edition, and its published counts by the keys of its cells. */
interface Figured {
  readonly figures: ReadonlyMap<string, number>;
  readonly system: System;
}

/**
 * Cells, by key, that are not known to be unchanged; 0 where nobody knows which way. Only what relations leave
 * over can be that: it is less where those on the left are more, so it stands apart from the rule that hidden changes are one-sided.
 */
export type Signs = ReadonlyMap<string, Sign | 0>;

export function changedCells(from: Figured, to: Figured): Signs {
  const held = new Set(from.system.rows);
  const both = { ...to.system, rows: to.system.rows.filter((row) => held.has(row)) };
  const shared = { ...both, rows: both.rows.filter((row) => addsUp(row, both)) };
  const changes = shared.cells.map(({ key }) => {
    const [before, after] = [from.figures.get(key), to.figures.get(key)];
    return before === undefined || after === undefined ? undefined : after - before;
  });
  const { known, blocks } = splitSystem(shared, changes);
  const keyOf = (cell: number) => (shared.cells[cell] as SystemCell).key;
  const shown = [...known].flatMap((change, cell): [string, Sign][] =>
    change === undefined || change === 0 ? [] : [[keyOf(cell), change > 0 ? 1 : -1]],
  );
  const hidden = blocks.flatMap((block) => {
    const sign = signOf(block);
    return sign === 0 ? [] : block.cells.map((cell): [string, Sign] => [keyOf(cell), sign]);
  });
  const signs = new Map([...shown, ...hidden]);
  const changeOf = (key: string): number => {
    const cell = shared.index.get(key);
    return (cell === undefined ? undefined : known[cell]) ?? Number.NaN;
  };
  return new Map([...signs, ...slackSigns(both, changeOf, signs)]);
}

/** Of what relations leave over, where one of their cells may have changed. */
function slackSigns({ cells, rows }: System, changeOf: (key: string) => number, signs: Signs): Signs {
  const found = new Map<string, Sign | 0>();
  for (const row of rows) {
    const at = row.cells.findIndex((cell) => isSlack(valueAt(cells, cell).measure));
    if (at < 0) continue;
    const keys = row.cells.map((cell) => valueAt(cells, cell).key);
    const terms = keys
      .map((key, term) => ({ key, times: valueAt(row.coefficients, term) }))
      .filter((_, term) => term !== at);
    if (!terms.some(({ key }) => signs.has(key))) continue;
    const change = -terms.reduce((sum, { key, times }) => sum + times * changeOf(key), 0);
    const slack = valueAt(keys, at);
    if (change !== 0 && !Number.isNaN(change)) found.set(slack, change > 0 ? 1 : -1);
    else if (Number.isNaN(change) && !found.has(slack)) found.set(slack, 0);
  }
  return found;
}

/** Changes add up as counts do, where these add up to one number and nothing is left over. */
function addsUp({ lower, upper, cells: terms }: Row, { cells }: System): boolean {
  return lower === upper && !terms.some((cell) => isSlack(valueAt(cells, cell).measure));
}

/** 0 where no published change touches the block; else the way in which its sums change, up if both ways. */
function signOf({ rows }: Block): Sign | 0 {
  if (rows.every(({ lower }) => lower === 0)) return 0;
  const sums = rows.map(({ coefficients, lower }) => {
    if (coefficients.every((coefficient) => coefficient > 0)) return lower;
    return coefficients.every((coefficient) => coefficient < 0) ? -lower : 0;
  });
  return sums.some((sum) => sum < 0) && !sums.some((sum) => sum > 0) ? -1 : 1;
}
