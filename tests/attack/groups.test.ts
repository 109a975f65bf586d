// What an outsider can prove of groups in a sensitive dimension, k = 5; tables drawn as in drawings.ts.

import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { nameGroups } from '../../src/system/groups.ts';
import { exposedCells } from '../../src/verify/exposed.ts';
import { type Bounds, factsFrom } from './drawings.ts';
import { attackSystem } from './on-this-thread.ts';
import { allCodes, flat, listOf, tableOf } from './tables.ts';

const K = 5;
const EMPTY = 'it is known that nobody of its group is in it';
const FULL = 'it is known that everybody of its group is in it';
const ORPHAN = 'its group is withheld, and it is published';
const SHOWN = 'it can be shown that nobody of its group is in it';

const solver = await loadSolver();
const areas = flat('area', 'north', 'south');
const answers = flat('answer', 'yes', 'no', 'open');
/** all, then yes, no, open; of both areas, north, south. */
const table = tableOf([areas, answers], [[allCodes(areas), allCodes(answers)]], true);
/** all, yes, no, open. */
const line = tableOf([answers], [[allCodes(answers)]], true);

function condemnedOf(of: typeof table, drawing: string, record?: Bounds): Record<string, string> {
  const { condemned } = attackSystem(of.system, factsFrom(of, drawing, record), {
    k: K,
    solver,
    ranges: false,
  });
  return Object.fromEntries(condemned.map(({ key, reason }) => [key, reason]));
}

//              yes  no  all       Who answered at events, and how: both are marked sensitive.
//    event      0   20   20       No event's card is a yes, and no yes is an event's card.
//    online    20   20   40
//    all       20   40   60
test('exposedCells names a category once, however many of its groups it tells of', () => {
  const channels = flat('channel', 'event', 'online');
  const cards = flat('answer', 'yes', 'no');
  const both = tableOf([channels, cards], [[allCodes(channels), allCodes(cards)]]);
  const cells = nameGroups(
    both.system.cells,
    () => true,
    () => [channels, cards],
  );
  const facts = factsFrom(both, '60 20 40   20 0 20   40 20 20');
  expect(
    exposedCells({ ...both.system, cells }, facts, { known: facts.given, blocks: [], broken: [] }, K),
  ).toEqual([
    { key: 'event|yes', reason: EMPTY },
    { key: 'event|no', reason: FULL },
    { key: 'online|yes', reason: FULL },
  ]);
});

describe('attackSystem of a sensitive dimension', () => {
  test('condemns a zero that is published, and the only category that is left', () => {
    expect(condemnedOf(line, '40  40  0  0')).toEqual({ yes: FULL, no: EMPTY, open: EMPTY });
    expect(condemnedOf(line, '40  20  20  0')).toEqual({ open: EMPTY });
    expect(condemnedOf(line, '40  20  14  6')).toEqual({});
  });

  test('passes the zeros of a group in which there is nobody, and condemns those of one that may have people', () => {
    expect(condemnedOf(line, '0  0  0  0')).toEqual({});
    expect(condemnedOf(line, '0  -  -  -')).toEqual({});
    const noTotal = tableOf([areas, answers], [[['north', 'south'], allCodes(answers)]], true);
    expect(condemnedOf(noTotal, '.  .  .  0   0  0  0  0')).toMatchObject({ 'north|open': EMPTY });
  });

  test('passes zeros that cannot be otherwise, and a category beside which there are no others', () => {
    expect(condemnedOf(line, '40  20  20  z')).toEqual({});
    expect(condemnedOf(line, '40  40  z  z')).toEqual({});
    expect(condemnedOf(line, '40  40  0  z')).toEqual({ yes: FULL, no: EMPTY });
  });

  test('passes the hidden parts of a zero that cannot be otherwise', () => {
    const levels = listOf('answer', { all: { _T: ['granted', 'not'], not: ['refused', 'open'] } });
    const two = tableOf([levels], [[allCodes(levels)]], true);
    expect(condemnedOf(two, '40  40  z  -  -')).toEqual({});
    expect(condemnedOf(two, '40  40  0  -  -')).toMatchObject({ refused: SHOWN, open: SHOWN });
  });

  test('condemns a published category of a withheld group, with one reason', () => {
    const drawing = `100  50  30  20
                       .  30  .   .
                       .  20  .   .`;
    expect(condemnedOf(table, drawing)).toEqual({ 'north|yes': ORPHAN, 'south|yes': ORPHAN });
  });

  test('condemns a hidden category of which the record says that nobody is in it, withheld or missing', () => {
    expect(condemnedOf(line, '40  .  .  .')).toEqual({});
    expect(condemnedOf(line, '40  .  .  .', { open: [0, 0] })).toEqual({ open: SHOWN });
    expect(condemnedOf(line, '40  -  -  -', { open: [0, 0] })).toEqual({ open: SHOWN });
  });

  test('passes a category that is always 0 only with its group', () => {
    const drawing = `40   20  14  6
                      -    -   -  -
                     40   20  14  6`;
    expect(condemnedOf(table, drawing)).toEqual({});
    const three = tableOf(
      [flat('area', 'north', 'middle', 'south'), answers],
      [[['_T', 'north', 'middle', 'south'], allCodes(answers)]],
      true,
    );
    const none: Bounds = { 'north|_T': [0, 0] };
    const missing = `40   20  14  6
                      -    -   -  -
                      -    -   -  -
                     10    4   0  6`;
    expect(condemnedOf(three, missing, none)).not.toHaveProperty('north|yes');
  });

  test('asks of the categories on every level', () => {
    const levels = listOf('answer', { all: { _T: ['granted', 'not'], not: ['refused', 'open'] } });
    const two = tableOf([levels], [[allCodes(levels)]], true);
    expect(two.system.cells.map(({ key }) => key)).toEqual(['_T', 'granted', 'not', 'refused', 'open']);
    expect(condemnedOf(two, '40  20  20  20  0')).toEqual({ open: EMPTY });
    expect(condemnedOf(two, '40  0  40  20  20')).toEqual({ granted: EMPTY, not: FULL });
  });
});
