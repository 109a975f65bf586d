/** `npm run new` where a column is headed as the office likes: it asks whether it is one that pages know, or says what it became. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { nearDimensions } from '../../../src/run/new/near-dimension.ts';
import { workbookOfCsv } from '../../input/make-workbook.ts';
import { ANSWERS, answer, begin, places, put, tallies, written } from './begin-program.ts';

const rows = (heading: string) =>
  [
    `period,${heading},Kind,count`,
    ...['2024-Q1', '2024-Q2'].flatMap((period, quarter) =>
      ['Counter', 'Online'].flatMap((way, at) =>
        ['New', 'Renewal'].map(
          (kind, other) => `${period},${way},${kind},${100 + quarter * 7 + at * 40 + other}`,
        ),
      ),
    ),
  ].join('\n');

/** Takes the first answer to everything, but for what is asked of columns. */
const asking = (answer: 'yes' | 'no', asked: string[]): Ask => ({
  text: (question) => Promise.resolve(question.startsWith('A file') ? '' : 'Something'),
  choose: (question, answers) => {
    asked.push(question);
    const isOfColumn = question.startsWith('Is what the column');
    return Promise.resolve((isOfColumn ? answer : Object.keys(answers)[0]) as never);
  },
  several: (_, answers) => Promise.resolve(Object.keys(answers).slice(0, 1) as never),
});

test('a person is asked whether a column is the known dimension that it sounds like, and if so nothing is written until it is headed so', async () => {
  await put('cards-issued.xlsx', workbookOfCsv(rows('Where applied')));
  const asked: string[] = [];
  const { code, said } = await begin(['rivertown-id', '--tallies', tallies], asking('yes', asked));
  expect(asked.filter((question) => question.includes('column'))).toEqual([
    'Is what the column "Where applied" tells apart "Way of applying"? Pages know what that means.',
  ]);
  expect(code).toBe(1);
  expect(said).toContain('Head the column "Where applied"');
  expect(said).toContain('"Way of applying" (or "channel"), then begin again. Nothing was written.');
  expect(await readdir(places.programs)).toEqual([]);
  await put('cards-issued.xlsx', workbookOfCsv(rows('Way of applying')));
  expect(await begin(['rivertown-id', '--tallies', tallies], asking('yes', []))).toMatchObject({ code: 0 });
  expect((await written()).measures[0].dimensions).toEqual(['channel', 'kind']);
});

test('who says that it is something else, or answers from a file, is told what each such column became', async () => {
  await put('cards-issued.xlsx', workbookOfCsv(rows('Where applied')));
  for (const begun of [
    () => begin(['rivertown-id', '--tallies', tallies], asking('no', [])),
    () => answer({ ...ANSWERS, name: 'Another' }),
  ]) {
    const { code, said } = await begun();
    expect(code).toBe(0);
    expect(said).toContain(
      'The column "Where applied" is a dimension of its own, "where-applied". If it is "Way of applying", head the column so (or "channel"), take program.json away and begin again',
    );
    expect(said).toContain(
      'The column "Kind" is a dimension of its own, "kind". Pages have tables and charts of it, and know nothing more of it.',
    );
    expect((await written()).measures[0].dimensions).toEqual(['where-applied', 'kind']);
    await rm(places.programs, { recursive: true });
    await mkdir(places.programs);
  }
});

const near = (...titles: readonly string[]) => {
  const dimensions = titles.map((title) => ({ title, labels: ['one', 'other'] }));
  const table = { dimensions, withPeople: false, level: 'quarter', first: 0, last: 2 } as const;
  return nearDimensions(new Map([['cards-issued', table]])).map(({ title, known }) => [title, known]);
};

test.each([
  ['Where applied', 'channel'],
  ['Application method', 'channel'],
  ['Chanel', 'channel'],
  ['Age group', 'age'],
  ['Ward', 'area'],
  ['Neighbourhood', 'area'],
  ['Outcome', 'decision'],
])('nearDimensions of "%s" is %s', (title, known) => {
  expect(near(title)).toEqual([[title, known]]);
});

test('nearDimensions of other words is none, and none where the tallies have the dimension', () => {
  expect(near('Kind', 'Language', 'Counter')).toEqual([]);
  expect(near('Where applied', 'channel')).toEqual([]);
});
