// What is left of a block, by places: 0 = 1 + 2 + 3, and 3 = 4 + 5, and 5 is 6 or more less.
import { expect, test } from 'vitest';
import { openRemainder } from '../../../src/protect/cheapest/remainder.ts';

const row = (columns: readonly number[], off = 0) => ({
  columns,
  coefficients: columns.map((_, term) => (term === 0 ? -1 : 1)),
  lower: 0,
  upper: off,
});
const block = {
  cells: [10, 11, 12, 13, 14, 15, 16],
  rows: [row([0, 1, 2, 3]), row([3, 4, 5]), row([5, 6], 9)],
};

test('publish gives the cell and what follows from one relation after another', () => {
  const remainder = openRemainder(block);
  expect(remainder.publish(4)).toEqual([4]);
  expect(remainder.publish(5)).toEqual([5, 3]);
  expect(remainder.publish(1)).toEqual([1]);
  expect(remainder.publish(0)).toEqual([0, 2]);
});

test('publish concludes nothing from a relation that is no equation', () => {
  expect(openRemainder(block).publish(5)).toEqual([5]);
});

test('hide takes back what was published last', () => {
  const remainder = openRemainder(block);
  remainder.publish(4);
  remainder.hide(remainder.publish(5));
  expect(remainder.publish(3)).toEqual([3, 5]);
});

test('isParted says whether what is left hangs together no longer', () => {
  const parted = (...places: number[]) => {
    const remainder = openRemainder(block);
    return places.map((place) => remainder.isParted(remainder.publish(place)));
  };
  expect(parted(3)).toEqual([true]);
  expect(parted(5)).toEqual([true]);
  expect(parted(6, 4, 1)).toEqual([false, false, false]);
  expect(parted(0, 1)).toEqual([false, false]);
});

test('isParted of the last cell, or of all that are left, is false', () => {
  const pair = openRemainder({ cells: [1, 2], rows: [row([0, 1])] });
  const places = pair.publish(0);
  expect(places).toEqual([0, 1]);
  expect(pair.isParted(places)).toBe(false);
});
