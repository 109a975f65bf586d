/** `npm run new` where a workbook in the folder of tallies has a name that says nothing of what it counts. */
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { unreadTables } from '../../../src/run/new/unread-tables.ts';
import { ANSWERS, answer, answering, begin, places, put, tallies } from './begin-program.ts';

const CSV = 'period,count\n2024-Q1,310\n2024-Q2,290\n';
const LINE =
  'cards-printed.csv is not read: a file is read when it is named by what it counts, cards-issued.xlsx, applications.xlsx or records-held.xlsx (or .csv, .tsv).';

const asking = (answer: 'stop' | 'on', asked: string[]): Ask =>
  answering({ 'No tally is read then.': answer, 'From which': '2024-01' }, asked);

test('a person is told before the first question, and stops there or goes on', async () => {
  await put('cards-printed.csv', CSV);
  const asked: string[] = [];
  const stopped = await begin(['rivertown-id', '--tallies', tallies], asking('stop', asked));
  expect(stopped.code).toBe(1);
  expect(stopped.said).toContain(LINE);
  expect(stopped.said).toContain('then begin again. Nothing was written.');
  expect(asked).toEqual(['No tally is read then.']);
  expect(await readdir(places.programs)).toEqual([]);
  const gone = await begin(['rivertown-id', '--tallies', tallies], asking('on', []));
  expect([gone.code, gone.said]).toEqual([0, expect.stringContaining(LINE)]);
});

test('answers of a file are refused where no tally is read, unless a database counts', async () => {
  await put('cards-printed.csv', CSV);
  const given = { ...ANSWERS, measures: ['cards-issued'] };
  const refused = await answer(given);
  expect([refused.code, refused.said]).toEqual([
    1,
    expect.stringContaining('No tally is read: cards-printed.csv is not named by what is counted.'),
  ]);
  expect(await readdir(places.programs)).toEqual([]);
  expect(await answer({ ...given, database: 'duckdb' })).toMatchObject({ code: 0 });
});

test('beside a tally that is read it is only told', async () => {
  await put('cards-printed.csv', CSV);
  await put('cards-issued.csv', CSV);
  const { code, said } = await answer(ANSWERS);
  expect([code, said]).toEqual([0, expect.stringContaining(LINE)]);
});

test('unreadTables leaves out what is read, what is no table, and files of a spreadsheet that is open', () => {
  const read = ['applications.tsv', 'legal-requests.xlsx', 'legal-request-totals.csv', 'areas.xlsx'];
  expect(unreadTables([...read, 'secret.key', 'sources.json', '~$cards.xlsx', '.cards.csv'])).toEqual([]);
  expect(unreadTables(['wards.XLSX', 'Cards.ods'])).toEqual(['Cards.ods', 'wards.XLSX']);
});
