// Figures on the record that lie in one published cell, drawn: they add up, and tell of what is left.

import { expect, test } from 'vitest';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { editionsOf, joinEditions } from '../../src/system/editions/join-editions.ts';
import { cellsOf, gatherFacts } from '../../src/verify/facts.ts';
import { PROGRAM } from '../run/town.ts';
import { attackSystem } from './on-this-thread.ts';

const RELEASE = '2024-Q4';
const solver = await loadSolver();

const program = programSchema.parse({
  ...PROGRAM,
  dimensions: [
    { id: 'area', label: 'Area', codes: ['a', 'b', 'c', 'd'].map((code) => ({ code, label: code })) },
  ],
  period: { from: '2024-01', levels: ['month', 'year'] },
  measures: [{ ...PROGRAM.measures[0], dimensions: ['area'] }],
  tables: [
    { id: 'cards', measure: 'cards-issued', title: 'Cards', levels: { period: 'year', area: 'area' } },
  ],
  relations: [],
  notes: [],
});

/**
 *               a   b   c   d   all          on the record   June   December
 *   2024        .   .   .   .    49          c                 20         20
 */
function attackWith(months: readonly string[], k: number) {
  const cells = ['a', 'b', 'c', 'd', '_T'].flatMap((area) =>
    ['2024', '_T'].map(
      (period): PublishedCell =>
        area === '_T'
          ? { codes: [period, area], count: 49, status: '', note: '' }
          : { codes: [period, area], count: null, status: 'c', note: WITHHELD_NOTE },
    ),
  );
  const release = {
    release: RELEASE,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(RELEASE) ?? 0),
    changes: [],
    cubes: new Map([['cards-issued', cells]]),
  };
  const record = months.map(
    (month): RecordBound => ({ cell: `cards-issued|${month}|c`, lower: 20, upper: 20 }),
  );
  const system = joinEditions(editionsOf([release]), cellsOf(record));
  const report = attackSystem(system, gatherFacts(system, [release], record), {
    k,
    solver,
    ranges: true,
  });
  const ranges = report.blocks.flatMap(({ findings }) =>
    findings.map(({ key, least, most }) => [key.replace('cards-issued|2024|', ''), [least, most]] as const),
  );
  return {
    reasons: [...new Set(report.condemned.map(({ reason }) => reason))],
    ranges: Object.fromEntries(ranges),
  };
}

/** That nobody else is in the year cannot be, or nothing would explain the hiding: so they are 5 or more, and c is 44 or less. */
test('attackSystem of 49 in a year and 20 on the record in one month leaves 29 for the others', () => {
  expect(attackWith(['2024-06'], 5)).toMatchObject({
    reasons: [],
    ranges: { a: [0, 29], b: [0, 29], d: [0, 29], c: [20, 44] },
  });
});

test('attackSystem of 49 in a year and 20 on the record in each of two months leaves 9 for the others', () => {
  expect(attackWith(['2024-06', '2024-12'], 5)).toMatchObject({
    reasons: [],
    ranges: { a: [0, 9], b: [0, 9], d: [0, 9], c: [40, 44] },
  });
});

test('attackSystem condemns cells that two figures on the record together show to be fewer than k', () => {
  expect(attackWith(['2024-06'], 11).reasons).toEqual([]);
  expect(attackWith(['2024-06', '2024-12'], 11).reasons).not.toEqual([]);
});
