// Periods, codes, counts and columns as spreadsheets and databases write them: understood where they have one meaning, and told.
import { describe, expect, test } from 'vitest';
import { formatNote } from '../../src/tallies/read-notes.ts';
import { makeProgram, placesOf, problemsOf, readCards, rowsOf } from './fixture.ts';

const HEADER = 'period,channel,area,count\n';
const WANTED = ['2024-04|online|a2 7', '2024-05|online|a2 1204'];
const SOUND = `${HEADER}2024-04,online,a2,7\n2024-05,online,a2,1204\n`;

/** A program with other levels of periods; fiscal years begin in July. */
const withLevels = (...levels: string[]) =>
  makeProgram({ period: { from: '2023-07', levels, fiscalYearStartMonth: 7 } });

async function notesOf(...args: Parameters<typeof readCards>): Promise<string[]> {
  const read = await readCards(...args);
  return read.ok
    ? read.value.flatMap(({ notes }) => notes.map((note) => formatNote({ ...note, file: 'f' })))
    : [];
}

describe('readTallies understands a file', () => {
  test.each([
    ['with tabs', SOUND.replaceAll(',', '\t')],
    ['with bars', SOUND.replaceAll(',', '|')],
    ['with line ends of an old Mac', SOUND.replaceAll('\n', '\r')],
    ['with line ends of three kinds', SOUND.replace('\n', '\r').replace('7\n', '7\r\n')],
    ['in UTF-16, the low byte first', Buffer.from(`\uFEFF${SOUND}`, 'utf16le')],
    ['in UTF-16, the high byte first', Buffer.from(`\uFEFF${SOUND}`, 'utf16le').swap16()],
    ['with empty columns at the end', SOUND.replaceAll('\n', ',,\n')],
    ['with empty fields at the end of some rows', SOUND.replace(',7\n', ',7,,\n')],
    ['with capitals in its header', SOUND.replace(HEADER, 'Period,CHANNEL,Area,Count\n')],
    ['with blanks in its header and rows', SOUND.replaceAll(',', ' , ')],
    ['with blank lines before the header', `\n\n${SOUND}`],
  ])('%s', async (_, content) => {
    expect(rowsOf(await readCards(content))).toEqual(WANTED);
  });

  test('with columns headed by the labels that the program gives them', async () => {
    const { dimensions, measures } = makeProgram();
    const labels = new Map([
      ['channel', 'Where applied'],
      ['area', 'Ward'],
    ]);
    const labelled = dimensions.map((one) => ({ ...one, label: labels.get(one.id) }));
    const program = makeProgram({ dimensions: labelled, measures });
    const file = SOUND.replace(HEADER, 'period,Where Applied,WARD,count\n');
    expect(rowsOf(await readCards(file, program))).toEqual(WANTED);
    expect(await placesOf(file)).toEqual([
      '1 channel missing-column',
      '1 area missing-column',
      '1 columns 2, 3 undeclared-column',
    ]);
  });

  test('with line ends of an old Mac, in many blocks', async () => {
    const late = '2025-04,online,a1,1\r'.repeat(9000);
    expect(await placesOf(`${HEADER}${late}2024-04,online,a1,-1\r`.replace('\n', '\r'))).toEqual([
      '9002 count count-negative',
    ]);
  });
});

