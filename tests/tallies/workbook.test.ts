// A tally, a docket or a correction may be a workbook wherever it may be a CSV file, and is read by the same rules.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptAll, type Checked, formatProblem } from '../../src/reading/problem.ts';
import { REQUEST_COLUMNS } from '../../src/tallies/docket/docket-requests.ts';
import { ownDocket } from '../../src/tallies/docket/docket-source.ts';
import { readDocket } from '../../src/tallies/docket/read-docket.ts';
import { readCorrections } from '../../src/tallies/read-corrections.ts';
import type { ReadMeasure } from '../../src/tallies/read-measure.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { type Cell, makeWorkbook, type SheetMade, workbookOfCsv } from '../input/make-workbook.ts';
import { END, makeProgram, rowsOf } from './fixture.ts';

const HEADER = ['period', 'channel', 'area', 'count'];
const CSV = 'period,channel,area,count\n2024-04,online,a1,310\n2024-05,event,a2,12\n2025-Q1,_T,east,7\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-workbook-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const program = makeProgram();
const put = (name: string, content: Uint8Array | string) => writeFile(join(folder, name), content);

async function read(): Promise<Checked<ReadMeasure[]>> {
  return acceptAll(await readTallies({ program, end: END, folder }));
}

/** What is wrong with `cards-issued.xlsx`, without the folder. */
async function told(...sheets: readonly SheetMade[]): Promise<string[]> {
  await put('cards-issued.xlsx', makeWorkbook(sheets));
  return await problems();
}

async function problems(): Promise<string[]> {
  const found = await read();
  return found.ok ? [] : found.problems.map((one) => formatProblem(one).replaceAll(`${folder}/`, ''));
}

const sheet = (...rows: readonly (readonly Cell[])[]): SheetMade => ({
  name: 'Cards',
  rows: [HEADER, ...rows],
});

