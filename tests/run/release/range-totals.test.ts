/** Totals of which the office keeps some as ranges: read, checked, hidden, attacked and published as they are. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatParquet } from '../../../src/release/forms/parquet.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { rangeBounds } from '../../../src/verify/facts.ts';
import { publishedRelease } from '../../../src/witness/published.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { PROGRAM_OF_TOTALS, readMade, TOTALS_FILE, TOTALS_HEADER, totalsTallies } from '../totals-town.ts';
import { buildTown, copyTown, release, releasesOf, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const RECEIVED = 'legal-requests-received';

/**
 *   2024-Q1    press 30    local police 2    federal 0-249       by instrument likewise: nobody knows how many there are in all
 *   2024-Q2    press 12    federal 250-499
 */
const ROWS = [
  '2024-Q1,public_records_request,_T,received,30',
  '2024-Q1,search_warrant,_T,received,2',
  '2024-Q1,administrative_subpoena,_T,received,0-249',
  '2024-Q1,_T,press,received,30',
  '2024-Q1,_T,local_police,received,2',
  '2024-Q1,_T,federal_other,received,0 to 249',
  '2024-Q2,public_records_request,_T,received,12',
  '2024-Q2,administrative_subpoena,_T,received,250-499',
  '2024-Q2,_T,press,received,12',
  '2024-Q2,_T,federal_other,received,250-499',
  '2024-Q1,_T,press,disclosed_in_full,20',
  '2024-Q2,_T,press,declined,9',
];

