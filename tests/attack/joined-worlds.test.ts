// Worlds put together from others. A square of which only the sums of lines are known, beside 5 in each of its cells:
//
//   0 1 2     columns 0 to 8, lines of 15
//   3 4 5
//   6 7 8
import { expect, test } from 'vitest';
import { openJoinedWorlds } from '../../src/attack/joined-worlds.ts';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import type { World } from '../../src/solver/worlds.ts';

const MANY = Number.POSITIVE_INFINITY;
const FIVES = new Array<number>(9).fill(5);

const lines = [0, 1, 2].flatMap((line) => [
  [3 * line, 3 * line + 1, 3 * line + 2],
  [line, line + 3, line + 6],
]);
const square: LinearModel = {
  lower: FIVES.map(() => 0),
  upper: FIVES.map(() => MANY),
  constraints: lines.map((columns) => ({ columns, coefficients: [1, 1, 1], lower: 15, upper: 15 })),
};

/** Moves `by` along a rectangle, whose corners 0 and 8 gain. */
const moved = (by: number, [one, other, third, fourth] = [0, 8, 2, 6]): World =>
  FIVES.map(
    (count, at) => count + by * (Number([one, other].includes(at)) - Number([third, fourth].includes(at))),
  );

const TOP = moved(3, [0, 4, 1, 3]);
const LOW = moved(-3, [4, 8, 5, 7]);
const is = (column: number, lower: number, upper = lower) => ({ column, lower, upper });
const any = () => true;

function joinedOf(worlds: readonly World[], model = square) {
  const joined = openJoinedWorlds(FIVES, model);
  for (const world of worlds) joined.add(world);
  return joined;
}

test('find joins two worlds to one that differs as both do', () => {
  const found = joinedOf([TOP, LOW]).find([is(0, 8), is(8, 2)], any);
  expect(found).toEqual([8, 2, 5, 2, 5, 8, 5, 8, 2]);
});

test('find takes one world twice', () => {
  const found = joinedOf([moved(2)]).find([is(0, 9)], any);
  expect(found).toEqual(moved(4));
  expect(joinedOf([moved(2)]).find([is(0, 8)], any)).toBeUndefined();
});

test('find gives no count out of its bounds', () => {
  expect(joinedOf([moved(3)]).find([is(0, 11)], any)).toBeUndefined();
  const upper = FIVES.map((_, at) => (at === 0 ? 8 : MANY));
  expect(joinedOf([moved(2)], { ...square, upper }).find([is(0, 9)], any)).toBeUndefined();
});

test('find gives no sum out of its limits, which differences may leave together and neither by itself', () => {
  const limited = {
    ...square,
    constraints: [...square.constraints, { columns: [0, 8], coefficients: [1, 1], lower: 0, upper: 15 }],
  };
  expect(joinedOf([moved(2)], limited).find([is(0, 9)], any)).toBeUndefined();
});

test('find gives what fits alone', () => {
  const joined = joinedOf([TOP, moved(1, [0, 8, 2, 6])]);
  expect(joined.find([is(0, 9)], (world) => world[8] === 6)).toEqual([9, 2, 4, 2, 8, 5, 4, 5, 6]);
  expect(joined.find([is(0, 9)], (world) => world[8] === 5)).toBeUndefined();
});

/** How often it is asked whether a world fits, where none does. */
function triedOf(
  joined: ReturnType<typeof joinedOf>,
  limits: Parameters<typeof joined.find>[0] = [],
): World[] {
  const tried: World[] = [];
  const none = (world: World) => {
    tried.push(world);
    return false;
  };
  expect(joined.find(limits, none)).toBeUndefined();
  return tried;
}

test('find tries only pairs that are within the limits, ends included, those taken in last first', () => {
  const joined = joinedOf([moved(1), moved(2), moved(3)]);
  const firsts = (least: number, most: number) =>
    triedOf(joined, [is(0, least, most)]).map(([first]) => first);
  expect(firsts(0, MANY)).toEqual([10, 9, 9, 8, 7]);
  expect(firsts(8, 9)).toEqual([9, 9, 8]);
  expect(firsts(8, 8)).toEqual([8]);
  expect(triedOf(joined, [is(0, 8, 9), is(1, 5)])).toHaveLength(3);
  expect(triedOf(joined, [is(0, 8, 9), is(1, 6)])).toEqual([]);
});

test('find tries no pair that takes a count out of its bounds, on either side', () => {
  const joined = joinedOf([moved(1), moved(2)], {
    ...square,
    upper: FIVES.map((_, at) => (at === 0 ? 8 : MANY)),
  });
  expect(triedOf(joined).map(([first]) => first)).toEqual([8, 7]);
  const low = joinedOf([moved(1), moved(2)], { ...square, lower: FIVES.map((_, at) => (at === 2 ? 2 : 0)) });
  expect(triedOf(low).map(([, , third]) => third)).toEqual([2, 3]);
});

test('find tries 2,000 pairs and no more', () => {
  const many = Array.from({ length: 64 }, () => moved(1));
  expect(triedOf(joinedOf(many))).toHaveLength(2000);
});

test('add takes in what differs in 1 to 500 columns', () => {
  const width = 600;
  const base = new Array<number>(width).fill(5);
  const model = { lower: base.map(() => 0), upper: base.map(() => MANY), constraints: [] };
  const tried = (differing: number) => {
    const joined = openJoinedWorlds(base, model);
    joined.add(base.map((count, at) => (at < differing ? count + 1 : count)));
    return triedOf(joined).length;
  };
  expect([0, 1, 500, 501].map(tried)).toEqual([0, 1, 1, 0]);
});
