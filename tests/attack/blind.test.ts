// A release may say that lots were drawn of what it withholds. That is the office's word and a matter of chance: no demand falls.

import { expect, test } from 'vitest';
import type { DrawClaim } from '../../src/program/choice.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { cell, SHAPE, withheld } from '../release/small-release.ts';
import { attack } from './on-this-thread.ts';

const solver = await loadSolver();
const LOTS: DrawClaim = { decoyShare: 0.5, key: '0'.repeat(32) };

/**
 *             event  online  total
 *   2024-Q1     40      12     52
 *   2024-Q2      .       .     30
 *
 * One of the two explains that both are hidden: it is 1 to 4. So neither can be 0, and the other is 26 to 29.
 */
const cubes = new Map([
  [
    'cards-issued',
    [
      cell('2024-Q1|event', 40),
      cell('2024-Q1|online', 12),
      cell('2024-Q1|_T', 52),
      withheld('2024-Q2|event'),
      withheld('2024-Q2|online'),
      cell('2024-Q2|_T', 30),
    ],
  ],
]);

test.each([{ choice: undefined }, { choice: LOTS }])(
  'attack of a block that only a small count explains condemns it where the choice is $choice',
  ({ choice }) => {
    const release = { ...SHAPE, choice, cubes, changes: [] };
    const report = attack({ releases: [release], record: [], k: 5, solver, ranges: false });
    expect(report.condemned.map(({ key }) => key)).toEqual([
      'cards-issued|2024-Q2|event',
      'cards-issued|2024-Q2|online',
    ]);
  },
);
