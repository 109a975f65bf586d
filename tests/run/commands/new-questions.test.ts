/** `npm run new` at the terminal: what follows from an answer is asked, what does not is not, and all of it reaches `program.json`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { expect, test } from 'vitest';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { answering, begin, put, root, tallies, written } from './begin-program.ts';

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
const AREAS = ['Hill', 'Lake', 'Mill', 'Port'];
const TALLY = [
  'period,channel,area,count',
  ...QUARTERS.flatMap((period, quarter) =>
    ['Counter', 'Online'].flatMap((way, at) =>
      AREAS.map((area, place) => `${period},${way},${area},${100 + quarter * 7 + at * 31 + place * 3}`),
    ),
  ),
].join('\n');

const args = () => ['rivertown-id', '--tallies', tallies];

test('totals of half-years that tell nothing apart: neither quarters nor a breakdown are asked of them', async () => {
  const asked: string[] = [];
  const said = { 'Of legal requests': 'totals', 'The totals are of': 'half-year', 'tell requests apart': [] };
  await put('cards-issued.csv', TALLY);
  expect(await begin(args(), answering(said, asked))).toMatchObject({ code: 0 });
  expect(asked).not.toContain('Who asks, by what means and what came of it is told');
  const { docket, period } = await written();
  expect(docket).toEqual({ from: 'totals', by: [], period: 'half-year' });
  expect(period.levels).toEqual(['quarter', 'half-year', 'year']);
});

test('a breakdown that is offered is of the periods that were chosen', async () => {
  await put('cards-issued.csv', TALLY);
  const said = { 'Of legal requests': 'totals', 'Who asks, by what means': 'quarter' };
  const halves = await begin(args(), answering({ ...said, 'The totals are of': 'half-year' }));
  expect(halves.said).toContain('Requests are told apart by half-year and by year.');
});

test('months that a tally leaves out whole are named in the question, and below where they are nobody', async () => {
  const asked: string[] = [];
  await put('cards-issued.csv', TALLY.replaceAll(/^2024-Q2.*\n/gm, ''));
  const { said } = await begin(args(), answering({}, asked));
  const gap = 'cards-issued.csv has no row at all for 2024-04, 2024-05, 2024-06';
  expect(asked).toContain(`A row that a tally leaves out means (${gap})`);
  expect(said).toContain(`${gap}: nobody was counted then`);
});

test('first days of quarters leave no month out', async () => {
  const asked: string[] = [];
  const days = { Q1: '01-01', Q2: '04-01', Q3: '07-01', Q4: '10-01' };
  await put(
    'cards-issued.csv',
    TALLY.replaceAll(/2024-(Q\d)/g, (_, quarter: 'Q1') => `2024-${days[quarter]}`),
  );
  await begin(args(), answering({}, asked));
  expect(asked).toContain('A row that a tally leaves out means');
});

test('an office without requests is not asked about them', async () => {
  const asked: string[] = [];
  await put('cards-issued.csv', TALLY);
  expect(await begin(args(), answering({}, asked))).toMatchObject({ code: 0 });
  expect(asked.filter((question) => /totals|Who asks/.test(question))).toEqual([]);
  expect((await written()).docket).toBeUndefined();
});

test('districts of a file become codes with a name, and tables by district are proposed', async () => {
  const file = join(root, 'areas.csv');
  await writeFile(file, 'area,district\nHill,North\nLake,North\nMill,South\nPort,South\n');
  await put('cards-issued.csv', TALLY);
  const { code, said } = await begin(args(), answering({ 'in which district each area lies': file }));
  expect([code, said]).toEqual([0, expect.stringContaining('Cards issued by quarter and district')]);
  const { dimensions, tables } = await written();
  const area = dimensions.find(({ id }: { id: string }) => id === 'area');
  expect(area).toMatchObject({ levels: { district: 'District' } });
  expect(area.codes.slice(0, 3)).toEqual([
    { code: 'north', label: 'North', level: 'district' },
    { code: 'south', label: 'South', level: 'district' },
    { code: 'hill', label: 'Hill', level: 'area', parents: { districts: 'north' } },
  ]);
  const split = tables.map(({ levels }: { levels: Record<string, string> }) => levels.area);
  expect(new Set(split)).toEqual(new Set([undefined, 'district', 'area']));
});

test('of a way that leaves nothing it is not asked for how long, and one that came later has its first month', async () => {
  const asked: string[] = [];
  const said = {
    'Online: do records': 'yes',
    'Online: what is kept?': 'Name and address',
    'Online: for how long?': 'One year',
    'Online: since when': '2024-01',
  };
  await put('cards-issued.csv', TALLY);
  expect(await begin(args(), answering(said, asked))).toMatchObject({ code: 0 });
  expect(asked).not.toContain('Counter: for how long?');
  expect((await written()).channels).toMatchObject([
    { id: 'counter', leavesRecords: 'no' },
    { id: 'online', keeps: 'Name and address', until: 'One year', opened: '2024-01', leavesRecords: 'yes' },
  ]);
});

test('of a tally that counts people apart, how many acts stand for one person is asked, and reaches program.json', async () => {
  const asked: string[] = [];
  const [header = '', ...rows] = TALLY.split('\n');
  await put('cards-issued.csv', [`${header},people`, ...rows.map((row) => `${row},90`)].join('\n'));
  expect(await begin(args(), answering({ 'stand for one person': '1.5' }, asked))).toMatchObject({ code: 0 });
  expect(asked.filter((question) => question.includes('one person'))).toHaveLength(1);
  expect((await written()).measures).toMatchObject([{ people: true, actsPerPerson: 1.5 }]);
});

test('what is typed is asked to be of its form at the question, not refused after the last one', async () => {
  const schemas = new Map<string, z.ZodType<string>>();
  const ask = answering({
    'In which ways': 'Counter',
    'From which': '2024-01',
    'The address': 'postgres://a@b/c',
    'The office has': 'postgres',
  });
  const noting: Ask = {
    ...ask,
    text: (question, options) => {
      if (options.schema !== undefined) schemas.set(question, options.schema);
      return ask.text(question, options);
    },
  };
  expect(await begin(args(), noting)).toMatchObject({ code: 0 });
  const wrong = [...schemas].map(([question, schema]) => [question, schema.safeParse('June 2024').success]);
  expect(wrong.filter(([, isTaken]) => isTaken)).toEqual([]);
  expect([...schemas.keys()]).toEqual(
    expect.arrayContaining([
      'From which month on?',
      'Counter: since when, if it came later than the card?',
      expect.stringContaining('The address of the database'),
      expect.stringContaining('A file of the areas'),
    ]),
  );
});
