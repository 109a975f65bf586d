// Few worlds that show all that many do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseWorlds, type Wanted } from '../../src/attack/choose-worlds.ts';
import { held, whole } from './held.ts';

const zero = (column: number): Wanted => ({ column, least: 0, most: 0 });
const many = (column: number): Wanted => ({ column, least: 5, most: Number.POSITIVE_INFINITY });

test('chooseWorlds takes what shows most first, and leaves out what the others show', () => {
  const worlds = [
    [0, 5, 1],
    [5, 1, 0],
    [0, 0, 5],
    [5, 5, 0],
  ];
  const wanted = [0, 1, 2].flatMap((column) => [zero(column), many(column)]);
  expect(whole(chooseWorlds(held(worlds), wanted))).toEqual([worlds[2], worlds[3]]);
});

test('chooseWorlds takes of equals the first, and none for what no world shows', () => {
  expect(whole(chooseWorlds(held([[5], [6]]), [many(0), zero(0)]))).toEqual([[5]]);
  expect(chooseWorlds(held([[1]]), [many(0)])).toEqual([]);
  expect(chooseWorlds([], [many(0)])).toEqual([]);
});

test('chooseWorlds shows all that the worlds it is given show, with each that it takes', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 });
  const wanted = [0, 1, 2, 3].flatMap((column) => [zero(column), many(column)]);
  const shown = (worlds: readonly (readonly number[])[]) =>
    wanted.filter(({ column, least, most }) =>
      worlds.some((world) => (world[column] ?? -1) >= least && (world[column] ?? -1) <= most),
    );
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 12 }), (worlds) => {
      const chosen = whole(chooseWorlds(held(worlds), wanted));
      expect(shown(chosen)).toEqual(shown(worlds));
      expect(chosen.length).toBeLessThanOrEqual(wanted.length);
    }),
    { seed: 3 },
  );
});
