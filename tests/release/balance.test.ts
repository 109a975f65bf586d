/**
 * The balance sheet of a small docket, two quarters:
 *
 *   without a page    received  closed  open at end        with a page    r1 subpoena 2024-01 to 2024-05
 *   2024-Q1 warrant          2       1            1                       r2 warrant  2024-04, open
 *   2024-Q2 warrant          0       1            0
 */
import { describe, expect, test } from 'vitest';
import { formatCells } from '../../src/formats/cube-file.ts';
import { cellKey, type PublishedCell } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { CLOSED, OPEN, RECEIVED } from '../../src/program/docket-plan.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { withRules } from '../../src/program/rules.ts';
import { BALANCE_COLUMNS, makeBalance } from '../../src/release/balance.ts';
import { checkBalance } from '../../src/release/check-balance.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { addListed, type Listing } from '../../src/system/listed.ts';
import { relationRows } from '../../src/system/relations.ts';

const program = withRules(
  programSchema.parse({
    id: 'port',
    name: 'Card',
    city: 'Port',
    nature: 'invented',
    standing: 'Invented.',
    summary: 'A card.',
    tallies: 'confidential',
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    docket: {},
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  }),
);
const shape = {
  release: '2024-Q2',
  declaration: declare(program),
  codelists: programCodelists(program, releaseEnd('2024-Q2') ?? 0),
};

/** Counts of warrants without a page of their own: in a quarter or to date. */
const WARRANTS: Readonly<Record<string, readonly [string, number][]>> = {
  [RECEIVED]: [
    ['2024-Q1', 2],
    ['2024-Q2', 0],
    ['_T', 2],
  ],
  [CLOSED]: [
    ['2024-Q1', 1],
    ['2024-Q2', 1],
    ['_T', 2],
  ],
  [OPEN]: [
    ['2024-Q1', 1],
    ['2024-Q2', 0],
  ],
};
const OF_WARRANTS = [
  '_T',
  'signed_by_judge',
  'search_warrant',
  'state',
  'disclosed_in_full',
  'application_data',
];

/** As published: the listed requests are counted in. */
function cubes(withheld: readonly string[] = []): ReadonlyMap<string, readonly PublishedCell[]> {
  const unlisted = new Map(
    shape.declaration.measures.map((measure) => [
      measure.id,
      cubeRows(shape, measure).map((codes): PublishedCell => {
        if (withheld.includes(`${measure.id}|${cellKey(codes)}`))
          return { codes, count: null, status: 'c', note: 'Hidden to protect people' };
        const all = codes.slice(1).every((code) => OF_WARRANTS.includes(code));
        const count = WARRANTS[measure.id]?.find(([period]) => period === codes[0])?.[1] ?? 0;
        return { codes, count: all ? count : 0, status: '', note: '' };
      }),
    ]),
  );
  return addListed({ ...shape, requests: LISTED }, unlisted);
}

const ABOUT_ALL = {
  agency: 'State',
  department: 'Clerk',
  servedOn: 'office',
  heldBy: 'office',
  asksFor: 'All',
  people: null,
  due: '',
  left: 'nothing',
} as const;
const LISTED: Listing = {
  docket: [
    {
      ...ABOUT_ALL,
      documents: [],
      request: 'r1',
      received: '2024-01-30',
      instrument: 'civil_subpoena',
      requester: 'private_litigant',
      outcome: 'declined',
      outcomeAsOf: '2024-05-02',
      daysToAnswer: 93,
    },
    {
      ...ABOUT_ALL,
      documents: [],
      request: 'r2',
      received: '2024-04-01',
      instrument: 'search_warrant',
      requester: 'state',
      outcome: 'in_court',
      outcomeAsOf: '2024-04-02',
      daysToAnswer: null,
    },
  ],
  events: [
    {
      request: 'r1',
      date: '2024-05-02',
      kind: 'closed',
      outcome: 'declined',
      left: null,
      office: '',
      statement: '',
      source: '',
    },
  ],
};

const LINES = ['open_at_start', 'received', 'closed', 'open_at_end'];
function sheetOf(cells: readonly PublishedCell[]) {
  const counts = new Map(cells.map(({ codes, count }) => [cellKey(codes), count]));
  return (period: string, by: string, code: string) =>
    LINES.map((line) => counts.get(cellKey([period, by, code, line])));
}

