/** `npm run new` says what is wrong with a tally before it asks anything: no answer is given for nothing. */
import { expect, test } from 'vitest';
import { ANSWERS, answer, answering, begin, put, tallies, written } from './begin-program.ts';

const CARDS = [
  'period,ward,outcome,count',
  ...['2024-Q1', '2024-Q2'].flatMap((period, quarter) =>
    ['Hill', 'Mill'].flatMap((ward, at) =>
      ['Approved', 'Refused'].map(
        (outcome, other) => `${period},${ward},${outcome},${61 + 20 * quarter + 9 * at + other}`,
      ),
    ),
  ),
];
const rows = (...more: readonly string[]) => [...CARDS, ...more].join('\n');

test.each([
  ['a blank cell', rows('2024-Q2,Mill,Other,'), /cards-issued\.csv:10: count: The count is empty\./],
  ['a blank code', rows('2024-Q2,,Refused,71'), /cards-issued\.csv:10: ward: The code is empty\./],
  [
    'a count in words',
    rows('2024-Q2,Mill,Other,fewer than 5'),
    /:10: count: The count was withheld or is not known at the source\./,
  ],
  [
    'a row of totals',
    rows('2024-Q2,Total,Refused,71'),
    /:10: column 2: What stands here sounds like the total of other rows/,
  ],
  [
    'a line of totals',
    rows('Grand Total,_T,_T,717'),
    /:10: column 1: What stands here sounds like the total of other rows/,
  ],
  [
    'a period that is none',
    rows('Spring,Hill,Refused,71'),
    /:10: period: The period is not one that Daylight knows\./,
  ],
  ['a second row of one place', rows('2024-Q2,Mill,Refused,71'), /cards-issued\.csv:10: /],
])('%s: refused at its line before the first question, and its value is not told', async (_, tally, says) => {
  await put('cards-issued.csv', tally);
  const asked: string[] = [];
  const { code, said } = await begin(['rivertown-id', '--tallies', tallies], answering({}, asked));
  expect({ code, asked }).toEqual({ code: 1, asked: [] });
  expect(said).toMatch(says);
  expect(said).not.toMatch(/\b(71|717)\b/);
});

test('a sound tally is asked about, and "All the rest" is a code like any other', async () => {
  await put('cards-issued.csv', rows('2024-Q2,All the rest,Refused,71'));
  expect(await answer(ANSWERS)).toMatchObject({ code: 0 });
  const { dimensions } = await written();
  expect(JSON.stringify(dimensions)).toContain('"All the rest"');
});

test('a column called as one of requests has an id of its own beside a docket, and is found by its label', async () => {
  await put('cards-issued.csv', rows());
  const { code, said } = await answer({ ...ANSWERS, docket: true });
  expect([code, said]).toEqual([
    0,
    expect.stringContaining('The column "outcome" is a dimension of its own, "card-outcome".'),
  ]);
  const { dimensions, measures } = await written();
  expect(dimensions.map(({ id, label }: { id: string; label: string }) => [id, label])).toContainEqual([
    'card-outcome',
    'outcome',
  ]);
  expect(measures[0].dimensions).toContain('card-outcome');
});
