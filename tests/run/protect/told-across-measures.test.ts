// Sets of people in several measures, or in a measure and what a relation leaves over: nobody in them is named by a cell, and
// published cells would tell that they are three.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellKey } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import { inTown, PROGRAM, release } from '../town.ts';

interface Told {
  readonly program: Readonly<Record<string, unknown>>;
  readonly tallies: Readonly<Record<string, string>>;
  readonly id: string;
  /** Cells whose counts would add up to three people. */
  readonly telling: readonly string[];
}

const codes = (...all: readonly string[]) => all.map((code) => ({ code, label: code }));
const measure = (id: string, dimensions: readonly string[], kind = 'flow') => ({
  id,
  label: id,
  unit: 'cards',
  kind,
  dimensions,
});
const table = (id: string, of: string, levels: Readonly<Record<string, string>>) => ({
  id,
  measure: of,
  title: id,
  levels,
});
const BASE = { ...PROGRAM, k: 11, notes: [], dimensions: [] };

const AREAS = ['a', 'b', 'c'];
const DECISIONS = ['approved', 'refused', 'withdrawn'];
const DECIDED = [
  [51, 1, 1],
  [200, 30, 40],
  [150, 25, 20],
];

/** Of 53 who applied in area a, 50 have a card: one was refused, one withdrew, one was approved and has none. */
const APPROVED: Told = {
  id: '2024-Q4',
  program: {
    ...BASE,
    dimensions: [
      { id: 'area', label: 'Area', codes: codes(...AREAS) },
      { id: 'decision', label: 'Decision', codes: codes(...DECISIONS) },
    ],
    measures: [measure('applications', ['area', 'decision']), measure('cards-issued', ['area'])],
    relations: [
      {
        id: 'cards-come-from-approvals',
        why: 'Every card comes from an approved application of that year.',
        sense: 'at-most',
        period: 'year',
        by: { area: 'area' },
        left: [{ measure: 'cards-issued' }],
        right: [{ measure: 'applications', codes: { decision: 'approved' } }],
      },
    ],
    tables: [
      table('by-area', 'applications', { period: 'year', area: 'area' }),
      table('by-decision', 'applications', { period: 'year', decision: 'decision' }),
      table('cards-by-area', 'cards-issued', { period: 'year', area: 'area' }),
    ],
  },
  tallies: {
    'applications.csv': [
      'period,area,decision,count',
      ...AREAS.flatMap((area, at) =>
        DECISIONS.map((decision, place) => `2024,${area},${decision},${DECIDED[at]?.[place]}`),
      ),
    ].join('\n'),
    'cards-issued.csv': 'period,area,count\n2024,a,50\n2024,b,160\n2024,c,120\n',
  },
  telling: ['applications|2024|a|_T', 'cards-issued|2024|a'],
};

const byMonth = (counts: readonly number[]) =>
  `period,count\n${counts.map((count, at) => `2024-0${at + 1},${count}\n`).join('')}`;
const within = (id: string, left: string, right: string) => ({
  id,
  why: 'It is so.',
  sense: 'at-most',
  period: 'month',
  left: [{ measure: left }],
  right: [{ measure: right }],
});

/** Of 130 who applied in February 127 cards were printed; who was approved is told by quarter alone. */
const PRINTED: Told = {
  id: '2024-Q1',
  program: {
    ...BASE,
    period: { from: '2024-01', levels: ['month', 'quarter'] },
    measures: ['applications', 'approved', 'printed'].map((id) => measure(id, [])),
    relations: [
      within('approved-applied', 'approved', 'applications'),
      within('printed-approved', 'printed', 'approved'),
    ],
    tables: [
      table('applied', 'applications', { period: 'month' }),
      table('approved', 'approved', { period: 'quarter' }),
      table('printed', 'printed', { period: 'month' }),
    ],
  },
  tallies: {
    'applications.csv': byMonth([200, 130, 250]),
    'approved.csv': byMonth([180, 128, 210]),
    'printed.csv': byMonth([160, 127, 180]),
  },
  telling: ['applications|2024-02', 'printed|2024-02'],
};

