/** `npm run new`: from a workbook, or from answers alone, to a program of which a release can be tried. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseCommand } from '../../../src/run/commands/release-command.ts';
import { makeWorkbook, workbookOfCsv } from '../../input/make-workbook.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { filesIn } from '../town.ts';
import { ANSWERS, answer, answering, begin, places, put, root, tallies, written } from './begin-program.ts';

/** Four quarters, two ways, and an age that has few people of one kind. */
const WAYS = ['At the counter', 'Online'];
const AGES = ['18 to 24', '25 to 64', '65+'];
const CSV = [
  'period,Channel,Age,count',
  ...['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].flatMap((period, quarter) =>
    WAYS.flatMap((way, at) =>
      AGES.map((age, band) => `${period},${way},${age},${100 - 40 * band + 7 * quarter - 15 * at}`),
    ),
  ),
].join('\n');

describe('newCommand with a workbook', () => {
  test('proposes dimensions, codes and the tables that it can carry, and a release can be tried', async () => {
    await put('cards-issued.xlsx', workbookOfCsv(CSV));
    const { code, said } = await answer(ANSWERS);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`npm run release -- rivertown-id --tallies ${tallies} --id 2024-Q4 --dry-run`),
    ]);
    expect(said).toContain('"look", its name, sign and colour, and "contact", who answers questions.');
    const program = await written();
    expect(program).toMatchObject({
      $schema: '../../../docs/program.schema.json',
      standing: 'Published by the Rivertown City Clerk.',
      period: { from: '2024-01', levels: ['quarter', 'year'] },
      dimensions: [
        { id: 'channel', codes: [{ code: 'at-the-counter', label: 'At the counter' }, { code: 'online' }] },
        { id: 'age', codes: [{ code: '18-to-24' }, { code: '25-to-64' }, { code: '65', label: '65+' }] },
      ],
      measures: [{ id: 'cards-issued', dimensions: ['channel', 'age'], absentRows: 'zero' }],
    });
    expect(program.tables.map(({ id }: { id: string }) => id)).toContain('cards-issued-by-quarter-channel');
    expect(said).toContain('Cards issued by quarter and way of applying');
    const lines: string[] = [];
    const effects = {
      ...pagelessEffects(),
      log: () => undefined,
      print: (line: string) => void lines.push(line),
    };
    const dryRun = ['rivertown-id', '--tallies', tallies, '--id', '2024-Q4', '--dry-run'];
    expect(await releaseCommand(dryRun, effects, places)).toBe(0);
    expect(lines.at(-1)).toBe('Dry run: the attack found nothing, and nothing was written.');
  });

  test('leaves out a table of which more than a third would be withheld, and says so', async () => {
    const small = CSV.replaceAll(/,(\d+)$/gm, (_, count: string) => `,${Number(count) % 5}`);
    await put(
      'cards-issued.xlsx',
      workbookOfCsv(`${small}\n2023-Q4,Online,65+,900\n2023-Q4,At the counter,18 to 24,900`),
    );
    const { code, said } = await answer(ANSWERS);
    expect(code).toBe(0);
    expect(said).toMatch(/by quarter, way of applying and age +(\d+ +\d+|refused) +left out/);
    expect((await written()).tables.map(({ id }: { id: string }) => id)).not.toContain(
      'cards-issued-by-quarter-channel-age',
    );
  });

  test.each([
    [
      'a row per person',
      ['period', 'card', 'count'],
      (at: number) => ['2024-01', `x${at}`, 1],
      'The column is nothing to split counts by',
    ],
    ['names', ['period', 'Client', 'count'], () => ['2024-01', 'Maria Lopez', 1], 'names of people'],
    ['no period', ['when', 'count'], () => ['2024-01', 1], 'The column "period" is missing.'],
    [
      'periods in no form',
      ['period', 'count'],
      () => ['spring', 1],
      'The column has no period that Daylight knows.',
    ],
  ])('refuses %s, writes nothing and repeats no value', async (_, header, row, says) => {
    const rows = [header, ...Array.from({ length: 60 }, (_, at) => row(at))];
    await put('cards-issued.xlsx', makeWorkbook([{ name: 'A', rows }]));
    const { code, said } = await answer(ANSWERS);
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
    expect(said).not.toMatch(/Maria|x12|spring/);
    expect([...(await filesIn(places.programs)).keys()]).toEqual([]);
  });
});

