/**
 * Which cells a correction may have changed: those of which an old and a new count are published and differ, and those
 * that relations join with such a change. Of all others nothing published hints at one.
 */

import { valueAt } from '../../indexes/look-up.ts';
import { placeIn } from '../../indexes/place-in.ts';
import { type Block, splitSystem } from '../blocks.ts';
import { isSlack } from '../slack.ts';
import type { Row, System } from '../system.ts';
import type { BuiltEdition } from './build-editions.ts';
import type { Sign, Signs } from './sign.ts';
import { slackSigns } from './slack-signs.ts';
import { spreadSigns } from './spread-signs.ts';

export function changedCells(from: BuiltEdition, to: BuiltEdition): Signs {
  const held = new Set(from.system.rows);
  const both = { ...to.system, rows: to.system.rows.filter((row) => held.has(row)) };
  const { cells, index } = both;
  const rows = both.rows.filter((row) => addsUp(row, both));
  const changes = cells.map(({ key }) => {
    const [before, after] = [from.figures.get(key), to.figures.get(key)];
    return before === undefined || after === undefined ? undefined : after - before;
  });
  const { known } = splitSystem({ cells, rows }, changes);
  const isOpen = (cell: number) =>
    known[cell] === undefined && ![from, to].every((edition) => edition.speaksOf(valueAt(cells, cell)));
  const told = rows.filter((row) => !row.cells.some(isOpen));
  const signs = new Map<number, Sign | 0>();
  for (const [cell, change] of known.entries())
    if (change !== undefined && change !== 0) signs.set(cell, change > 0 ? 1 : -1);
  for (const block of splitSystem({ cells, rows: told }, known).blocks) {
    const sign = signOf(block);
    if (sign !== 0) for (const cell of block.cells) signs.set(cell, sign);
  }
  spreadSigns(signs, rows, new Set([...cells.keys()].filter(isOpen)));
  const named = new Map([...signs].map(([cell, sign]) => [valueAt(cells, cell).key, sign]));
  const changeOf = (key: string) => known[placeIn(index, key)] ?? Number.NaN;
  return new Map([...named, ...slackSigns(both, changeOf, named)]);
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
