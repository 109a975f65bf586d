// Which pairs of hidden cells are asked about: all, or a simple random sample that anybody can draw again.
import { expect, test } from 'vitest';
import { countPairs, drawPairs } from '../../src/attack/draw-pairs.ts';

const keysOf = (block: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${block}|cell-${at}`);
const namesOf = (blocks: readonly (readonly string[])[], most: number) =>
  drawPairs(blocks, most).map((pairs) => pairs.map(({ place, other }) => `${place} ${other}`));

test('drawPairs within the budget gives every ordered pair of each block', () => {
  expect(countPairs([['a', 'b'], ['c'], ['d', 'e', 'f']])).toBe(8);
  expect(namesOf([['a', 'b'], ['c'], ['d', 'e', 'f']], 8)).toEqual([
    ['a b', 'b a'],
    [],
    ['d e', 'd f', 'e d', 'e f', 'f d', 'f e'],
  ]);
});

test('drawPairs beyond the budget gives exactly so many, no pair twice, none of two blocks', () => {
  const blocks = [keysOf('x', 30), keysOf('y', 3), keysOf('z', 12)];
  const names = namesOf(blocks, 100);
  expect(names.flat()).toHaveLength(100);
  expect(new Set(names.flat()).size).toBe(100);
  for (const [at, own] of names.entries())
    for (const name of own) expect(name.split(' ').every((key) => blocks[at]?.includes(key))).toBe(true);
});

test('drawPairs draws the same whatever the order of blocks and cells, and the more of a larger budget', () => {
  const blocks = [keysOf('x', 20), keysOf('y', 10)];
  const turned = blocks.map((keys) => keys.toReversed()).toReversed();
  expect(new Set(namesOf(turned, 50).flat())).toEqual(new Set(namesOf(blocks, 50).flat()));
  const more = new Set(namesOf(blocks, 60).flat());
  expect(
    namesOf(blocks, 50)
      .flat()
      .every((name) => more.has(name)),
  ).toBe(true);
});

// Of 9,900 pairs 1,000 are drawn: 10.1 of the 99 of each cell are expected, and 500 from half the cells.
test('drawPairs draws as by chance: every block, cell and half of the cells has about its share', () => {
  const [own = []] = drawPairs([keysOf('x', 100)], 1000);
  const by = Map.groupBy(own, ({ place }) => place);
  expect(by.size).toBe(100);
  expect(Math.max(...[...by.values()].map(({ length }) => length))).toBeLessThan(25);
  const lower = own.filter(({ other }) => Number(other.slice('x|cell-'.length)) < 50).length;
  expect(Math.abs(lower - 500)).toBeLessThan(60);
  const [large = [], small = []] = drawPairs([keysOf('l', 40), keysOf('s', 20)], 500);
  expect(large.length / small.length).toBeGreaterThan(3);
  expect(large.length / small.length).toBeLessThan(6);
});

// The hash of "declinate" is that of "macallums": pairs with one or the other have equal lots, and come by name.
test('drawPairs of cells whose names have one hash draws the same whatever their order', () => {
  const keys = ['macallums', 'declinate', 'a', 'b'];
  const turned = keys.toReversed();
  for (const most of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(namesOf([turned], most)).toEqual(namesOf([keys], most));
});
