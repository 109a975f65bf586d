import { describe, expect, test } from 'vitest';
import { makeProgram, placesOf, problemsOf, withMeasure } from './fixture.ts';

const HEADER = 'period,channel,area,count\n';
const withPeople = withMeasure({ people: true });

describe('readTallies refuses a count that', () => {
  test.each([
    ['is empty', '', 'count-empty'],
    ['is blank', ' ', 'count-empty'],
    ['is negative', '-3', 'count-negative'],
    ['is fractional', '3.5', 'count-fractional'],
    ['is fractional with a comma in quotes', '"3,5"', 'count-fractional'],
    ['is a fraction, or has a separator of thousands', '1.234', 'count-two-meanings'],
    ['is whole, or has a separator of thousands', '310.000', 'count-two-meanings'],
    ['is one more than the largest', '2147483648', 'count-huge'],
    ['is far too large', '9'.repeat(40), 'count-huge'],
    ['is in scientific form', '1e3', 'count-not-a-number'],
    ['is a word', 'twelve', 'count-not-a-number'],
    ['is a small-count mark of its own', '<11', 'count-not-given'],
    ['is a star', '*', 'count-not-given'],
    ['is a limit in words', 'fewer than 5', 'count-not-given'],
    ['is a limit in words alone', 'Less than five', 'count-not-given'],
    ['is another limit in words', '10 or fewer', 'count-not-given'],
    ['is a letter for withheld', 's', 'count-not-given'],
    ['is not available', 'NA', 'count-not-given'],
  ])('%s', async (_, count, code) => {
    expect(await placesOf(`${HEADER}2024-04,online,a1,${count}\n`)).toEqual([`2 count ${code}`]);
  });

  test.each([
    ['fewer cards than people', '9,11', '2 people people-over-count'],
    ['cards and nobody behind them', '9,0', '2 people people-none'],
    ['an empty number of people', '9,', '2 people count-empty'],
    ['a negative number of people', '9,-1', '2 people count-negative'],
  ])('comes with %s', async (_, values, place) => {
    expect(
      await placesOf(`period,channel,area,count,people\n2024-04,online,a1,${values}\n`, withPeople),
    ).toEqual([place]);
  });
});

describe('readTallies refuses a code that', () => {
  test.each([
    ['is unknown', '2024-04,phone-in,a1,3', '2 channel unknown-code'],
    ['is empty', '2024-04,,a1,3', '2 channel empty-code'],
    ['is called a total', '2024-04,Total,a1,3', '2 channel total-row'],
    ['is called a total of a period', 'Grand total,online,a1,3', '2 period total-row'],
    ['belongs to another dimension', '2024-04,a1,online,3', '2 channel unknown-code'],
  ])('%s', async (_, row, first) => {
    expect((await placesOf(`${HEADER}${row}\n`))[0]).toBe(first);
  });
});

test.each([
  ['onlin', 'The nearest is online. '],
  ['fax', ''],
])(
  'readTallies of the code %s that is unknown names the nearest declared one, and never what was written',
  async (text, nearest) => {
    const [problem] = await problemsOf(`${HEADER}2024-04,${text},a1,3\n`);
    expect(problem?.fix).toMatch(
      new RegExp(`^${nearest}Use _T or one of: .*; or declare the code in program.json\\.$`),
    );
    expect(problem?.fix).not.toMatch(new RegExp(`\\b${text}\\b`));
  },
);

