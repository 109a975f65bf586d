// The explorer by more than one breakdown, with filters: what can be chosen, what is shown, and what the address keeps.
import { expect, test } from 'vitest';
import type { ApiSplit } from '../../../src/formats/site/api-file.ts';
import type { CellsFile } from '../../../src/formats/site/cells-file.ts';
import type { CountRange } from '../../../src/program/count-range.ts';
import { formatChoice, readWish } from '../../../src/site/explorer/address.ts';
import { type AnswerFrame, answer, answerCsv } from '../../../src/site/explorer/answer.ts';
import { changeChoice, wishAfter } from '../../../src/site/explorer/change-choice.ts';
import { type Choice, chooseFrom } from '../../../src/site/explorer/choice.ts';
import { notPublished, notTogether } from '../../../src/site/explorer/not-published.ts';
import { optionsOf } from '../../../src/site/explorer/options.ts';
import { partLabel, titleOf } from '../../../src/site/explorer/title.ts';
import { cardIndex, words } from './card-index.ts';

const channel = { channel: 'channel' };
const age = { age: 'age' };
const area = { area: 'area' };
const splits: ApiSplit[] = [
  { period: 'month', levels: {} },
  { period: 'year', levels: {} },
  { period: 'month', levels: channel },
  { period: 'year', levels: channel },
  { period: 'year', levels: age },
  { period: 'year', levels: area },
  { period: 'year', levels: { ...channel, ...age } },
  { period: 'year', levels: { ...area, ...age } },
];
const codes = (level: string, list: readonly string[]) =>
  list.map((code) => ({ code, label: `The ${code}`, level }));
const index = cardIndex({ columns: ['period', 'channel', 'age', 'area'], splits }, [
  {
    dimension: 'period',
    label: 'Period',
    codes: [...codes('year', ['2023', '2024']), ...codes('month', ['2024-12'])],
  },
  { dimension: 'channel', label: 'Way of applying', codes: codes('channel', ['event', 'online']) },
  { dimension: 'age', label: 'Age', codes: codes('age', ['young', 'old']) },
  { dimension: 'area', label: 'Area', codes: codes('area', ['mills', 'quay']) },
]);
const cells: CellsFile = {
  measure: 'cards-issued',
  synthetic: false,
  notes: ['Hidden to protect people'],
  cells: [
    { cell: 'cards-issued|2023|event|young|_T', count: 21, status: '', note: null },
    { cell: 'cards-issued|2023|online|young|_T', count: null, status: 'c', note: 0 },
    { cell: 'cards-issued|2023|event|old|_T', count: 31, status: '', note: null },
    { cell: 'cards-issued|2024|online|old|_T', count: 42, status: '', note: null },
  ],
};
const frame: AnswerFrame = {
  language: 'en',
  direction: 'ltr',
  separators: words.separators,
  summary: '',
  invented: null,
  hiddenLabel: 'hidden',
  notAvailableLabel: 'not available',
  notApplicableLabel: 'not applicable',
  partialLabel: 'part',
  total: 'Total',
  range: '{least} to {most}',
  hiddenBetween: 'hidden: {least} to {most}',
  hiddenAtLeast: 'hidden: at least {least}',
};

function chosen(query: string): Choice {
  const choice = chooseFrom(index, readWish(query));
  if (choice === undefined) throw new Error('no choice');
  return choice;
}
const address = (choice: Choice) => formatChoice(index, choice);
const options = (query: string) => optionsOf(index, chosen(query), words);

test('two breakdowns give a column for each code of the first and a row for each code of the second in each period', () => {
  const { corner, columns, rows } = answer(index, cells, chosen('per=year&by=channel,age'), frame);
  expect([corner, ...columns]).toEqual(['Period, Age', 'The event', 'The online']);
  expect(rows.map(({ label }) => label)).toEqual(
    ['2023', '2024'].flatMap((year) => [`The ${year}, The young`, `The ${year}, The old`]),
  );
  expect(rows[1]?.cells[0]?.cell.count).toBe(31);
  expect(rows[3]?.cells[1]?.cell.count).toBe(42);
});

test('a hidden cell stays hidden in table and file, by two breakdowns as by one and behind a filter', () => {
  for (const query of [
    'per=year&by=channel,age',
    'per=year&by=channel&only-age=young',
    'per=year&by=age&only-channel=online',
  ]) {
    const found = answer(index, cells, chosen(query), frame);
    const hidden = found.rows.flatMap((row) => row.cells).filter(({ cell }) => cell.status === 'c');
    expect(hidden.map(({ text, cell }) => [text, cell.count])).toEqual([['', null]]);
    expect(answerCsv(found)).toContain(',cards-issued|2023|online|young|_T,,c,hidden for people\n');
  }
});

