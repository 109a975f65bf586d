/** Totals of requests by half-years, some of them ranges, beside cards that are counted by quarters. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf } from '../../../src/indexes/look-up.ts';
import { PROGRAM_OF_TOTALS, readMade, totalsTallies } from '../totals-town.ts';
import { buildTown, PROGRAM, release, releasesOf, type Town } from '../town.ts';

const BY_HALF_YEARS = {
  ...PROGRAM_OF_TOTALS,
  period: { from: '2024-01', levels: ['quarter', 'half-year', 'year'] },
  docket: { from: 'totals', period: 'half-year' },
};
const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const RECEIVED = 'legal-requests-received';

const ROWS = [
  '2024-H1,public_records_request,_T,received,30',
  '2024-H1,administrative_subpoena,_T,received,0-249',
  '2024-H1,_T,press,received,30',
  '2024-H1,_T,federal_other,received,0-249',
  '2024-H1,_T,press,disclosed_in_full,20',
];

let town: Town;
beforeAll(async () => {
  town = await buildTown(BY_HALF_YEARS, totalsTallies(ROWS));
  for (const id of [FIRST, SECOND])
    expect(await release(town, ['old-ferry', '--id', id])).toMatchObject({ code: 0 });
});
afterAll(async () => await rm(town.root, { recursive: true, force: true }));

test('requests are counted by half-years, and by no quarter', async () => {
  const made = await readMade(town, FIRST);
  const cells = new Map(made.cubes.get(RECEIVED)?.map((cell) => [cell.codes.join('|'), cell]));
  expect(entryOf(cells, '2024-H1|_T|press').count).toBe(30);
  expect(entryOf(cells, '2024-H1|_T|federal_other').range).toEqual({ least: 0, most: 249 });
  expect(entryOf(cells, '2024-H1|_T|_T').range).toEqual({ least: 30, most: 279 });
  expect(entryOf(cells, '_T|_T|_T').range).toEqual({ least: 30, most: 279 });
  expect([...cells.keys()].filter((key) => key.includes('-Q'))).toEqual([]);
  const lines = made.requests?.balance.map(({ codes }) => codes[0]);
  expect(new Set(lines)).toEqual(new Set(['2024-H1', '_T']));
});

test('a half-year stands between quarters and years', async () => {
  const { codelists } = await readMade(town, FIRST);
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  expect(periods?.codes.find(({ code }) => code === '2024-H1')).toMatchObject({
    level: 'half-year',
    label: 'January to June 2024',
  });
  expect(periods?.rollups).toContainEqual({ code: '2024-Q2', hierarchy: 'calendar', parent: '2024-H1' });
});

test('a release within a half-year has no total to date', async () => {
  const made = await readMade(town, SECOND);
  const cells = new Map(made.cubes.get(RECEIVED)?.map((cell) => [cell.codes.join('|'), cell]));
  expect(entryOf(cells, '2024-H1|_T|press').count).toBe(30);
  expect([...cells.keys()].filter((key) => key.startsWith('_T'))).toEqual([]);
  expect(made.requests?.balance.map(({ codes }) => codes[0])).not.toContain('_T');
});

describe('is refused', () => {
  test.each([
    ['a half-year without a row', BY_HALF_YEARS, ['2024-H1,_T,press,declined,0'], 'received in 2024-H1'],
    [
      'a half-year of a program that has none',
      { ...BY_HALF_YEARS, period: PROGRAM.period },
      ROWS,
      'it has no half-years. Add "half-year"',
    ],
    [
      'a half-year where quarters are counted',
      { ...BY_HALF_YEARS, docket: { from: 'totals' } },
      ROWS,
      'No row tells how many requests were received in 2024-Q1',
    ],
    [
      'half-years of a list of requests',
      { ...BY_HALF_YEARS, docket: { period: 'half-year' } },
      ROWS,
      'Take "period" out',
    ],
    [
      'more disclosed than received',
      BY_HALF_YEARS,
      [...ROWS.slice(0, 4), '2024-H1,_T,press,declined,31'],
      'more requests of requester press are closed',
    ],
  ])('%s', async (_, program, rows, says) => {
    const own = await buildTown(program, totalsTallies(rows));
    const { code, said } = await release(own, ['old-ferry', '--id', FIRST]);
    expect(said).toContain(says);
    expect(code).toBe(1);
    expect(await releasesOf(own)).toEqual([]);
    await rm(own.root, { recursive: true, force: true });
  });
});