test('newCommand takes areas that are called like people, and no column of people', async () => {
  const areas = ['Rogers Park', 'Lincoln Square', 'Albany Grove', 'Harbor Point'];
  const rows = (people: boolean) =>
    ['2024-Q1', '2024-Q2'].flatMap((period, at) =>
      areas.map((area, place) => [
        period,
        people ? `${area} ${'Junior Senior'.split(' ')[at]}` : area,
        40 + place,
      ]),
    );
  const book = (people: boolean) =>
    makeWorkbook([{ name: 'A', rows: [['period', 'area', 'count'], ...rows(people)] }]);
  await put('cards-issued.xlsx', book(true));
  expect(await answer(ANSWERS)).toMatchObject({ code: 1, said: expect.stringContaining('names of people') });
  await put('cards-issued.xlsx', book(false));
  expect(await answer(ANSWERS)).toMatchObject({ code: 0 });
  const codes: { code: string; label: string }[] = (await written()).dimensions[0].codes;
  expect(codes).toContainEqual({ code: 'rogers-park', label: 'Rogers Park' });
  // A tally may stand in the order of its counts.
  expect(codes.map(({ label }) => label)).toEqual(codes.map(({ label }) => label).toSorted());
});

describe('newCommand without tallies', () => {
  test('makes a program of the answers, with areas from a file, and blank inputs', async () => {
    await writeFile(join(root, 'areas.csv'), 'area,district\nOld Town,East\nHarbor,East\nMill,West\n');
    const ways = [{ label: 'Online', keeps: 'Everything', until: 'Three years', leavesRecords: 'yes' }];
    const more = {
      ways,
      ages: ['18 to 24'],
      areas: join(root, 'areas.csv'),
      measures: ['cards-issued', 'records-held'],
      periods: 'month',
      from: '2023-07',
      docket: true,
    };
    expect(await answer({ ...ANSWERS, ...more })).toMatchObject({ code: 0 });
    const program = await written();
    expect(program.dimensions[2].codes).toEqual([
      { code: 'east', label: 'East', level: 'district' },
      { code: 'west', label: 'West', level: 'district' },
      { code: 'old-town', label: 'Old Town', level: 'area', parents: { districts: 'east' } },
      { code: 'harbor', label: 'Harbor', level: 'area', parents: { districts: 'east' } },
      { code: 'mill', label: 'Mill', level: 'area', parents: { districts: 'west' } },
    ]);
    expect(program).toMatchObject({
      period: { from: '2023-07', levels: ['month', 'quarter', 'year'] },
      channels: [{ id: 'online', accordingTo: 'Rivertown City Clerk' }],
    });
    const files = await filesIn(tallies);
    expect(files.get('records-held.csv')).toBe('period,channel,age,area,count\n');
    expect([...files.keys()].sort()).toEqual([
      'cards-issued.csv',
      'certified-zeros.csv',
      'legal-request-events.csv',
      'legal-requests.csv',
      'records-held.csv',
      'secret.key',
    ]);
  });

  test('makes a program of an office that keeps totals of its requests alone', async () => {
    expect(await answer({ ...ANSWERS, measures: [], docket: 'totals' })).toMatchObject({ code: 0 });
    expect(await written()).toMatchObject({
      docket: { from: 'totals' },
      period: { levels: ['quarter', 'year'] },
    });
    const files = await filesIn(tallies);
    expect(files.get('legal-request-totals.csv')).toBe('period,instrument,requester,outcome,count\n');
    expect([...files.keys()].sort()).toEqual(['legal-request-totals.csv', 'secret.key']);
  });

  test('begins sources.json where a database counts, and no blank tallies', async () => {
    const ways = [{ label: 'Online', keeps: 'Everything', until: 'Three years', leavesRecords: 'yes' }];
    const database = 'postgres://daylight@db.example.org/cards';
    const more = { ways, measures: ['cards-issued', 'records-held'], docket: 'totals', database };
    const { code, said } = await answer({ ...ANSWERS, ...more });
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`npm run tally -- rivertown-id --tallies ${tallies}`),
    ]);
    const files = await filesIn(tallies);
    expect([...files.keys()].sort()).toEqual(['legal-request-totals.csv', 'secret.key', 'sources.json']);
    expect(JSON.parse(files.get('sources.json') ?? '')).toEqual({
      database,
      measures: {
        'cards-issued': {
          from: 'public.cards_issued',
          period: { day: 'day' },
          dimensions: { channel: 'channel' },
        },
        'records-held': {
          from: 'public.records_held',
          period: { code: 'period' },
          dimensions: { channel: 'channel' },
        },
      },
    });
  });

  test('refuses the address of a database that has a password, and writes nothing', async () => {
    const database = 'postgres://daylight:hunter2@db.example.org/cards';
    const { code, said } = await answer({ ...ANSWERS, measures: ['cards-issued'], database });
    expect([code, said]).toEqual([1, expect.stringContaining('The address has a password in it')]);
    expect(said).not.toContain('hunter2');
    expect([...(await filesIn(places.programs)).keys(), ...(await filesIn(tallies)).keys()]).toEqual([
      'secret.key',
    ]);
  });

  test('tells requests apart by year where asked to, and else says what that would hide less', async () => {
    const totals = { ...ANSWERS, measures: [], docket: 'totals' };
    const { said } = await answer(totals);
    expect(said).toContain('by year alone hides less: "docket": { ..., "breakdown": "year" }');
    await rm(join(places.programs, 'rivertown-id'), { recursive: true });
    const asked = await answer({ ...totals, requestsBy: 'year' });
    expect(asked.said).not.toContain('hides less');
    expect((await written()).docket).toEqual({ from: 'totals', breakdown: 'year' });
  });

  test('asks a person, question by question', async () => {
    const asked: string[] = [];
    const ask = answering({ 'In which ways': 'Counter; Online', 'From which': '2024-01' }, asked);
    expect(await begin(['rivertown-id', '--tallies', tallies], ask)).toMatchObject({ code: 0 });
    expect(asked).toContain('Online: what is kept?');
    expect(asked).toContain('The card and its figures are');
    expect(asked).toContain('Of legal requests for its records the office keeps');
    expect(await written()).toMatchObject({
      nature: 'real',
      channels: [{ id: 'counter' }, { id: 'online' }],
    });
  });

  test('refuses answers with faults by their place, and a person who is not there', async () => {
    const { code, said } = await answer({ ...ANSWERS, nmae: 'x', docket: 'no' });
    expect([code, said]).toEqual([1, expect.stringContaining('answers.json:1:')]);
    expect(said).toContain('nmae: There is no such key.');
    expect(await begin(['rivertown-id', '--tallies', tallies])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--answers FILE'),
    });
  });

  test('writes over nothing, and no tallies into the repository', async () => {
    const folder = join(places.programs, 'rivertown-id');
    await mkdir(folder);
    expect(await answer(ANSWERS)).toMatchObject({
      code: 1,
      said: expect.stringContaining(
        `is not written over. Choose another name, or remove the folder ${folder}: nothing was released from it.`,
      ),
    });
    await mkdir(join(folder, 'releases', '2024-Q4'), { recursive: true });
    expect((await answer(ANSWERS)).said).toMatch(/is not written over\. Choose another name\.$/);
    expect(await begin(['other', '--tallies', places.programs])).toMatchObject({
      code: 1,
      said: expect.stringContaining('lies inside the repository'),
    });
    expect(await begin(['other', '--tallies', join(root, 'nowhere')])).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no folder'),
    });
    expect(await begin(['Other City', '--tallies', tallies])).toMatchObject({ code: 2 });
  });
});
