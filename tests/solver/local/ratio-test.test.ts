// How far a dual moves and which columns then change, for columns that bear on a violation as `effects` say.
import { describe, expect, test } from 'vitest';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { type LocalState, openState, touch } from '../../../src/solver/local/local-state.ts';
import { chooseEntering, type Violation } from '../../../src/solver/local/ratio-test.ts';

const ANY = Number.POSITIVE_INFINITY;
const STEEP = 3;

function free(price: number, more: Partial<Leeway> = {}): Leeway {
  return { price, rise: ANY, fall: 1000, drop: 1000, ...more };
}

function open(leeways: readonly Leeway[], effects: readonly number[]): LocalState {
  const state = openState(leeways.length, [], STEEP);
  for (const [column, { price, rise, climb = rise, fall, drop }] of leeways.entries()) {
    state.kinks.price[column] = price;
    state.kinks.fall[column] = fall;
    state.kinks.climb[column] = climb;
    state.least[column] = -drop;
    state.most[column] = rise;
    touch(state, column);
  }
  state.effect.set(effects);
  return state;
}

/** A row is off by this much. */
const off = (by: number, side: 1 | -1): Violation => ({ by, side, row: 0, place: -1 });

/** In words: how far the dual moves, where columns go on to, and which one enters from where. */
function choiceOf(state: LocalState, violation: Violation) {
  const choice = chooseEntering(state, violation, Int32Array.from(state.change.keys()));
  if (choice === undefined) return undefined;
  const { by, changes, entering } = choice;
  return { by, changes: Object.fromEntries(changes), entering };
}

const up = (column: number, at = 0) => ({ column, at, side: 1 });
const down = (column: number, at = 0) => ({ column, at, side: -1 });

describe('chooseEntering for a row', () => {
  test('takes the column of which the cost comes to its slope first, and leaves the others', () => {
    const state = open([free(5), free(2), free(9)], [1, 1, 1]);
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 2, changes: { 1: 0 }, entering: up(1) });
    expect(choiceOf(state, off(4, -1))).toMatchObject({ by: 2, changes: { 1: 0 }, entering: down(1) });
  });

  test('counts what a column bears on the row, and to which side', () => {
    const state = open([free(5), free(2)], [-4, 1]);
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 1.25, entering: down(0) });
    expect(choiceOf(state, off(4, -1))).toMatchObject({ by: 1.25, entering: up(0) });
    expect(choiceOf(open([free(2), free(9)], [1, 2]), off(4, 1))).toMatchObject({ by: 2, entering: up(0) });
  });

  test('counts from the dual that a column has', () => {
    const state = open([free(5), free(2)], [1, 1]);
    state.dual[0] = 4;
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 1, entering: up(0) });
  });

  test('counts from where a column is', () => {
    const state = open([free(5), free(4)], [1, 1]);
    state.dual.set([-5, 0]);
    state.change[0] = -6;
    expect(choiceOf(state, off(7, 1))).toMatchObject({ by: 4, changes: { 0: 0, 1: 0 }, entering: up(1) });
    expect(choiceOf(state, off(6, 1))).toMatchObject({ by: 0, changes: { 0: -6 }, entering: up(0, -6) });
  });

  test('takes a column on to its next kink where that does not make up for all', () => {
    const state = open([free(5), free(1, { rise: 3 }), free(9)], [1, 1, 1]);
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 5, changes: { 0: 0, 1: 3 }, entering: up(0) });
    expect(choiceOf(state, off(3, 1))).toMatchObject({ by: 1, changes: { 1: 0 }, entering: up(1) });
  });

  test('takes a column beyond its fall at its steeper cost, unless another is cheaper', () => {
    const fallen = free(1, { fall: 3, drop: 5 });
    const near = open([free(5), fallen], [1, 1]);
    expect(choiceOf(near, off(4, -1))).toMatchObject({ by: 3, changes: { 1: -3 }, entering: down(1, -3) });
    expect(choiceOf(near, off(6, -1))).toMatchObject({ by: 5, changes: { 0: 0, 1: -5 }, entering: down(0) });
    const cheaper = open([free(2), fallen], [1, 1]);
    expect(choiceOf(cheaper, off(4, -1))).toMatchObject({
      by: 2,
      changes: { 0: 0, 1: -3 },
      entering: down(0),
    });
  });

  test('takes several columns on, one after another', () => {
    const few = { rise: 1 };
    const state = open([free(4), free(1, few), free(3, few), free(2, few)], [1, 1, 1, 1]);
    expect(choiceOf(state, off(4, 1))).toMatchObject({
      by: 4,
      changes: { 0: 0, 1: 1, 2: 1, 3: 1 },
      entering: up(0),
    });
  });

  test('is undefined where all together cannot make up for it', () => {
    const state = open([free(1, { rise: 2 }), free(1, { rise: 3 })], [1, 2]);
    expect(choiceOf(state, off(8, 1))).toMatchObject({ entering: { side: 1 } });
    expect(choiceOf(state, off(8.1, 1))).toBeUndefined();
  });

  test('leaves out columns of the basis, and those that do not bear on it', () => {
    const state = open([free(1), free(0), free(5)], [1, 1e-10, 1]);
    state.place[0] = 0;
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 5, changes: { 2: 0 }, entering: up(2) });
  });

  test.for([
    [2, 1],
    [1, 2],
  ] as const)('takes of two that come at once the one that bears more on it: %i and %i', (effects) => {
    const state = open(
      effects.map((effect) => free(2 * effect)),
      effects,
    );
    expect(choiceOf(state, off(4, 1))).toMatchObject({ by: 2, entering: up(effects.indexOf(2)) });
  });
});

/** Column 0 is in the basis, between its fall and where it stood; it may rise by 3 and drop by 5. */
describe('chooseEntering for a column of the basis', () => {
  function openBasic(price: number, rise = ANY): LocalState {
    const state = open([free(2, { rise: 3, fall: 2, drop: 5 }), free(price, { rise })], [0, 1]);
    state.basis.push({ column: 0, from: -2, to: 0 });
    state.place[0] = 0;
    state.dual[0] = -2;
    return state;
  }
  const beyond = (side: 1 | -1): Violation => ({ by: 4, side, row: -1, place: 0 });

  test('lets it go on over its kink where that comes first', () => {
    expect(choiceOf(openBasic(5), beyond(1))).toEqual({ by: 4, changes: {}, entering: undefined });
    expect(choiceOf(openBasic(5), beyond(-1))).toEqual({ by: 4, changes: {}, entering: undefined });
  });

  test('takes another where that comes first', () => {
    expect(choiceOf(openBasic(3), beyond(1))).toMatchObject({ by: 3, changes: { 1: 0 }, entering: up(1) });
    expect(choiceOf(openBasic(3), beyond(-1))).toMatchObject({ by: 3, changes: { 1: 0 }, entering: down(1) });
  });

  test('lets it go on where others cannot make up for all, though they come first', () => {
    expect(choiceOf(openBasic(3, 1), beyond(1))).toEqual({ by: 4, changes: { 1: 1 }, entering: undefined });
  });

  test('takes another, or is undefined, where it may go no further itself', () => {
    const state = openBasic(9);
    state.basis[0] = { column: 0, from: 0, to: 3 };
    state.dual[0] = 2;
    expect(choiceOf(state, beyond(1))).toMatchObject({ by: 9, entering: up(1) });
    const alone = openBasic(9, 1);
    alone.basis[0] = { column: 0, from: 0, to: 3 };
    expect(choiceOf(alone, beyond(1))).toBeUndefined();
  });
});