describe('readTallies of a workbook', () => {
  test('gives what the same rows give as CSV', async () => {
    await put('cards-issued.csv', CSV);
    const asText = rowsOf(await read());
    await rm(join(folder, 'cards-issued.csv'));
    await put('cards-issued.xlsx', workbookOfCsv(CSV));
    expect(rowsOf(await read())).toEqual(asText);
    expect(asText).toHaveLength(3);
  });

  test('reads a file with tabs by the name of the measure too', async () => {
    await put('cards-issued.tsv', CSV.replaceAll(',', '\t'));
    expect(rowsOf(await read())).toHaveLength(3);
  });

  test('takes a day that begins a period for it, as in CSV, and says so', async () => {
    expect(
      await told(
        sheet([{ day: '2024-04-01' }, 'online', 'a1', 3], [{ day: '2024-05-01' }, 'online', 'a1', 4]),
      ),
    ).toEqual([]);
    const found = await read();
    expect(rowsOf(found)).toEqual(['2024-04|online|a1 3', '2024-05|online|a1 4']);
    expect(found.ok && found.value[0]?.notes).toMatchObject([{ column: 'period', fields: 2 }]);
  });

  test('refuses a day within a month with sheet, row and column, and not the day', async () => {
    const [first = '', ...more] = await told(sheet([{ day: '2024-04-17' }, 'online', 'a1', 3]));
    expect(first).toMatch(/^cards-issued\.xlsx \(sheet 1\):2: period: The period is finer than a month/);
    expect(more).toEqual([]);
    expect(first).not.toContain('17');
  });

  test.each([
    ['a comma that can be either', '1,204', 'count: The count has two meanings'],
    ['a fraction', 3.5, 'count: The count is not whole'],
    ['a negative number', -3, 'count: The count is negative'],
    ['a count that was withheld', '<11', 'count: The count was withheld'],
    ['nothing', null, 'count: The count is empty'],
  ])('refuses %s in a count', async (_, cell, says) => {
    const [first = '', ...more] = await told(
      sheet(['2024-04', 'online', 'a1', cell], ['2024-05', 'online', 'a1', 1]),
    );
    expect(first).toContain(`cards-issued.xlsx (sheet 1):2: ${says}`);
    expect(more).toEqual([]);
  });

  test.each<readonly [string, Partial<SheetMade>, string]>([
    ['merged cells', { merged: ['B2:B3'] }, ':2: column B: Cells are merged'],
    [
      'an error',
      { rows: [HEADER, ['2024-04', 'online', 'a1', { is: '<f>1/0</f><v>#DIV/0!</v>', type: 'e' }]] },
      ':2: column D: The cell shows an error',
    ],
    [
      'a formula without its result',
      { rows: [HEADER, ['2024-04', 'online', 'a1', { is: '<f>D9+1</f><v></v>' }]] },
      ':2: column D: The cell has a formula',
    ],
    [
      'a formula of a text without its result',
      { rows: [HEADER, ['2024-04', { is: '<f>A9</f>', type: 'str' }, 'a1', 2]] },
      ':2: column B: The cell has a formula',
    ],
  ])('refuses %s once, with its place', async (_, change, says) => {
    const base = sheet(['2024-04', 'online', 'a1', 48151], ['2024-05', '', 'a1', 48157]);
    const found = await told({ ...base, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`cards-issued.xlsx (sheet 1)${says}`);
    expect(found[0]).not.toMatch(/4815|DIV/);
  });

  test('takes the result of a formula, an empty text too', async () => {
    const rows = [
      HEADER,
      [
        '2024-04',
        { is: '<f>A1</f><v>online</v>', type: 'str' },
        'a1',
        { is: '<f>1+1</f><v>2</v>' },
        { is: '<f>""</f><v></v>', type: 'str' },
      ],
    ];
    expect(await told({ name: 'Cards', rows })).toEqual([]);
    expect(rowsOf(await read())).toEqual(['2024-04|online|a1 2']);
  });

  test('takes the first sheet that has all columns, whatever stands in the others', async () => {
    const notes = { name: 'Notes', rows: [['How this was counted'], ['period', 'count']] };
    expect(await told(notes, sheet(['2024-04', 'online', 'a1', 3]))).toEqual([]);
  });

  test('refuses two sheets that fit, unless one has the name of the file', async () => {
    const one = sheet(['2024-04', 'online', 'a1', 3]);
    const other = { ...sheet(['2024-04', 'online', 'a1', 4]), name: 'Mr. Ostrander 48151' };
    const found = await told(one, other);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Each of these sheets of the workbook has all columns: 1, 2.');
    expect(found.join()).not.toContain('Ostrander');
    expect(await told({ ...one, name: 'Cards Issued' }, other)).toEqual([]);
    expect(rowsOf(await read())).toEqual(['2024-04|online|a1 3']);
  });

  test('refuses sheets of which none fits, and a header that stands too low', async () => {
    const other = { name: 'B', rows: [['what', 'else']] };
    expect(
      (
        await told(
          {
            name: 'A',
            rows: [
              ['period', 'count'],
              ['2024-04', 3],
            ],
          },
          other,
        )
      )[0],
    ).toContain('begins with a row that names all columns. Sheets with rows: 1, 2.');
    expect(
      (await told({ name: 'A', rows: [['Cards of 2024'], [], HEADER, ['2024-04', 'online', 'a1', 3]] }))[0],
    ).toContain('Line 1 is not a header; line 3 looks like one.');
  });

  test('refuses records of people', async () => {
    const rows = [
      [...HEADER, 'Name'],
      ['2024-04', 'online', 'a1', 3, 'Maria Lopez'],
    ];
    const found = (await told({ name: 'Cards', rows })).join();
    expect(found).toContain('column 5: Column 5 is named as if it held names of people.');
    expect(found).not.toContain('Maria');
  });

  test.each([
    ['is empty', makeWorkbook([{ name: 'A', rows: [] }]), 'The workbook has nothing in its sheets.'],
    ['was cut off', workbookOfCsv(CSV).slice(0, 700), 'The file is no workbook (XLSX) that can be read'],
    ['is text', new TextEncoder().encode(CSV), 'The file is no workbook (XLSX) that can be read'],
    [
      'is locked by a password',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'The file is no workbook (XLSX) that can be read',
    ],
  ])('refuses a file that %s', async (_, bytes, says) => {
    await put('cards-issued.xlsx', bytes);
    const found = await problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  test('refuses a workbook and a CSV file of one measure', async () => {
    await put('cards-issued.csv', CSV);
    await put('cards-issued.xlsx', workbookOfCsv(CSV));
    expect(await problems()).toEqual([
      expect.stringContaining('cards-issued.xlsx: the rows could be of either.'),
    ]);
  });
});

const REQUESTS = [
  [...REQUEST_COLUMNS],
  [
    'heron',
    { day: '2024-05-02' },
    'state',
    'Revenue',
    'civil_subpoena',
    'Clerk',
    'office',
    'office',
    'Names',
    40,
    '',
    '',
    '',
  ],
  [
    'otter',
    { day: '2024-05-03' },
    'state',
    'Revenue',
    'civil_subpoena',
    'Clerk',
    'office',
    'office',
    'Names',
    40,
    '',
    '',
    'yes',
  ],
] as const;
const EVENTS = [
  ['request', 'date', 'kind', 'what_left', 'people_left', 'outcome', 'office', 'statement', 'source'],
  ['heron', { day: '2024-05-20' }, 'closed', '', '', 'declined', 'Clerk', '', ''],
] as const;

describe('readDocket of workbooks', () => {
  const place = { from: '2024-04', end: END, fiscalYearStartMonth: 1 };

  test('reads days as days', async () => {
    await put('legal-requests.xlsx', makeWorkbook([{ name: 'Docket', rows: REQUESTS }]));
    await put('legal-request-events.xlsx', makeWorkbook([{ name: 'Events', rows: EVENTS }]));
    const docket = await readDocket(ownDocket(folder), place);
    expect(docket.ok ? docket.value.requests : docket.problems).toMatchObject([
      { request: 'heron', received: '2024-05-02', events: [{ date: '2024-05-20' }] },
    ]);
  });

  test('refuses merged cells, by which an order not to speak could be missed', async () => {
    await put('legal-requests.xlsx', makeWorkbook([{ name: 'Docket', rows: REQUESTS, merged: ['M2:M3'] }]));
    await put('legal-request-events.xlsx', makeWorkbook([{ name: 'Events', rows: EVENTS }]));
    const docket = await readDocket(ownDocket(folder), place);
    expect(docket.ok ? [] : docket.problems.map(({ code }) => code)).toEqual(['merged-cells']);
  });
});

describe('readCorrections of a workbook', () => {
  test('puts its rows in the place of those of the tally', async () => {
    await put('cards-issued.csv', CSV);
    await mkdir(join(folder, 'corrections'));
    await put('corrections/reason.txt', 'A box of forms turned up.\n');
    await put('corrections/~$cards-issued.xlsx', 'a mark that a spreadsheet has it open');
    await put(
      'corrections/cards-issued.xlsx',
      workbookOfCsv('period,channel,area,count\n2024-05,event,a2,15\n'),
    );
    const tallies = await read();
    if (!tallies.ok) throw new Error('internal error: a sound tally');
    const batch = await readCorrections({ program, folder, closed: END, docket: null }, tallies.value);
    expect(
      batch.ok && batch.value !== null ? rowsOf({ ok: true, value: batch.value.tallies }) : batch,
    ).toContain('2024-05|event|a2 15');
  });
});
