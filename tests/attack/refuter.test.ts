// Whether a block leaves no world within limits: two columns that make 9, of which the first is at most 6.
import { expect, onTestFinished, test } from 'vitest';
import { openRefuter } from '../../src/attack/refuter.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { watched } from './watched-solver.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

function open() {
  const { solver: own, open: stillOpen } = watched(solver, false);
  const session = own.open({
    lower: [0, 0],
    upper: [6, MANY],
    constraints: [{ columns: [0, 1], coefficients: [1, 1], lower: 9, upper: 9 }],
  });
  const refuter = openRefuter(own, session);
  onTestFinished(() => {
    refuter.close();
    session.close();
    expect(stillOpen()).toBe(0);
  });
  return { session, refuter, stillOpen };
}

const within = (column: number, lower: number, upper: number) => [{ column, lower, upper }];

test('refutes is true of limits that no counts are within, also from where another answer left off', () => {
  const { session, refuter } = open();
  session.minimize(new Map([[0, 1]]), [], false);
  expect(refuter.refutes(within(1, 0, 2))).toBe(true);
  expect(refuter.refutes(within(1, 0, 3))).toBe(false);
  expect(refuter.refutes(within(0, 7, MANY))).toBe(true);
});

test('refutes goes by bounds that were changed since', () => {
  const { session, refuter } = open();
  expect(refuter.refutes(within(1, 5, 5))).toBe(false);
  const raised = { column: 0, lower: 5, upper: 6 };
  for (const each of [session, refuter]) each.setBounds(raised);
  expect(refuter.refutes(within(1, 5, 5))).toBe(true);
  expect(refuter.refutes(within(1, 4, 4))).toBe(false);
});

test('ray tells how often to add each constraint against the limits refuted last, and nothing of others', () => {
  const { refuter } = open();
  const limits = within(1, 0, 2);
  expect(refuter.ray(limits)).toBeUndefined();
  refuter.refutes(limits);
  expect(Math.abs(refuter.ray(limits)?.[0] as number)).toBeGreaterThan(0);
  expect(refuter.ray(within(1, 0, 2))).toBeUndefined();
  refuter.refutes(within(1, 0, 3));
  expect(refuter.ray(limits)).toBeUndefined();
});

test('openRefuter loads nothing before it is asked', () => {
  const { refuter, stillOpen } = open();
  expect(stillOpen()).toBe(1);
  refuter.refutes([]);
  expect(stillOpen()).toBe(2);
});
