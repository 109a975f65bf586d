import { expect, test } from 'vitest';
import { expectedCounts } from '../../../src/run/lottery/expected.ts';
import { decoyRate, drawLots } from '../../../src/run/lottery/lots.ts';
import { flat, listOf, tableOf } from '../../attack/tables.ts';
import { drawnBy } from '../../protect/blind/drawn.ts';
import { taskOf } from '../../protect/plans.ts';

/**
 *          b1   b2   all
 *   a1     10   30    40
 *   a2     20   60    80
 *   all    30   90   120
 */
const table = tableOf(
  [flat('a', 'a1', 'a2'), flat('b', 'b1', 'b2')],
  [
    [
      ['_T', 'a1', 'a2'],
      ['_T', 'b1', 'b2'],
    ],
  ],
);
const COUNTS = [10, 30, 20, 60];
const cellAt = (...codes: string[]) =>
  table.system.cells.findIndex((cell) => cell.codes.join() === codes.join());

test('expectedCounts of an inner cell is its row times its column by the whole', () => {
  const { world } = taskOf(table, COUNTS);
  const expected = expectedCounts(table.system, (cell) => world[cell]);
  expect(expected[cellAt('a2', 'b2')]).toBeCloseTo((80 * 90) / 120);
  expect(expected[cellAt('a1', '_T')]).toBeCloseTo(120 / 2);
  expect(expected[cellAt('_T', '_T')]).toBe(Number.POSITIVE_INFINITY);
});

test('expectedCounts hangs on no inner cell, and on no margin that is withheld', () => {
  const [one, other] = [COUNTS, [15, 25, 15, 65]].map((counts) => {
    const { world } = taskOf(table, counts);
    return expectedCounts(table.system, (cell) =>
      table.system.cells[cell]?.codes.includes('_T') ? world[cell] : undefined,
    );
  });
  expect(one).toEqual(other);
});

test.each([
  { expected: 0, rate: 0.2 },
  { expected: 16, rate: 0.2 },
  { expected: 33, rate: 0.05 },
  { expected: Number.POSITIVE_INFINITY, rate: 0 },
])('decoyRate of a fifth, k = 11, where $expected people are expected, is $rate', ({ expected, rate }) => {
  expect(decoyRate(0.2, 11, expected)).toBeCloseTo(rate);
});

test('drawLots goes by people where several acts stand for one, and only adds decoys by it', () => {
  const draw = (acts: number, counts: readonly number[]) => {
    const how = drawnBy('a key', 1, table.system.cells.length);
    const actsPerPerson = new Map(table.system.cells.map(({ measure }) => [measure, acts]));
    const lottery = { ...how.lottery, actsPerPerson };
    return drawLots(taskOf(table, counts), { ...how, lottery }, new Set());
  };
  const many = COUNTS.map((count) => count * 20);
  const [people, acts] = [draw(20, many), draw(1, many)];
  expect(people).toEqual(draw(1, COUNTS));
  expect([...acts.decoys].every((cell) => people.decoys.has(cell))).toBe(true);
  expect(people.decoys.size).toBeGreaterThan(acts.decoys.size);
});

test('drawLots of a larger share has all decoys of a smaller one, at the same lots', () => {
  const task = taskOf(table, COUNTS);
  const draw = (share: number) => drawLots(task, drawnBy('a key', share, task.world.length), new Set());
  const [few, many] = [draw(0.2), draw(1)];
  expect(few.lots).toEqual(many.lots);
  expect([...few.decoys].every((cell) => many.decoys.has(cell))).toBe(true);
  expect(many.decoys.size).toBeGreaterThan(few.decoys.size);
});

test('drawLots by another key, or for another program, has other lots', () => {
  const task = taskOf(table, COUNTS);
  const how = drawnBy('a key', 0.2, task.world.length);
  const other = { ...how, lottery: { ...how.lottery, program: 'other' } };
  const lots = [how, other, drawnBy('b key', 0.2, task.world.length)].map(
    (one) => drawLots(task, one, new Set()).lots,
  );
  expect(new Set(lots.map(String)).size).toBe(3);
});

test('drawLots draws no decoy of a zero by nature, and none of a cell that is not to be published', () => {
  const task = {
    ...taskOf(table, COUNTS),
    natural: new Set([cellAt('a1', 'b1')]),
    publishable: new Set([cellAt('a1', 'b1')]),
  };
  expect(drawLots(task, drawnBy('a key', 1, task.world.length), new Set()).decoys.size).toBe(0);
});

test('drawLots draws again of what an earlier release withheld, by the same lots', () => {
  const cell = cellAt('a1', 'b1');
  const before = { ...taskOf(table, COUNTS), publishable: new Set([cell]) };
  const after = { ...before, publishable: new Set<number>(), inherited: new Set([cell]) };
  const how = drawnBy('a key', 1, before.world.length);
  expect([...drawLots(before, how, new Set()).decoys]).toEqual([cell]);
  expect([...drawLots(after, how, new Set([cell])).decoys]).toEqual([cell]);
});

test('a decoy of an earlier release stays one, however many people are expected by now and whatever share is drawn', () => {
  const every = [...table.system.cells.keys()];
  const drawn = (
    counts: readonly number[],
    inherited: readonly number[],
    share: number,
    earlierShare: number,
  ) => {
    const how = drawnBy('a key', share, every.length);
    const task = { ...taskOf(table, counts), inherited: new Set(inherited), publishable: new Set(every) };
    return drawLots(task, { ...how, lottery: { ...how.lottery, earlierShare } }, new Set()).decoys;
  };
  const few = [2, 3, 2, 4];
  const decoys = [...drawn(few, [], 0.5, 0)];
  const grown = few.map((count) => count * 1000);
  expect(decoys.length).toBeGreaterThan(1);
  expect([...drawn(grown, [], 0.5, 0)].filter((cell) => decoys.includes(cell))).toEqual([]);
  for (const share of [0.05, 0.5])
    expect([...drawn(grown, decoys, share, 0.5)]).toEqual(expect.arrayContaining(decoys));
  // By a key that is lost every cell could have been one.
  expect([...drawn(grown, every, 0.05, 1)]).toEqual(every);
});

test('a difference that hangs on what an earlier release withheld stays a decoy as that does', () => {
  const nested = tableOf(
    [listOf('age', { all: { _T: ['60+', 'under 60'], '60+': ['60-64', '65+'] } })],
    [[['_T', '60+', '65+', 'under 60']]],
  );
  const task = taskOf(nested, [3000, 4000, 5000]);
  const at = (role: string) =>
    nested.system.cells.flatMap((cell, place) => (cell.role === role ? [place] : []));
  const [difference = -1] = at('difference');
  const drawn = (inherited: readonly number[]) => {
    const how = drawnBy('a key', 0.05, task.world.length);
    const own = { ...task, inherited: new Set(inherited), publishable: new Set(at('tabled')) };
    return drawLots(own, { ...how, lottery: { ...how.lottery, earlierShare: 1 } }, new Set()).decoys;
  };
  const part = nested.system.cells.findIndex(({ codes }) => codes.join() === '65+');
  expect([difference >= 0, drawn([]).has(difference)]).toEqual([true, false]);
  expect(drawn([part]).has(difference)).toBe(true);
});