describe('makeBalance', () => {
  test('shows what the cubes count, in every quarter and to date', () => {
    const row = sheetOf(makeBalance(shape, cubes(), LISTED));
    expect(row('2024-Q1', 'all', '_T')).toEqual([0, 3, 1, 2]);
    expect(row('2024-Q2', 'all', '_T')).toEqual([2, 1, 2, 1]);
    expect(row('_T', 'all', '_T')).toEqual([0, 4, 3, 1]);
    expect(row('2024-Q2', 'instrument', 'search_warrant')).toEqual([undefined, 1, undefined, undefined]);
    expect(row('2024-Q2', 'requester', 'state')).toEqual([1, 1, 1, 1]);
    expect(row('2024-Q2', 'requester', 'private_litigant')).toEqual([1, 0, 1, 0]);
    expect(row('2024-Q2', 'outcome', 'declined')[2]).toBe(1);
    expect(row('_T', 'left', 'application_data')[2]).toBe(2);
  });

  test('shows beside each line how many of its requests have a page of their own', () => {
    const row = sheetOf(makeBalance(shape, cubes(), LISTED));
    expect(row('2024-Q1', 'all_with_page', '_T')).toEqual([0, 1, 0, 1]);
    expect(row('2024-Q2', 'all_with_page', '_T')).toEqual([1, 1, 1, 1]);
    expect(row('_T', 'instrument_with_page', 'search_warrant')).toEqual([0, 1, 0, 1]);
    expect(row('_T', 'signature_with_page', 'signed_by_judge')[1]).toBe(1);
    expect(row('_T', 'outcome_with_page', 'declined')[2]).toBe(1);
  });

  test('withholds every line whose cell is withheld, the start of the next quarter with the end of one', () => {
    const hidden = [`${OPEN}|2024-Q1|_T|state`];
    const row = sheetOf(makeBalance(shape, cubes(hidden), LISTED));
    expect(row('2024-Q1', 'requester', 'state')).toEqual([0, 2, 1, null]);
    expect(row('2024-Q2', 'requester', 'state')).toEqual([null, 1, 1, 1]);
  });
});

describe('checkBalance', () => {
  const sheet = makeBalance(shape, cubes(), LISTED);
  const change = (key: string, count: number | null) =>
    sheet.map((cell) => (cellKey(cell.codes) === key ? { ...cell, count } : cell));

  test('finds nothing in a sheet that adds up, or where a line that could be wrong is withheld', () => {
    expect(checkBalance(sheet, 'balance.csv')).toEqual([]);
    expect(checkBalance(change('2024-Q1|requester|state|received', null), 'balance.csv')).toEqual([]);
  });

  test.each([
    ['received', '2024-Q2|requester|state|received', 'Open at start'],
    ['open at end', '2024-Q1|requester|state|open_at_end', 'Open at start'],
    ['an outcome', '2024-Q2|outcome|declined|closed', 'sum of its parts'],
    ['what left', '_T|left|nothing|closed', 'sum of its parts'],
  ])('finds %s changed by one, at a line of the file', (_, key, message) => {
    const file = formatCells(BALANCE_COLUMNS, change(key, 7), { nature: 'invented' }).split('\n');
    const problems = checkBalance(change(key, 7), 'balance.csv');
    const problem = problems.find((one) => one.message.includes(message));
    expect(problem).toMatchObject({ file: 'balance.csv', code: 'balance' });
    expect(file[(problem?.line ?? 0) - 1]).toContain(key.split('|')[0]);
  });

  test('finds a start that is not the end of the quarter before', () => {
    const moved = sheet.map((cell) => {
      const [period, by, , line] = cell.codes;
      const isMoved =
        period === '2024-Q2' && by === 'all' && (line === 'open_at_start' || line === 'open_at_end');
      return isMoved ? { ...cell, count: (cell.count ?? 0) + 1 } : cell;
    });
    expect(checkBalance(moved, 'balance.csv')).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('before') }),
    );
  });
});

describe('relationRows of a docket', () => {
  test('hold in the first quarter too, where nothing was open before', () => {
    const [first] = relationRows(shape.declaration, shape.codelists);
    expect(first?.terms.map(({ measure, codes, coefficient }) => [measure, codes[0], coefficient])).toEqual([
      [OPEN, '2024-Q1', 1],
      [CLOSED, '2024-Q1', 1],
      [RECEIVED, '2024-Q1', -1],
    ]);
  });
});
