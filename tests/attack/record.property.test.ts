// What figures on the record and published cells tell together is what goes through every table finds (brute-force.ts).
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import { product } from '../../src/system/boxes.ts';
import { editionsOf, joinEditions } from '../../src/system/editions/join-editions.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';
import { cellsOf, type Facts, gatherFacts } from '../../src/verify/facts.ts';
import { boundsOf } from '../../src/verify/question.ts';
import { PROGRAM } from '../run/town.ts';
import { forEachTable } from './brute-force.ts';
import type { Table } from './tables.ts';

const RUNS = 150;
const MOST_PEOPLE = 6;
const MONTHS = ['2024-01', '2024-02', '2024-03'];
const AREAS = ['a', 'b', 'c'];
/** Districts and wards cut across each other. */
const AREA_LEAVES: Readonly<Record<string, readonly string[]>> = {
  _T: AREAS,
  a: ['a'],
  b: ['b'],
  c: ['c'],
  'a-b': ['a', 'b'],
  'b-c': ['b', 'c'],
};
const PERIOD_LEAVES: Readonly<Record<string, readonly string[]>> = {
  '2024-01': ['2024-01'],
  '2024-02': ['2024-02'],
  '2024-03': ['2024-03'],
  '2024-Q1': MONTHS,
  '..2024-02': ['2024-01', '2024-02'],
  '..2024-03': MONTHS,
};
const LEVELS = [
  { period: 'month' },
  { period: 'quarter', area: 'area' },
  { period: 'quarter', area: 'district' },
  { period: 'month', area: 'district' },
  { area: 'area' },
  { period: 'quarter' },
];
const FINEST = product([MONTHS, AREAS]);

const solver = await loadSolver();

/** A release of the first quarter that publishes these tables. */
function shapeOf(levels: readonly object[]): ReleaseShape {
  const program = programSchema.parse({
    ...PROGRAM,
    dimensions: [
      {
        id: 'area',
        label: 'Area',
        codes: [
          { code: 'a-b', label: 'a-b', level: 'district' },
          { code: 'b-c', label: 'b-c', level: 'ward' },
          ...AREAS.map((code) => ({
            code,
            label: code,
            level: 'area',
            parents: {
              district: code === 'c' ? '_T' : 'a-b',
              ward: code === 'a' ? '_T' : 'b-c',
            },
          })),
        ],
      },
    ],
    period: { from: '2024-01', levels: ['month', 'quarter'] },
    measures: [{ ...PROGRAM.measures[0], dimensions: ['area'] }],
    tables: levels.map((level, at) => ({ id: `t${at}`, measure: 'cards-issued', title: 'T', levels: level })),
    relations: [],
    notes: [],
  });
  const release = '2024-Q1';
  return {
    release,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(release) ?? 0),
  };
}

interface Trial {
  readonly shape: ReleaseShape;
  readonly leaves: readonly number[];
  readonly hidden: readonly boolean[];
  /** Cells of the record, with how far its bounds lie from the count. */
  readonly record: readonly { period: string; area: string; below: number; above: number | null }[];
}

const trials: fc.Arbitrary<Trial> = fc.record({
  shape: fc.subarray(LEVELS, { minLength: 1, maxLength: 3 }).map(shapeOf),
  leaves: fc
    .array(fc.nat(2), { minLength: FINEST.length, maxLength: FINEST.length })
    .map((counts) => counts.map((count, at) => ((count + at) % 3 === 0 ? count : 0)))
    .map((counts) => cutSum(counts)),
  hidden: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  record: fc.uniqueArray(
    fc.record({
      period: fc.constantFrom(...Object.keys(PERIOD_LEAVES)),
      area: fc.constantFrom(...Object.keys(AREA_LEAVES)),
      below: fc.constantFrom(0, 0, 1),
      above: fc.constantFrom(0, 0, 1, null),
    }),
    { minLength: 1, maxLength: 4, selector: ({ period, area }) => `${period} ${area}` },
  ),
});

function cutSum(counts: readonly number[]): number[] {
  let left = MOST_PEOPLE;
  return counts.map((count) => {
    const kept = Math.min(count, left);
    left -= kept;
    return kept;
  });
}

/** The leaves of a cell, by their places. */
function membersOf(codes: readonly string[]): number[] {
  const [period = '', area = ''] = codes;
  const periods = period === '_T' ? MONTHS : (PERIOD_LEAVES[period] ?? period.split('+'));
  const areas = AREA_LEAVES[area] ?? leavesOfArea(area);
  return [...FINEST.entries()].flatMap(([place, [month = '', leaf = '']]) =>
    periods.includes(month) && areas.includes(leaf) ? [place] : [],
  );
}

function leavesOfArea(name: string): readonly string[] {
  const [whole = '', part] = name.split('-less-');
  if (part === undefined) return name.split('+');
  return (AREA_LEAVES[whole] ?? []).filter((leaf) => !AREA_LEAVES[part]?.includes(leaf));
}

