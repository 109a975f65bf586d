// Every pattern of withheld cells is tried on tiny tables: none that keeps the promise costs more than it must.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { product } from '../../src/system/boxes.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { forcedCells, outcomeOf, type Plan, plans, protectOrRefuse } from './plans.ts';

const MOST_PEOPLE = 9;
const SEED = 20_251_129;
/** Cells that may be withheld besides those that must: 2 to the power of this patterns. */
const MOST_CHOICES = 7;

const SMALL = [
  'one line',
  'a hierarchy',
  'uneven hierarchies',
  'calendar and fiscal years without halves',
  'totals to date',
  'overlapping bands in two tables',
  'two by two',
  'tables that share no row',
  'a measure at most another',
  'a stock and its flows',
];

const smallPlans = fc
  .constantFrom(...SMALL.flatMap((name) => SHAPES[name] ?? []))
  .chain((table) => plans(table, MOST_PEOPLE));

const sensitivePlans = fc
  .constantFrom(
    ...['one group in three categories', 'two groups in two categories', 'categories of two levels'].flatMap(
      (name) => SENSITIVE_SHAPES[name] ?? [],
    ),
  )
  .chain((table) => plans(table, MOST_PEOPLE));

function subsetsOf(cells: readonly number[]): number[][] {
  return product(cells.map((cell) => [[], [cell]])).map((chosen) => chosen.flat());
}

/** The least that complementary cells can cost in a pattern that keeps the promise; undefined if none does. */
function leastCost(plan: Plan): number | undefined {
  const forced = forcedCells(plan);
  const price = (cells: readonly number[]) =>
    cells.reduce((sum, cell) => sum + (plan.input.costs[cell] ?? 0), 0);
  const free = [...plan.input.publishable].filter((cell) => !forced.has(cell));
  const cheapestFirst = subsetsOf(free).sort((one, other) => price(one) - price(other));
  const found = cheapestFirst.find((cells) => outcomeOf(plan, new Set([...forced, ...cells])) === 'safe');
  return found === undefined ? undefined : price(found);
}

function isSmall(plan: Plan): boolean {
  const forced = forcedCells(plan).size;
  return forced > 0 && plan.input.publishable.size - forced <= MOST_CHOICES;
}

test.for([
  ['', smallPlans, 150],
  [', categories of groups among them', sensitivePlans, 60],
] as const)(
  'protect withholds at the least cost of all patterns that keep the promise%s, and proves it',
  ([, anyPlan, runs]) => {
    let compared = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        fc.pre(isSmall(plan));
        const least = leastCost(plan);
        fc.pre(least !== undefined);
        const protection = protectOrRefuse(plan.input);
        expect(protection?.cost).toBeCloseTo(least, 6);
        expect(protection?.bound).toBeCloseTo(least, 3);
        compared += 1;
      }),
      { numRuns: runs, seed: SEED },
    );
    expect(compared).toBe(runs);
  },
);

test.for([
  ['', smallPlans],
  [' in groups', sensitivePlans],
] as const)('protect refuses wherever no pattern keeps the promise%s', ([, anyPlan]) => {
  let refused = 0;
  fc.assert(
    fc.property(anyPlan, (plan) => {
      fc.pre(isSmall(plan) && leastCost(plan) === undefined);
      expect(protectOrRefuse(plan.input)).toBeUndefined();
      refused += 1;
    }),
    { numRuns: 8, seed: SEED, maxSkipsPerRun: 500 },
  );
  expect(refused).toBe(8);
});
