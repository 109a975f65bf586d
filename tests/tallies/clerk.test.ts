// What a clerk's spreadsheet gets wrong, each in one message that says what to do.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptAll } from '../../src/reading/problem.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { streamRows } from '../../src/tallies/row-stream.ts';
import { END, makeProgram, problemsOf } from './fixture.ts';

const HEADER = 'period,channel,area,count';
const ROWS = Array.from(
  { length: 12 },
  (_, at) => `2024-${String((at % 9) + 4).padStart(2, '0')},online,a1,${at + 40}`,
);

test('a title above the header is one fault that names both lines', async () => {
  expect(await problemsOf(['Cards issued 2024', HEADER, ...ROWS, ''].join('\n'))).toMatchObject([
    {
      line: 1,
      message: 'Line 1 is not a header; line 2 looks like one.',
      fix: 'Take out line 1: the file begins with its header.',
    },
  ]);
  expect(await problemsOf(['Cards,issued', '', 'by month', HEADER, ...ROWS, ''].join('\n'))).toMatchObject([
    { line: 1, fix: 'Take out lines 1 to 3: the file begins with its header.' },
  ]);
});

test('a file without any header is one fault, whatever its rows', async () => {
  const faults = await problemsOf(`${ROWS.join('\n')}\n1,2\n`);
  expect(faults.map(({ code }) => code)).toEqual(['no-header']);
});

test('a title above the header of a docket is one fault too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-docket-'));
  const file = join(folder, 'legal-requests.csv');
  await writeFile(file, 'Requests of 2024\nrequest,people\nR-1,40\nR-2,12\n');
  const { problems, isWhole } = await streamRows(file, ['request', 'people'], () => undefined);
  await rm(folder, { recursive: true });
  expect([problems.map(({ message }) => message), isWhole]).toEqual([
    ['Line 1 is not a header; line 2 looks like one.'],
    false,
  ]);
});

test('a month in a program of quarters is said to be read as a month', async () => {
  const program = makeProgram({ period: { from: '2024-04', levels: ['quarter', 'year'] } });
  const [fault] = await problemsOf(`${HEADER}\nJun-24,online,a1,40\n`, program);
  expect(fault).toMatchObject({ line: 2, column: 'period', code: 'period-level' });
  expect(fault?.message).toMatch(
    /^The program has no periods of this length\. It is written like Jan-24.*month/,
  );
});

test('a column under another name is hinted at by its place, never by that name', async () => {
  const [fault] = await problemsOf('period,channel,area,cards\n2024-04,online,a1,40\n');
  expect(fault).toMatchObject({
    line: 1,
    column: 'count',
    fix: expect.stringMatching(/^Name column 4 "count" if it holds that/),
  });
});

test('a spreadsheet of a kind that is not read is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-tallies-'));
  await writeFile(join(folder, 'cards-issued.ods'), 'PK');
  const read = acceptAll(await readTallies({ program: makeProgram(), end: END, folder }));
  await rm(folder, { recursive: true });
  expect(read).toMatchObject({
    problems: [
      {
        message: 'The file does not exist; there is cards-issued.ods.',
        fix: expect.stringContaining('save it as XLSX or CSV'),
      },
    ],
  });
});
