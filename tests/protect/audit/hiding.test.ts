// Which cells may move, and what a mover is told of it.
import { expect, test } from 'vitest';
import { openHiding } from '../../../src/protect/audit/hiding.ts';

function openLogged() {
  const told: [cell: number, price: number | undefined][] = [];
  const hiding = openHiding({ price: (cell, price) => told.push([cell, price]) });
  return { hiding, told };
}

test('hide lets a cell move at a price of 1, and says so once', () => {
  const { hiding, told } = openLogged();
  hiding.hide(7);
  hiding.hide(7);
  expect(told).toEqual([[7, 1]]);
});

test('show forbids a hidden cell to move, and says nothing of one that is not hidden', () => {
  const { hiding, told } = openLogged();
  hiding.show(7);
  hiding.hide(8);
  hiding.show(8);
  hiding.show(8);
  hiding.hide(8);
  expect(told).toEqual([
    [8, 1],
    [8, undefined],
    [8, 1],
  ]);
});

test('hides is true of a cell from when it is hidden until it is shown', () => {
  const { hiding } = openLogged();
  expect(hiding.hides(7)).toBe(false);
  hiding.hide(7);
  expect([hiding.hides(7), hiding.hides(8)]).toEqual([true, false]);
  hiding.show(7);
  expect(hiding.hides(7)).toBe(false);
});

test('hideUnknown hides the cells without a count and shows all others', () => {
  const { hiding, told } = openLogged();
  hiding.hideUnknown([undefined, 4, undefined]);
  hiding.hideUnknown([0, undefined, undefined]);
  expect(told).toEqual([
    [0, 1],
    [2, 1],
    [0, undefined],
    [1, 1],
  ]);
});