describe('readTallies understands a month', () => {
  test.each([
    ['Apr-24', 'like Jan-24, read as months'],
    ['Apr 2024', 'like Jan 2024, read as months'],
    ['APRIL 2024', 'like Jan 2024, read as months'],
    ['2024-Apr', 'like 2024-Jan, read as months'],
    ['202404', 'like 202401, read as months'],
    ['2024-4', 'like 2024/1, read as months'],
    ['2024/04', 'like 2024/1, read as months'],
    ['4/2024', 'like 1/2024, read as months'],
    [' 2024-04 ', 'with blanks around'],
    ['2024-04-01', 'like 2024-01-01, read as the period that begins then'],
    ['2024-04-01 00:00:00', 'like 2024-01-01, read as the period that begins then'],
    ['2024-04-01T00:00:00.000Z', 'like 2024-01-01, read as the period that begins then'],
    ['2024-04-01 00:00:00+00', 'like 2024-01-01, read as the period that begins then'],
    ['20240401', 'like 20240101, read as the period that begins then'],
    ['01.04.2024', 'like 1.1.2024, read as the period that begins then'],
    ['1 April 2024', 'like 1 Jan 2024, read as the period that begins then'],
    ['"Apr 1, 2024"', 'like Jan 1, 2024, read as the period that begins then'],
    ['45383', 'like 45292 (a day of a spreadsheet), read as the period that begins then'],
  ])('%s', async (text, form) => {
    const program = withLevels('month');
    const file = `${HEADER}${text},online,a2,7\n`;
    expect(rowsOf(await readCards(file, program))).toEqual(['2024-04|online|a2 7']);
    expect(await notesOf(file, program)).toEqual([`f: period: 1 field was written ${form}.`]);
  });

  test('1/1/2024, whichever of its numbers is the day', async () => {
    expect(rowsOf(await readCards(`${HEADER}1/1/2024,online,a2,7\n`, withLevels('month')))).toEqual([
      '2024-01|online|a2 7',
    ]);
  });
});

describe('readTallies understands a quarter or a year', () => {
  test.each([
    ['2024Q2', '2024-Q2'],
    ['2024 q2', '2024-Q2'],
    ['2024.0', '2024'],
    ['fy24', 'FY2024'],
    ['FY 2024', 'FY2024'],
  ])('%s', async (text, code) => {
    const program = withLevels('quarter', 'year', 'fiscal-year');
    const rows = `${HEADER}${text},online,a2,7\n`;
    expect(rowsOf(await readCards(rows, program))).toEqual([`${code}|online|a2 7`]);
  });

  test('Q2 2024, but not where it could be one of a fiscal year', async () => {
    const rows = `${HEADER}Q2 2024,online,a2,7\n`;
    expect(rowsOf(await readCards(rows))).toEqual(['2024-Q2|online|a2 7']);
    expect(await placesOf(rows, withLevels('quarter'))).toEqual(['2 period period-two-meanings']);
  });
});

describe('readTallies takes dates for periods of', () => {
  const rows = (...dates: string[]) => HEADER + dates.map((date) => `${date},online,a2,7\n`).join('');

  test('months, where one of them begins nothing longer', async () => {
    const file = rows('2024-04-01', '2024-05-01');
    expect(rowsOf(await readCards(file))).toEqual(['2024-04|online|a2 7', '2024-05|online|a2 7']);
  });

  test('quarters, where the program has no months', async () => {
    const file = rows('2024-04-01', '2024-07-01');
    expect(rowsOf(await readCards(file, withLevels('quarter', 'year')))).toEqual([
      '2024-Q2|online|a2 7',
      '2024-Q3|online|a2 7',
    ]);
  });

  test('fiscal years, where the program has nothing else', async () => {
    expect(rowsOf(await readCards(rows('2023-07-01'), withLevels('fiscal-year')))).toEqual([
      'FY2024|online|a2 7',
    ]);
  });

  test('no length that could be another', async () => {
    expect(await problemsOf(rows('2024-04-01', '2024-07-01'))).toMatchObject([
      { column: 'period', code: 'period-two-meanings', message: expect.stringContaining('month or quarter') },
    ]);
    expect(await placesOf(rows('2024-05-01'), withLevels('quarter'))).toEqual(['2 period period-level']);
  });
});

describe('readTallies understands a code', () => {
  const program = makeProgram({
    dimensions: [
      {
        id: 'channel',
        label: 'Channel',
        codes: [
          { code: 'event', label: 'At an event' },
          { code: '01', label: 'Online' },
        ],
      },
      {
        id: 'area',
        label: 'Area',
        codes: [
          { code: 'mh', label: 'Mill Hill' },
          { code: 'north', label: 'Twin' },
          { code: 'twin', label: 'North' },
        ],
      },
    ],
  });

  test.each([
    ['event', 'Mill Hill', 'event|mh'],
    ['EVENT ', 'mill  hill', 'event|mh'],
    ['At an Event', 'MH', 'event|mh'],
    ['1', '_t', '01|_T'],
    ['1.0', 'mh', '01|mh'],
  ])('%s, %s', async (channel, area, codes) => {
    const file = `${HEADER}2024-04,${channel},${area},7\n`;
    expect(rowsOf(await readCards(file, program))).toEqual([`2024-04|${codes} 7`]);
    expect((await notesOf(file, program)).length).toBeGreaterThan(0);
  });

  test('by its label, and counts how many were', async () => {
    const file = `${HEADER}2024-04,event,Mill Hill,7\n2024-05,event,Mill Hill,8\n`;
    expect(await notesOf(file, program)).toEqual(['f: area: 2 fields were written by their label.']);
  });

  test('but not a text that stands for two', async () => {
    expect(await problemsOf(`${HEADER}2024-04,event,North,7\n`, program)).toMatchObject([
      { column: 'area', code: 'two-codes', message: expect.stringContaining('north, twin') },
    ]);
    expect(rowsOf(await readCards(`${HEADER}2024-04,event,north,7\n`, program))).toEqual([
      '2024-04|event|north 7',
    ]);
  });
});