const AGES = ['under-14', '14-to-64', '65-plus'];
const byAge = (quarters: readonly (readonly number[])[]) =>
  `period,age,count\n${quarters
    .flatMap((counts, at) => counts.map((count, age) => `2024-Q${at + 1},${AGES[age]},${count}\n`))
    .join('')}`;

/** Records of children grew from 60 to 63: three came by a card or otherwise. Cards are told of all ages together. */
const HELD: Told = {
  id: '2024-Q2',
  program: {
    ...BASE,
    dimensions: [{ id: 'age', label: 'Age', codes: codes(...AGES) }],
    measures: [measure('cards-issued', ['age']), measure('records-held', ['age'], 'stock')],
    relations: [
      {
        id: 'cards-leave-records',
        why: 'Every card leaves a record of the same age, and none is destroyed.',
        sense: 'at-most',
        period: 'quarter',
        by: { age: 'age' },
        left: [{ measure: 'cards-issued' }, { measure: 'records-held', lag: 1 }],
        right: [{ measure: 'records-held' }],
      },
    ],
    tables: [
      table('cards', 'cards-issued', { period: 'quarter' }),
      table('held', 'records-held', { period: 'quarter', age: 'age' }),
    ],
  },
  tallies: {
    'cards-issued.csv': byAge([
      [20, 40, 30],
      [2, 50, 40],
    ]),
    'records-held.csv': byAge([
      [60, 100, 90],
      [63, 180, 160],
    ]),
  },
  telling: ['records-held|2024-Q1|under-14', 'records-held|2024-Q2|under-14'],
};

const PLACES = [
  ['a', 'D1', 'R1'],
  ['b', 'D1', 'R2'],
  ['c', 'D2', 'R2'],
  ['d', 'D2', 'R3'],
] as const;
const byArea = (counts: readonly number[]) =>
  `period,area,count\n${counts.map((count, at) => `2024,${PLACES[at]?.[0]},${count}\n`).join('')}`;

/** 51 applied in district D1, 48 of region R1 within it got a card: of the others of D1 and of those without a card there are three. */
const WITHIN: Told = {
  id: '2024-Q4',
  program: {
    ...BASE,
    dimensions: [
      {
        id: 'area',
        label: 'Area',
        codes: [
          ...PLACES.map(([code, district, region]) => ({
            code,
            label: code,
            level: 'area',
            parents: { districts: district, regions: region },
          })),
          ...['D1', 'D2'].map((code) => ({ code, label: code, level: 'district' })),
          ...['R1', 'R2', 'R3'].map((code) => ({ code, label: code, level: 'region' })),
        ],
      },
    ],
    measures: [measure('applications', ['area']), measure('cards-issued', ['area'])],
    relations: [
      {
        ...within('cards-applied', 'cards-issued', 'applications'),
        period: 'year',
        by: { area: 'area' },
      },
    ],
    tables: [
      table('applied', 'applications', { period: 'year', area: 'district' }),
      table('cards', 'cards-issued', { period: 'year', area: 'region' }),
    ],
  },
  tallies: {
    'applications.csv': byArea([49, 2, 300, 200]),
    'cards-issued.csv': byArea([48, 1, 250, 150]),
  },
  telling: ['applications|2024|D1', 'cards-issued|2024|R1'],
};

test.each([
  ['applicants of an area without a card, whatever was decided', APPROVED],
  ['those who fell out on the way through two relations', PRINTED],
  ['those by whom a stock grew, with a card or without', HELD],
  ['those of a district without a card of a region within it', WITHIN],
])('release hides what would tell of three people: %s', async (_, { program, tallies, id, telling }) => {
  await inTown(
    async (town) => {
      const ran = await release(town, [PROGRAM.id, '--id', id]);
      expect(ran.code, ran.said).toBe(0);
      const read = await readRelease(join(town.folder, 'releases', id));
      if (!read.ok) throw new Error('It cannot be read.');
      const cells = new Map(
        [...read.value.cubes].flatMap(([cube, all]) =>
          all.map((cell) => [cellKey([cube, ...cell.codes]), cell.status] as const),
        ),
      );
      const statuses = telling.map((key) => cells.get(key));
      expect(statuses).not.toContain(undefined);
      expect(statuses).toContain('c');
      expect(read.value.audit?.sets?.undecided).toBe(0);
    },
    program,
    tallies,
  );
});