test('a hidden cell says in table and file between what numbers it is proved to lie', () => {
  const proved = (range: CountRange) => ({
    ...cells,
    cells: cells.cells.map((cell) => (cell.status === 'c' ? { ...cell, range } : cell)),
  });
  const told = (range: CountRange) => answer(index, proved(range), chosen('per=year&by=channel,age'), frame);
  const bounded = told({ least: 0, most: 1021 });
  expect(bounded.rows[0]?.cells[1]?.text).toBe('hidden: 0 to 1,021');
  expect(answerCsv(bounded)).toContain(',cards-issued|2023|online|young|_T,,0,1021,c,hidden for people\n');
  expect(told({ least: 0, most: null }).rows[0]?.cells[1]?.text).toBe('');
  const open = told({ least: 2, most: null });
  expect(open.rows[0]?.cells[1]?.text).toBe('hidden: at least 2');
  expect(answerCsv(open)).toContain(',cards-issued|2023|online|young|_T,,2,,c,hidden for people\n');
});

test('a filter counts one code of a dimension, and stands in the title beside the breakdowns and the periods', () => {
  const choice = chosen('per=year&by=channel&only-age=old&only-channel=online');
  expect(answer(index, cells, choice, frame).rows.map((row) => row.cells[0]?.cell.count)).toEqual([null, 42]);
  expect(titleOf(index, choice, words, 'en')).toBe(
    'Cards issued by year and way of applying; Way of applying: The online; Age: The old; The 2023 – The 2024',
  );
});

test('a level that is not the own one of its dimension goes by its name, or by its first code where it has none', () => {
  const districts = codes('district', ['north', 'south']);
  const levelsOf = (levels?: Readonly<Record<string, string>>) => {
    const dimensions = index.dimensions.map((one) =>
      one.dimension === 'area'
        ? { ...one, ...(levels && { levels }), codes: [...one.codes, ...districts] }
        : one,
    );
    return partLabel({ ...index, dimensions }, { dimension: 'area', level: 'district' }, words);
  };
  expect(levelsOf({ district: 'District' })).toBe('District');
  expect(levelsOf()).toBe('Area: The north, …');
});

test('the address keeps breakdowns, filters and codes, and an address gives them back', () => {
  const query = 'measure=cards-issued&per=year&by=area,age&from=2023&to=2024&only-area=mills';
  expect(address(chosen(query))).toBe(query);
  const filtered = 'measure=cards-issued&per=year&by=channel&from=2023&to=2024&only-age=old';
  expect(address(chosen(filtered))).toBe(filtered);
});

test('what no table publishes together is left out, the last first, and notPublished says so', () => {
  expect(address(chosen('per=year&by=channel,area'))).toBe(
    'measure=cards-issued&per=year&by=channel&from=2023&to=2024',
  );
  const before = chosen('per=year&by=age&only-channel=online');
  const change = { by: ['area'] };
  const after = changeChoice(index, before, change);
  if (after === undefined) throw new Error('no choice');
  expect(address(after)).toBe('measure=cards-issued&per=year&by=area&from=2023&to=2024');
  expect(notPublished(index, wishAfter(index, before, change), after, words, 'en')).toBe(
    'Cards issued by year, area, and way of applying: not published. Shown instead: by year and area.',
  );
  expect(
    notPublished(
      index,
      readWish('per=month&by=channel,age'),
      chosen('per=month&by=channel,age'),
      words,
      'en',
    ),
  ).toBe(
    'Cards issued by month, way of applying, and age: not published. Shown instead: by year, way of applying, and age.',
  );
});

test('the form offers beside a choice only what is published with it', () => {
  expect(options('per=year&by=channel').and.map(({ value }) => value)).toEqual(['', 'age']);
  expect(options('per=year&by=channel').only.map(({ dimension }) => dimension)).toEqual(['age']);
  expect(options('per=year&by=channel,age').only).toEqual([]);
  expect(options('per=month&by=channel').levels.map(({ value }) => value)).toEqual(['month', 'year']);
  expect(options('per=year&by=channel,age').levels.map(({ value }) => value)).toEqual(['year']);
});

test('notTogether says what the second list leaves out and why, and nothing where it is whole', () => {
  const why = (query: string) => {
    const { and } = options(query);
    const offered = and.map(({ value }) => value);
    return notTogether(index, chosen(query), offered, words, 'en');
  };
  expect(why('per=year&by=channel')).toBe('Counts by way of applying and area are not published.');
  expect(why('per=year&by=area')).toBe('Counts by area and way of applying are not published.');
  expect(why('per=year&by=age')).toBe('');
  expect(why('per=year')).toBe('');
});

test('a breakdown that becomes a filter begins with all codes, and so does a filter that becomes a breakdown', () => {
  const some = chosen('per=year&by=channel,age&only-channel=online');
  expect(changeChoice(index, some, { by: ['age'] })?.only).toEqual([]);
  const filtered = chosen('per=year&by=age&only-channel=online');
  expect(changeChoice(index, filtered, { by: ['channel'] })?.by[0]?.codes).toEqual(['event', 'online']);
});

test('a change of the periods keeps breakdowns, codes and filters where they are published so', () => {
  const choice = chosen('per=month&by=channel&only-channel=online');
  expect(address(changeChoice(index, choice, { per: 'year' }) ?? choice)).toBe(
    'measure=cards-issued&per=year&by=channel&from=2023&to=2024&only-channel=online',
  );
});
