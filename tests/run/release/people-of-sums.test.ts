// A tally with a column `people`: sums of its rows, whose people nobody may add up, and rows of their own that say it.
import { describe, expect, test } from 'vitest';
import { readMade } from '../totals-town.ts';
import { inTown, PROGRAM, release } from '../town.ts';

const MEASURE = {
  id: 'cards-issued',
  label: 'Cards',
  unit: 'cards',
  kind: 'flow',
  dimensions: ['age'],
  people: true,
};
const WITH_PEOPLE = {
  ...PROGRAM,
  measures: [MEASURE],
  relations: [],
  notes: [],
  tables: [
    {
      id: 'by-year',
      measure: 'cards-issued',
      title: 'Cards by year',
      levels: { period: 'year', age: 'age' },
    },
  ],
};

/**
 *   people (cards)   young     grown       old
 *   2024-Q1          4 (5)    9 (12)    9 (10)
 *   2024-Q2          4 (6)    9 (12)    9 (10)
 *   2024-Q3          4 (5)    9 (12)    9 (10)
 *   2024-Q4          4 (6)    9 (12)    9 (10)
 */
const ROWS = ['Q1', 'Q2', 'Q3', 'Q4'].flatMap((quarter, at) => [
  `2024-${quarter},young,${5 + (at % 2)},4`,
  `2024-${quarter},grown,12,9`,
  `2024-${quarter},old,10,9`,
]);
const tally = (rows: readonly string[]) => ({
  'cards-issued.csv': `period,age,count,people\n${[...rows, ''].join('\n')}`,
});

const YEAR = [PROGRAM.id, '--id', '2024-Q4', '--dry-run'];
const YOUNG = ['--why', 'cards-issued|2024|young'];

/** What is said of cards of the young in 2024. */
const tryWith = (...rows: readonly string[]) =>
  inTown((town) => release(town, [...YEAR, ...YOUNG]), WITH_PEOPLE, tally(rows));

describe('a sum of rows with few people each', () => {
  test('is hidden, and --why and the report say that the tally does not tell its people, and what to do', async () => {
    const { code, said } = await tryWith(...ROWS);
    expect(code).toBe(0);
    expect(said).toContain(
      'Why "Cards", 2024, young is withheld. For you alone, never to be published:\n  It may stand for fewer than 5 people: the tally does not say how many stand behind its rows together.',
    );
    expect(said).not.toContain('stands for at least 1');
    expect(said).toContain('give cards-issued.csv a row of its own for it, with count and people');
    expect(said).toMatch(/Of these, \d+ may stand for 5 people or more\./);
    expect(said).toContain('They are in by-year.');
    expect(said).not.toMatch(/\b(16|22)\b/);
  });

  test.each([
    ['first', ['2024,young,22,14', ...ROWS]],
    ['last', [...ROWS, '2024,young,22,14']],
  ])(
    'is published where a row of its own says that many people stand behind it; %s in the file',
    async (_, rows) => {
      const { code, said } = await tryWith(...rows);
      expect([code, said]).toEqual([0, expect.stringContaining('"Cards", 2024, young is not withheld.')]);
      expect(said).not.toContain('may stand for');
    },
  );

  test('that has few people by its own row stands for few', async () => {
    const { said } = await tryWith(...ROWS, '2024,young,22,4');
    expect(said).toContain('It stands for at least 1 and fewer than 5 people.');
  });

  test('that could not reach k by any count of its rows stands for few', async () => {
    const few = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `2024-${quarter},young,1,1`);
    const others = ROWS.filter((row) => !row.includes('young'));
    const { said } = await tryWith(...others, ...few);
    expect(said).toContain('It stands for at least 1 and fewer than 5 people.');
    expect(said).not.toContain('may stand for');
  });
});

test('the report counts hidden counts as the files of the release do', async () => {
  await inTown(
    async (town) => {
      const { said } = await release(town, [PROGRAM.id, '--id', '2024-Q4']);
      const read = await readMade(town, '2024-Q4');
      const hidden = [...read.cubes.values()].flat().filter(({ status }) => status === 'c').length;
      expect(hidden).toBeGreaterThan(0);
      expect(said).toContain(`Withheld: ${hidden} counts, as pages say too.`);
      expect(said).toContain('A count that stands in several tables is counted in each of them here.');
    },
    {
      ...WITH_PEOPLE,
      tables: [...WITH_PEOPLE.tables, { ...WITH_PEOPLE.tables[0], id: 'again', title: 'The same once more' }],
    },
    tally(ROWS),
  );
});

test('a refusal says of cells for which nothing is left that the tally may hide them for nothing', async () => {
  const { code, said } = await tryWith(...ROWS.map((row) => row.replace(/(grown|old),.*/, '$1,0,0')));
  expect(code).toBe(1);
  expect(said).toContain('No cells are left that could protect these.');
  expect(said).toContain('Of some of these the tally does not say that they stand for fewer than 5 people');
});

test.each([
  ['fewer than in one of its rows', '2024,young,22,3'],
  ['more than in all of them', '2024,young,22,17'],
])('a row of its own with %s: refused at the column of people, without a number of any', async (_, row) => {
  const { code, said } = await tryWith(...ROWS, row);
  expect(code).toBe(1);
  expect(said).toMatch(/cards-issued\.csv:\d+: people: The people given for "Cards", 2024, young/);
  expect(said).not.toMatch(/\b(22|17)\b(?! more)/);
});
