// How whole numbers are come to, for any local program: what is asked, and what comes of it.

import { expect, test } from 'vitest';
import type { Limit } from '../../../src/indexes/constraint.ts';
import { branch } from '../../../src/solver/local/branch.ts';
import type { Answer } from '../../../src/solver/local/local-program.ts';

const ANY = Number.POSITIVE_INFINITY;
const FIRST: Limit = { column: 9, lower: 3, upper: ANY };
const atMost = (column: number, upper: number): Limit => ({ column, lower: -ANY, upper });
const atLeast = (column: number, lower: number): Limit => ({ column, lower, upper: ANY });

function changes(...by: readonly (readonly [column: number, by: number])[]): Answer {
  return { status: 'optimal', changes: new Map(by) };
}

/** Answers one question after another, and tells which limits each added to the first. */
function scripted(...answers: readonly Answer[]) {
  const asked: (readonly Limit[])[] = [];
  const found = branch(
    (limits) => {
      expect(limits[0]).toEqual(FIRST);
      asked.push(limits.slice(1));
      return answers[asked.length - 1] ?? { status: 'infeasible' };
    },
    [FIRST],
  );
  return { found, asked };
}

test('branch of an answer that is whole, or there is none, asks once', () => {
  for (const answer of [
    changes([1, 2], [2, -3.0000001]),
    { status: 'infeasible' },
    { status: 'undecided' },
  ] as const)
    expect(scripted(answer)).toEqual({ found: answer, asked: [[]] });
});

test('branch asks the nearer side of a column that is not whole first', () => {
  const whole = changes([1, 2]);
  expect(scripted(changes([1, 2.4]), whole)).toEqual({ found: whole, asked: [[], [atMost(1, 2)]] });
  expect(scripted(changes([1, 2.6]), whole)).toEqual({ found: whole, asked: [[], [atLeast(1, 3)]] });
  expect(scripted(changes([1, -2.6]), whole)).toEqual({ found: whole, asked: [[], [atMost(1, -3)]] });
  expect(scripted(changes([1, -2.5]), whole)).toEqual({ found: whole, asked: [[], [atMost(1, -3)]] });
});

test('branch asks the other side where the nearer one has no answer, and says that there is none if neither has', () => {
  const whole = changes([1, 3]);
  const none: Answer = { status: 'infeasible' };
  const asked = [[], [atMost(1, 2)], [atLeast(1, 3)]];
  expect(scripted(changes([1, 2.4]), none, whole)).toEqual({ found: whole, asked });
  expect(scripted(changes([1, 2.4]), none, none)).toEqual({ found: none, asked });
});

test('branch ends where a side decides nothing', () => {
  const open: Answer = { status: 'undecided' };
  expect(scripted(changes([1, 2.4]), open)).toEqual({ found: open, asked: [[], [atMost(1, 2)]] });
});

test('branch splits the column that is furthest from a whole number, of several the first', () => {
  const { asked } = scripted(changes([1, 2.2], [2, 7.4], [3, 0.4], [4, -1.1]));
  expect(asked[1]).toEqual([atMost(2, 7)]);
});

test('branch adds limits to those before', () => {
  const { asked } = scripted(changes([1, 2.4]), changes([2, 0.7]), changes([1, 2], [2, 1]));
  expect(asked).toEqual([[], [atMost(1, 2)], [atMost(1, 2), atLeast(2, 1)]]);
});

test('branch decides nothing after 40 questions', () => {
  const { found, asked } = scripted(...Array<Answer>(99).fill(changes([1, 2.4])));
  expect(found).toEqual({ status: 'undecided' });
  expect(asked).toHaveLength(40);
});
