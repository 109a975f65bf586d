// What moves away from the counts of a line come to, k = 5: a total of 19, and 3, 7, 0, 9.
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/protect/audit/ledger.ts';
import { openPool } from '../../../src/protect/audit/move-pool.ts';
import { lineTask } from '../plans.ts';

const task = lineTask([3, 7, 0, 9]);
const [FEW, MANY, NONE, MORE] = [1, 2, 3, 4];

function moveTo(counts: Readonly<Record<number, number>>) {
  return openPool(task).add(new Map(Object.entries(counts).map(([cell, count]) => [Number(cell), count])));
}

test('serves without a move is false, even where the true count meets the target', () => {
  expect(openLedger(task).serves(NONE, 'zero')).toBe(false);
});

test('serves of a cell that a move takes to the target is true, and false of the other target', () => {
  const ledger = openLedger(task);
  ledger.keep(moveTo({ [FEW]: 0, [MANY]: 4, [NONE]: 6 }));
  expect(ledger.serves(FEW, 'zero')).toBe(true);
  expect(ledger.serves(NONE, 'many')).toBe(true);
  expect(ledger.serves(FEW, 'many')).toBe(false);
});

test('serves of a cell that stays is true where its true count meets the target, and only there', () => {
  const ledger = openLedger(task);
  ledger.keep(moveTo({ [FEW]: 0, [MANY]: 10 }));
  expect(ledger.serves(NONE, 'zero')).toBe(true);
  expect(ledger.serves(MORE, 'many')).toBe(true);
  expect(ledger.serves(MORE, 'zero')).toBe(false);
});

test('serves of a cell that every move takes away from its target is false', () => {
  const ledger = openLedger(task);
  ledger.keep(moveTo({ [MANY]: 4, [MORE]: 12 }));
  expect(ledger.serves(MANY, 'many')).toBe(false);
  ledger.keep(moveTo({ [FEW]: 0, [MORE]: 12 }));
  expect(ledger.serves(MANY, 'many')).toBe(true);
});

test('drop takes away what a move serves, but not what another serves too', () => {
  const ledger = openLedger(task);
  const [one, other] = [moveTo({ [FEW]: 0, [MANY]: 10 }), moveTo({ [FEW]: 0, [NONE]: 6, [MANY]: 4 })];
  ledger.keep(one);
  ledger.keep(other);
  ledger.drop(other);
  expect(ledger.serves(FEW, 'zero')).toBe(true);
  expect(ledger.serves(NONE, 'many')).toBe(false);
  expect(ledger.plunging(MANY)).toEqual([]);
  expect(ledger.changing(MANY)).toEqual([one]);
  expect(ledger.changing(NONE)).toEqual([]);
  expect([ledger.changing(MORE), ledger.plunging(MORE)]).toEqual([[], []]);
});

test('keep of a move that is kept, and drop of one that is not, change nothing', () => {
  const ledger = openLedger(task);
  const move = moveTo({ [FEW]: 0, [MANY]: 10 });
  ledger.keep(move);
  ledger.keep(move);
  ledger.drop(move);
  expect(ledger.serves(FEW, 'zero')).toBe(false);
  ledger.drop(move);
  ledger.keep(move);
  expect(ledger.serves(FEW, 'zero')).toBe(true);
});

test('plunging gives the moves that take a cell from k or more below k', () => {
  const ledger = openLedger(task);
  const [one, other] = [moveTo({ [MANY]: 4, [FEW]: 6 }), moveTo({ [MANY]: 0, [MORE]: 16 })];
  for (const move of [one, other, moveTo({ [MANY]: 5, [MORE]: 11 })]) ledger.keep(move);
  expect(ledger.plunging(MANY)).toEqual([one, other]);
  expect(ledger.plunging(FEW)).toEqual([]);
});

test('isEmpty is true before a move is kept, and after the last is dropped', () => {
  const ledger = openLedger(task);
  const move = moveTo({ [FEW]: 0, [MANY]: 10 });
  expect(ledger.isEmpty()).toBe(true);
  ledger.keep(move);
  expect(ledger.isEmpty()).toBe(false);
  expect(ledger.moves()).toEqual([move]);
  ledger.drop(move);
  expect(ledger.isEmpty()).toBe(true);
});

test('attempt gives back what was dropped since, and leaves what was kept', () => {
  const ledger = openLedger(task);
  const [before, one, other] = [
    moveTo({ [FEW]: 0, [MANY]: 10 }),
    moveTo({ [FEW]: 0, [MORE]: 12 }),
    moveTo({ [NONE]: 6, [MANY]: 1 }),
  ];
  for (const move of [before, one]) ledger.keep(move);
  ledger.drop(before);
  const undo = ledger.attempt();
  ledger.drop(one);
  ledger.keep(other);
  undo();
  expect(ledger.changing(FEW)).toEqual([one]);
  expect(ledger.changing(MANY)).toEqual([other]);
});