let town: Town;
beforeAll(async () => {
  town = await buildTown(PROGRAM_OF_TOTALS, totalsTallies(ROWS));
  expect(await release(town, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(async () => await rm(town.root, { recursive: true, force: true }));

async function cellsOf(id = FIRST, of = town) {
  const made = await readMade(of, id);
  return new Map(made.cubes.get(RECEIVED)?.map((cell) => [cell.codes.join('|'), cell]));
}

test('a range is published as it is given, and no count beside it', async () => {
  const cells = await cellsOf();
  expect(cells.get('2024-Q1|_T|federal_other')).toMatchObject({
    count: null,
    range: { least: 0, most: 249 },
    status: 'x',
  });
  expect(cells.get('2024-Q1|_T|press')?.count).toBe(30);
  expect(cells.get('2024-Q1|_T|local_police')).toMatchObject({ status: 'c', count: null });
  const lines = (await readFile(join(town.folder, 'releases', FIRST, 'requests/balance.csv'), 'utf8')).split(
    '\n',
  );
  expect(lines).toContain(
    '2024-Q1,requester,federal_other,received,,0,249,x,Not counted exactly: known only as a range',
  );
});

test('a sum of published counts and ranges is a range, and one of which a part is hidden is none', async () => {
  const cells = await cellsOf();
  expect(cells.get('2024-Q2|_T|_T')).toMatchObject({ count: null, range: { least: 262, most: 511 } });
  expect(cells.get('_T|_T|federal_other')).toMatchObject({ count: null, range: { least: 250, most: 748 } });
  expect(cells.get('2024-Q1|_T|_T')).toMatchObject({ count: null, status: 'x' });
  expect(cells.get('2024-Q1|_T|_T')?.range).toBeUndefined();
});

test('the description of the files and Parquet have both ends', async () => {
  const { datapackage } = await readMade(town, FIRST);
  const balance = datapackage.resources.find(({ path }) => path === 'requests/balance.csv');
  if (balance === undefined) throw new Error('no balance sheet');
  const names = balance.schema.fields.map(({ name }) => name);
  const text = await readFile(join(town.folder, 'releases', FIRST, balance.path), 'utf8');
  expect(text.split('\n')[0]).toBe(names.join(','));
  expect(names.slice(4, 7)).toEqual(['count', 'at_least', 'at_most']);
  const bytes = formatParquet(balance, text);
  const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
  const federal = rows.find(
    (row) => row.period === '2024-Q2' && row.code === 'federal_other' && row.line === 'received',
  );
  expect(federal).toMatchObject({ count: null, at_least: 250n, at_most: 499n, status: 'x' });
});

test('whoever attacks the files counts the ranges in and proves nothing', async () => {
  const folder = join(town.folder, 'releases', FIRST);
  expect(await attackCommand([folder], { ...pagelessEffects(), log: () => {}, print: () => {} })).toBe(0);
  const published = await publishedRelease((path) => readFile(join(folder, path)));
  expect(rangeBounds([published])).toContainEqual({
    cell: `${RECEIVED}|2024-Q1|_T|federal_other`,
    lower: 0,
    upper: 249,
  });
});

async function endOf(rows: readonly string[], program: object = PROGRAM_OF_TOTALS) {
  const own = await buildTown(program, totalsTallies(rows));
  try {
    const ended = await release(own, ['old-ferry', '--id', FIRST]);
    if (ended.code !== 0) expect(await releasesOf(own)).toEqual([]);
    return ended;
  } finally {
    await rm(own.root, { recursive: true, force: true });
  }
}

describe('a release is refused, at its row,', () => {
  const other = (at: number, row: string) => ROWS.with(at, row);
  test.each([
    [
      'where a range is reversed',
      other(2, '2024-Q1,administrative_subpoena,_T,received,249-0'),
      4,
      'ends before it begins',
    ],
    [
      'where a range begins below 0',
      other(2, '2024-Q1,administrative_subpoena,_T,received,-5-10'),
      4,
      'has an end below 0',
    ],
    [
      'where a range has one end',
      other(2, '2024-Q1,administrative_subpoena,_T,received,250+'),
      4,
      'has one end alone',
    ],
    [
      'where a range is no numbers',
      other(2, '2024-Q1,administrative_subpoena,_T,received,1.5-249'),
      4,
      'is not two whole numbers',
    ],
    [
      'where a range is one number',
      other(2, '2024-Q1,administrative_subpoena,_T,received,5-5'),
      4,
      'Both ends of the range are the same',
    ],
    [
      'where a range is of two codes at once',
      other(2, '2024-Q1,administrative_subpoena,press,received,0-249'),
      4,
      'told apart by two columns at once',
    ],
    [
      'where a range tells that few there are',
      other(2, '2024-Q1,administrative_subpoena,_T,received,1-4'),
      4,
      'The range tells of requests that they are few',
    ],
    [
      'where a range tells that some there are',
      other(2, '2024-Q1,administrative_subpoena,_T,received,1-249'),
      4,
      'that there are some and perhaps fewer than 5',
    ],
    [
      'where more is disclosed at least than came in at most',
      [...ROWS, '2024-Q1,_T,federal_other,closed,250-499'],
      14,
      'more requests of requester federal_other are closed, or disclosed, than had come in',
    ],
    [
      'where other rows leave a range one number',
      [...ROWS, '2024-Q1,_T,_T,received,40'],
      4,
      'leave this range less room than it says',
    ],
    [
      'where no table shows what the range is of',
      [...ROWS, '2024-Q1,search_warrant,_T,closed,0-249'],
      14,
      'no table publishes by that period and that column',
    ],
  ])('%s', async (_, rows, line, says) => {
    const { code, said } = await endOf(rows);
    expect(said).toContain(`${TOTALS_FILE}:${line}: count: `);
    expect(said).toContain(says);
    expect(code).toBe(1);
  });

  test('where the instruments tell the total, and with it the range of a requester', async () => {
    const { code, said } = await endOf(ROWS.filter((row) => !row.includes('administrative_subpoena')));
    expect(said).toContain(`${TOTALS_FILE}:6: count: The other rows leave this range less room than it says`);
    expect(code).toBe(1);
  });
});

test('what became of requests may be a range too, beside counts of what came in', async () => {
  const rows = [
    '2024-Q1,public_records_request,received,300',
    '2024-Q2,public_records_request,received,280',
    ...['2024-Q1', '2024-Q2'].map((quarter) => `${quarter},_T,declined,0-249`),
  ];
  const docket = { from: 'totals', by: ['instrument', 'outcome'], closedBy: ['outcome'] };
  const own = await buildTown(
    { ...PROGRAM_OF_TOTALS, docket },
    totalsTallies(rows, 'period,instrument,outcome,count'),
  );
  expect(await release(own, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
  const { cubes } = await readMade(own, FIRST);
  const declined = cubes
    .get('legal-requests-closed')
    ?.find(({ codes }) => codes[0] === '2024-Q1' && codes.includes('declined'));
  expect(declined).toMatchObject({ count: null, range: { least: 0, most: 249 } });
  await rm(own.root, { recursive: true, force: true });
});

test('a range gives way to a count within it, and to no other', async () => {
  const count = (number: number) =>
    ROWS.map((row) => row.replace(/(2024-Q2,.*,received,)250-499/, `$1${number}`));
  const more = ['2024-Q3,_T,_T,received,0'];
  const write = async (rows: readonly string[]) => {
    const own = await copyTown(town);
    await writeFile(join(own.folder, 'tallies', TOTALS_FILE), `${[TOTALS_HEADER, ...rows].join('\n')}\n`);
    return own;
  };
  const within = await write([...count(260), ...more]);
  expect(await release(within, ['old-ferry', '--id', SECOND])).toMatchObject({ code: 0 });
  expect((await cellsOf(SECOND, within)).get('2024-Q2|_T|federal_other')?.count).toBe(260);
  const outside = await write([...count(600), ...more]);
  const { code, said } = await release(outside, ['old-ferry', '--id', SECOND]);
  expect(said).toContain('published 250 to 499 for "Requests received", 2024-Q2');
  expect(code).toBe(1);
  for (const { root } of [within, outside]) await rm(root, { recursive: true, force: true });
});
