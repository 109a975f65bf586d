/** `npm run new` where a column is headed as the office likes: it asks whether it is one that pages know, or says what it became. */
import { mkdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { releaseCommand } from '../../../src/run/commands/release-command.ts';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { nearDimensions } from '../../../src/run/new/near-dimension.ts';
import { workbookOfCsv } from '../../input/make-workbook.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { ANSWERS, answer, answering, begin, places, put, tallies, written } from './begin-program.ts';

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

const asking = (answer: 'yes' | 'no', asked: string[]): Ask => answering({ 'Is the column': answer }, asked);

test('a column that a person says is a known dimension is read as one, under its own name, and so is a release', async () => {
  await put('cards-issued.xlsx', workbookOfCsv(rows('Where applied')));
  const asked: string[] = [];
  const begun = await begin(['rivertown-id', '--tallies', tallies], asking('yes', asked));
  expect(asked.filter((question) => question.includes('column'))).toEqual([
    'Is the column "Where applied" the "Way of applying"? Pages have charts and sentences of their own for that.',
  ]);
  expect(begun).toMatchObject({ code: 0 });
  expect(asked).toContain('Online: do records of the person stay behind?');
  expect(begun.said).not.toContain('"where-applied"');
  const { measures, dimensions, channels } = await written();
  expect(measures[0].dimensions).toEqual(['channel', 'kind']);
  expect(dimensions[0]).toMatchObject({ id: 'channel', label: 'Where applied' });
  expect(channels.map(({ id }: { id: string }) => id)).toEqual(['counter', 'online']);
  const dryRun = ['rivertown-id', '--tallies', tallies, '--id', '2024-Q2', '--dry-run'];
  const effects = { ...pagelessEffects(), log: () => undefined, print: () => undefined };
  expect(await releaseCommand(dryRun, effects, places)).toBe(0);
});

test('of two columns that sound like one dimension the second is not asked about once the first is it', async () => {
  await put('cards-issued.csv', rows('Ward').replace('Kind', 'District'));
  const asked: string[] = [];
  const begun = await begin(['rivertown-id', '--tallies', tallies], asking('yes', asked));
  expect(begun).toMatchObject({ code: 0 });
  expect(asked.filter((question) => question.startsWith('Is the column'))).toHaveLength(1);
  expect((await written()).measures[0].dimensions).toEqual(['area', 'district']);
  expect(begun.said).toContain('The column "District" is a dimension of its own');
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
      'The column "Where applied" is a dimension of its own, "where-applied". If it is "Way of applying", head the column so (or "channel"), or say "columns": {"Where applied": "channel"} in the answers; then remove the folder of the program and begin again.',
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
  const labels = ['one', 'other'].map((text, at) => ({ text, rows: 1, line: at + 2 }));
  const dimensions = titles.map((title) => ({ title, labels }));
  const table = {
    file: 'cards-issued.csv',
    dimensions,
    withPeople: false,
    level: 'quarter',
    first: 0,
    last: 2,
    gaps: [],
  } as const;
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