/** The measure's cells as published, some withheld. */
function cellsOfTrial({ shape, leaves, hidden }: Trial): PublishedCell[] {
  const [measure] = shape.declaration.measures;
  if (measure === undefined) throw new Error('a shape without a measure');
  return cubeRows(shape, measure).map((codes, at) =>
    hidden[at % hidden.length] === true
      ? { codes, count: null, status: 'c', note: WITHHELD_NOTE }
      : { codes, count: sumOf(codes, leaves), status: '', note: '' },
  );
}

function sumOf(codes: readonly string[], leaves: readonly number[]): number {
  return membersOf(codes).reduce((sum, place) => sum + (leaves[place] ?? 0), 0);
}

/** What a reader can narrow each hidden cell to, in whole numbers: by the system, and by going through every table. */
function rangesOf(trial: Trial) {
  const release = {
    ...trial.shape,
    changes: [],
    cubes: new Map([['cards-issued', cellsOfTrial(trial)]]),
  };
  const record = trial.record.map(({ period, area, below, above }) => {
    const count = sumOf([period, area], trial.leaves);
    return {
      cell: `cards-issued|${period}|${area}`,
      lower: Math.max(0, count - below),
      upper: above === null ? null : count + above,
    };
  });
  const system = joinEditions(editionsOf([release]), cellsOf(record));
  const facts = gatherFacts(system, [release], record);
  const { known, blocks } = splitSystem(system, facts.given);
  const hidden = [...facts.withheld];
  const byBlock = new Map<number, readonly [number, number]>();
  for (const block of blocks) {
    const columns = [...block.cells.entries()].filter(([, cell]) => facts.withheld.has(cell));
    const session = solver.open({ ...boundsOf(facts, block), constraints: block.rows });
    onTestFinished(() => session.close());
    for (const [column, cell] of columns) {
      const ends = [1, -1].map((cost) => session.minimize(new Map([[column, cost]]), [], true));
      const [least, most] = ends.map((end) =>
        end.status === 'optimal' ? Math.abs(Math.round(end.objective)) : -1,
      );
      byBlock.set(cell, [least ?? -1, most ?? -1]);
    }
  }
  const found = hidden.map((cell) => byBlock.get(cell) ?? alone(known[cell]));
  const { table, known: reported } = withRecord(system, facts, record, trial);
  return {
    keys: hidden.map((cell) => system.cells[cell]?.key),
    found,
    true: enumerated(table, reported, hidden),
  };
}

/** For the enumeration every figure on the record is a cell of its own, whether or not the system speaks of it. */
function withRecord(
  system: Table['system'],
  facts: Facts,
  record: readonly RecordBound[],
  trial: Trial,
): { table: Table; known: Facts } {
  const all = [
    ...system.cells.map(({ codes }) => codes),
    ...trial.record.map(({ period, area }) => [period, area]),
  ];
  const unlimited = system.cells.map(() => Number.POSITIVE_INFINITY);
  return {
    table: {
      system: {
        ...system,
        cells: all.map((codes) => ({ key: '', measure: '', codes, role: 'unpublished' })),
      },
      leafCount: FINEST.length,
      members: all.map(membersOf),
    },
    known: {
      ...facts,
      given: [...facts.given, ...record.map(() => undefined)],
      lower: [...system.cells.map(() => 0), ...record.map(({ lower }) => lower)],
      upper: [...unlimited, ...record.map(({ upper }) => upper ?? Number.POSITIVE_INFINITY)],
    },
  };
}

/** A count that follows; none is -0. */
function alone(count: number | undefined): readonly [number, number] {
  const known = (count ?? Number.NaN) + 0;
  return [known, known];
}

function enumerated(table: Table, facts: Facts, cells: readonly number[]): number[][] | undefined {
  const ranges = cells.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const ended = forEachTable(table, facts, 2 * MOST_PEOPLE, (counts) => {
    for (const [at, cell] of cells.entries()) {
      const [least = 0, most = 0] = ranges[at] ?? [];
      ranges[at] = [Math.min(least, counts[cell] ?? 0), Math.max(most, counts[cell] ?? 0)];
    }
  });
  return ended ? ranges : undefined;
}

/** Whether the whole quarter is published, so that there are only so many tables. */
function isBounded(trial: Trial): boolean {
  return cellsOfTrial(trial).some(
    ({ codes: [period = '', area], count }) =>
      ['_T', '2024-Q1'].includes(period) && area === '_T' && count !== null,
  );
}

test('the range of every hidden cell is that of all tables that fit what is published and what is on the record', () => {
  let asked = 0;
  fc.assert(
    fc.property(trials, (trial) => {
      fc.pre(isBounded(trial));
      const { keys, found, true: expected } = rangesOf(trial);
      fc.pre(expected !== undefined);
      asked += keys.length;
      expect(Object.fromEntries(keys.map((key, at) => [key, found[at]]))).toEqual(
        Object.fromEntries(keys.map((key, at) => [key, expected[at]])),
      );
    }),
    { numRuns: RUNS, seed: 20_251_128 },
  );
  expect(asked).toBeGreaterThan(RUNS);
});