describe('readTallies refuses a period that', () => {
  test.each([
    ['is a day', '2024-04-02', 'period-too-fine'],
    ['is a day with a time', '2024-04-01T09:30:00Z', 'period-too-fine'],
    ['is a day without dashes', '20240402', 'period-too-fine'],
    ['is a day of a spreadsheet', '04/02/2024', 'period-too-fine'],
    ['is a day number of a spreadsheet', '45384', 'period-too-fine'],
    ['is a day in words', '2 April 2024', 'period-too-fine'],
    ['is a day in American words', '"April 2, 2024"', 'period-too-fine'],
    ['is a day or a month', '4/1/2024', 'period-two-meanings'],
    ['is a day or a year', '24-Jan', 'period-two-meanings'],
    ['is a week', '2024-W14', 'period-too-fine'],
    ['is a day of the year', '2024-092', 'period-too-fine'],
    ['is empty', '', 'empty-code'],
    ['starts before the program', '2024-03', 'period-before-start'],
    ['starts before the program, at another level', '2024', 'period-before-start'],
    ['is of a level that the program does not have', 'FY2025', 'period-level'],
    ['is part of a year, where the program has none', '2025-01..2025-03', 'period-level'],
    ['is no month', '2024-13', 'unknown-period'],
    ['is a word', 'spring', 'unknown-period'],
  ])('%s', async (_, period, code) => {
    expect(await placesOf(`${HEADER}2024-05,_T,_T,3\n${period},online,a1,3\n`)).toEqual([`3 period ${code}`]);
  });

  test('is the total of a stock', async () => {
    expect(await placesOf(`${HEADER}_T,online,a1,3\n`, withMeasure({ kind: 'stock' }))).toEqual([
      '2 period stock-total',
    ]);
  });

  test('is a total that takes in months after the release', async () => {
    expect(await placesOf(`${HEADER}_T,online,a1,3\n2025-04,online,a1,1\n`)).toEqual(['0  total-too-long']);
  });

  test('is a part of a year that ends before the release', async () => {
    const program = makeProgram({
      period: { from: '2024-04', levels: ['month', 'year'], partialYear: true },
    });
    const text = `${HEADER}2025-01..2025-03,online,a1,3\n2025-01..2025-02,online,a1,3\n`;
    expect(await placesOf(text, program)).toEqual(['3 period period-part']);
  });
});

describe('readTallies reports', () => {
  test('a second row with the same key, and the line of the first', async () => {
    const problems = await problemsOf(
      `${HEADER}2024-04,online,a1,3\n2024-04,online,a2,3\n2024-04,online,a1,3\n`,
    );
    expect(problems).toMatchObject([
      { line: 4, code: 'duplicate-key', message: 'Line 2 has the same period and codes.' },
    ]);
  });

  test('all problems of all rows at once', async () => {
    const text = `${HEADER}2024-04,online,a1,-1\n2024-04-02,phone,a1,\n2024-04,online,a1\n2024-05,online,a1,1,1\n`;
    expect(await placesOf(text)).toEqual([
      '2 count count-negative',
      '3 period period-too-fine',
      '3 channel unknown-code',
      '3 count count-empty',
      '4  row-width',
      '5  row-width',
    ]);
  });

  test('at most fifty problems of a file, and how many more there are', async () => {
    const places = await placesOf(HEADER + '2024-04,online,a1,-1\n'.repeat(61));
    expect(places.length).toBe(51);
    const last = (await problemsOf(HEADER + '2024-04,online,a1,-1\n'.repeat(61))).at(-1);
    expect(last).toMatchObject({
      code: 'more-problems',
      message: 'The file has 11 more problems like these.',
    });
  });

  test('the right line after blank rows and in late blocks of a long file', async () => {
    const rows = Array.from({ length: 9000 }, () => '2024-04,online,a1,-1');
    expect((await placesOf(`${HEADER}\n\n${rows.join('\n')}`))[0]).toBe('4 count count-negative');
    const quarters = Array.from({ length: 9000 }, () => '2025-04,online,a1,1');
    expect(await placesOf(`${HEADER}${quarters.join('\n')}\n2024-04,online,a1,-1\n`)).toEqual([
      '9002 count count-negative',
    ]);
  });

  test('a table too large to hold, with what to do', async () => {
    const codes = Array.from({ length: 2000 }, (_, index) => ({ code: `c${index}`, label: 'C' }));
    const program = makeProgram({
      dimensions: ['one', 'two'].map((id) => ({ id, label: id, codes })),
      measures: [
        { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['one', 'two'] },
      ],
    });
    const problems = await problemsOf('period,one,two,count\n2024-04,c1,c1,3\n2024-05,c1,c1,3\n', program);
    expect(problems).toMatchObject([
      { line: 2, code: 'grid-too-large', fix: expect.stringContaining('fewer dimensions') },
    ]);
  });

  test('no value of any field', async () => {
    const text = `${HEADER}1999-07-31,Maria Lopez,maria@example.org,-987654\n`;
    expect(JSON.stringify(await problemsOf(text))).not.toMatch(/1999|07-31|Maria|Lopez|maria|987654/);
  });
});