describe('readTallies understands a count', () => {
  test.each([
    ['310.0', 310],
    ['310.00', 310],
    ['"1,204"', 1204],
    ['"1,204,500"', 1204500],
    ['1.204.500', 1204500],
    ['"1,204.0"', 1204],
    ['"1.204,0"', 1204],
    ['"310,0"', 310],
    ['1 204', 1204],
    ["1'204", 1204],
    ['1\u202F204', 1204],
    [' 310 ', 310],
  ])('%s', async (text, count) => {
    const file = `${HEADER}2024-04,online,a2,${text}\n`;
    expect(rowsOf(await readCards(file))).toEqual([`2024-04|online|a2 ${count}`]);
    expect((await notesOf(file))[0]).toMatch(/^f: count: 1 field was written /);
  });

  test('1,204 between tabs, but not between semicolons', async () => {
    const file = `${HEADER}2024-04,online,a2,N\n`;
    expect(rowsOf(await readCards(file.replaceAll(',', '\t').replace('N', '1,204')))).toEqual([
      '2024-04|online|a2 1204',
    ]);
    expect(await placesOf(file.replaceAll(',', ';').replace('N', '1,204'))).toEqual([
      '2 count count-two-meanings',
    ]);
  });

  test('1,204, but not beside a count with a decimal comma', async () => {
    const file = `${HEADER}2024-04,online,a2,"1,204"\n2024-05,online,a2,"310,0"\n`;
    expect(await placesOf(file)).toEqual(['0 count count-two-meanings']);
  });
});

describe('readTallies names the line and the thing', () => {
  test.each([
    ['a byte of zero', `${HEADER}2024-04,online,a1,3\n2024-05,online,a1,2\u00008\n`, '3  zero-byte'],
    ['a mark in the middle', `${HEADER}2024-04,online,a1,3\n\uFEFF2024-05,online,a1,3\n`, '3  second-mark'],
    ['a mark after the mark', `\uFEFF\uFEFF${HEADER}2024-04,online,a1,3\n`, '1  second-mark'],
    ['a second header', `${HEADER}2024-04,online,a1,3\n${HEADER}2024-05,online,a1,3\n`, '3  header-again'],
    [
      'a line that is not UTF-8',
      Buffer.from(`${HEADER}2024-04,online,é,3\n2024-05,online,a1,3\n`, 'latin1'),
      '2  encoding',
    ],
  ])('of %s', async (_, content, place) => {
    expect(await placesOf(content)).toEqual([place]);
  });
});

describe('readTallies says what each way of mending would publish', () => {
  const say = async (count: string, absentRows: string) => {
    const [measure] = makeProgram().measures;
    const program = makeProgram({ measures: [{ ...measure, absentRows }] });
    return (await problemsOf(`${HEADER}2024-04,online,a1,${count}\n`, program))
      .map(({ message, fix }) => `${message} ${fix}`)
      .join();
  };

  test.each(['', '<11', '*', 's', 'NA', '#N/A', '1-10', '-'])('where the count is "%s"', async (count) => {
    const zero = await say(count, 'zero');
    expect(zero).toContain('the row left out would be released as 0');
    expect(zero).toContain('Get the true count');
    const unknown = await say(count, 'unknown');
    expect(unknown).toContain('the row left out would be released as not available');
    expect(unknown).not.toContain('left out would be released as 0');
  });
});
