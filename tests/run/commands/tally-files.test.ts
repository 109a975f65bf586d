/** `npm run tally` over CSV, Parquet and JSON by DuckDB: the same counts of the same rows, and the same refusals. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tallyCommand } from '../../../src/run/commands/tally-command.ts';
import { duckdb } from '../../../src/tallies/sources/engine.ts';
import { loadDuckDb, queryFiles } from '../../../src/tallies/sources/query-files.ts';
import { writeQuery } from '../../../src/tallies/sources/write-query.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

const WAYS = ['01', '02'];
const PROGRAM = {
  id: 'rivertown-id',
  name: 'Rivertown ID',
  city: 'Rivertown',
  nature: 'real',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'confidential',
  period: { from: '2024-01', levels: ['quarter', 'year'] },
  dimensions: [
    { id: 'channel', label: 'Way', codes: WAYS.map((code) => ({ code, label: `Way ${code}` })) },
    { id: 'age', label: 'Age', codes: ['young', 'old'].map((code) => ({ code, label: code })) },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'age'],
      people: true,
      actsPerPerson: 1.3,
    },
  ],
  licence: { name: 'CC0', url: 'https://example.org/' },
};

/** 400 cards of 300 people in a year of 366 days; the names are those that no message may repeat. */
const CARDS = Array.from({ length: 400 }, (_, at) => ({
  issued: new Date(Date.UTC(2024, 0, 1 + (at % 366))).toISOString().slice(0, 10),
  way: WAYS[at % 3 === 0 ? 0 : 1] ?? '',
  birth_year: 1950 + (at % 60),
  holder: `Zanzibar ${at % 300}`,
}));
type Card = (typeof CARDS)[number];

const SOURCE = {
  period: { day: 'issued' },
  dimensions: {
    channel: 'way',
    age: { sql: "case when 2024 - cast(birth_year as integer) < 30 then 'young' else 'old' end" },
  },
  person: 'holder',
};

let root: string;
let tallies: string;
let said: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-files-'));
  tallies = join(root, 'tallies');
  said = [];
  for (const folder of [tallies, join(root, 'repository', 'programs', PROGRAM.id)])
    await mkdir(folder, { recursive: true });
  await writeFile(join(root, 'repository', 'programs', PROGRAM.id, 'program.json'), JSON.stringify(PROGRAM));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const csvOf = (rows: readonly Card[], separator = ',') =>
  [
    ['issued', 'way', 'birth_year', 'holder'],
    ...rows.map(({ issued, way, birth_year, holder }) => [issued, way, birth_year, holder]),
  ]
    .map((row) => `${row.join(separator)}\n`)
    .join('');

function parquetOf(rows: readonly Card[]): Uint8Array {
  const column = (name: keyof Card) => rows.map((row) => row[name]);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'issued', data: rows.map(({ issued }) => new Date(issued)), type: 'TIMESTAMP' },
        { name: 'way', data: column('way'), type: 'STRING' },
        { name: 'birth_year', data: column('birth_year'), type: 'INT32' },
        { name: 'holder', data: column('holder'), type: 'STRING' },
      ],
    }),
  );
}

async function tally(source: object, ...args: string[]): Promise<{ code: number; said: string }> {
  const sources = { database: 'duckdb', measures: { 'cards-issued': { ...SOURCE, ...source } } };
  await writeFile(join(tallies, 'sources.json'), JSON.stringify(sources));
  const say = (line: string) => void said.push(line);
  const repository = join(root, 'repository');
  const code = await tallyCommand(
    ['rivertown-id', '--tallies', tallies, ...args],
    { ...pagelessEffects(), log: say, print: say },
    { repository, programs: join(repository, 'programs') },
  );
  expect(said.join('\n')).not.toContain('Zanzibar');
  return { code, said: said.join('\n') };
}

/** What the tally must be, counted here without SQL. */
function counted(): string[] {
  const groups = new Map<string, Set<string> & { rows?: number }>();
  for (const { issued, way, birth_year, holder } of CARDS) {
    const quarter = `2024-Q${Math.ceil(Number(issued.slice(5, 7)) / 3)}`;
    const key = `${quarter},${way},${2024 - birth_year < 30 ? 'young' : 'old'}`;
    const group: Set<string> & { rows?: number } = groups.get(key) ?? new Set<string>();
    group.add(holder);
    group.rows = (group.rows ?? 0) + 1;
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => `${key},${group.rows},${group.size}`).sort();
}

test('tallyCommand over files without DuckDB says how to install it, and writes nothing', async () => {
  const found = await queryFiles(
    { folder: tallies, timeoutSeconds: 1 },
    { splitsDay: true, dimensions: [], withPeople: false, sql: '' },
    () => Promise.resolve(undefined),
  );
  expect(found).toMatchObject({ code: 'no-duckdb', fix: expect.stringContaining('npm install') });
});

test('--print-sql prints what would be asked of a file, and asks nothing', async () => {
  const { code, said: text } = await tally({ from: "o'neil/cards.csv" }, '--print-sql');
  expect(code).toBe(0);
  expect(text).toContain(
    `from read_csv('${join(tallies, "o''neil", 'cards.csv')}', all_varchar = true) as t`,
  );
  expect(text).toContain(
    `cast(extract(quarter from ${duckdb(tallies).day('t."issued"')}) as integer) as "part"`,
  );
});

test.each([
  ['cards.xlsx', 'The file is of no kind that is read.'],
  ['cards-issued.csv', 'The file is named as the tally is that would be written.'],
])('sources.json that names %s is refused', async (from, says) => {
  const { code, said: text } = await tally({ from });
  expect(text).toContain(says);
  expect(code).toBe(1);
});

const hasDuckDb = (await loadDuckDb()) !== undefined;

describe.skipIf(!hasDuckDb)('with DuckDB, tallyCommand', () => {
  test.each([
    ['DATE', "date '2024-01-31'"],
    ['TIMESTAMP', "timestamp '2024-01-31 23:30:00'"],
    ['TIMESTAMP WITH TIME ZONE', "timestamptz '2024-01-31 23:30:00+00'"],
    ['VARCHAR', "'2024-01-31T23:30:00Z'"],
  ])('a day of type %s is one day, and dates are read as no times', async (type, value) => {
    const { day } = duckdb(tallies);
    const read = async (sql: string) => {
      const duckDb = await loadDuckDb();
      const connection = await (await duckDb?.DuckDBInstance.create(':memory:'))?.connect();
      const statements = await connection?.extractStatements(sql);
      return (await (await statements?.prepare(0))?.runAndReadAll())?.getRows() ?? [];
    };
    const from = `from (select ${value} as d from range(2)) as t`;
    expect(await read(`select typeof(d), cast(${day('d')} as varchar) ${from}`)).toEqual(
      Array(2).fill([type, '2024-01-31']),
    );
    const column = `from (select d from (values (${value}), (null)) as v(d)) as t`;
    const [[, plan = '']] = (await read(`explain select ${day('d')} as day ${column} order by 1`)) as [
      [string, string],
    ];
    if (type === 'DATE') expect(plan).not.toContain('TIMESTAMP');
    expect(plan).not.toContain('CASE');
  });

  test.each<readonly [string, () => string | Uint8Array]>([
    ['rows.csv', () => csvOf(CARDS)],
    ['rows.tsv', () => csvOf(CARDS, '\t')],
    ['rows.parquet', () => parquetOf(CARDS)],
    ['rows.json', () => JSON.stringify(CARDS)],
    ['rows.ndjson', () => CARDS.map((card) => `${JSON.stringify(card)}\n`).join('')],
  ])('counts the rows of %s', async (name, make) => {
    await writeFile(join(tallies, name), make());
    const { code, said: text } = await tally({ from: name });
    expect(text).toContain('rows.');
    expect(code).toBe(0);
    const [header, ...rows] = (await readFile(join(tallies, 'cards-issued.csv'), 'utf8')).trim().split('\n');
    expect(header).toBe('period,channel,age,count,people');
    expect(rows.sort()).toEqual(counted());
    expect((await readdir(tallies)).sort()).toEqual(['cards-issued.csv', name, 'sources.json'].sort());
  });

  test('counts the rows of several files of one kind', async () => {
    await writeFile(join(tallies, 'rows-1.csv'), csvOf(CARDS.slice(0, 150)));
    await writeFile(join(tallies, 'rows-2.csv'), csvOf(CARDS.slice(150)));
    expect(await tally({ from: 'rows-*.csv' })).toMatchObject({ code: 0 });
    const [, ...rows] = (await readFile(join(tallies, 'cards-issued.csv'), 'utf8')).trim().split('\n');
    expect(rows.sort()).toEqual(counted());
  });

  test.each<readonly [string, object, string]>([
    [
      'groups that are people',
      { dimensions: { ...SOURCE.dimensions, channel: 'holder' } },
      'so each could be a person',
    ],
    ['a column that is not there', { person: 'nobody' }, 'A column is not there'],
    ['a file that is not there', { from: 'nowhere.csv' }, 'The file is not there'],
    ['a day that is none', { period: { day: 'holder' } }, 'A value cannot be read as what it is used as'],
    [
      'a day and what is none',
      { period: { day: { sql: "t.issued || ' Zanzibar'" } } },
      'A value cannot be read as what it is used as',
    ],
    ['an expression that is no SQL', { where: 'way =' }, 'An expression is not SQL'],
    ['a second statement', { where: '1 = 1 group by 1, 2, 3, 4; select 1' }, 'An expression is not SQL'],
    [
      'an expression that reads another folder',
      { where: "way in (select content from read_text('/etc/hostname'))" },
      'An expression reads something besides the file',
    ],
    ['values that are no codes', { codes: { channel: { '01': 'nowhere' } } }, 'no code of the program'],
  ])('refuses %s, and writes nothing', async (_, source, says) => {
    await writeFile(join(tallies, 'rows.csv'), csvOf(CARDS));
    const { code, said: text } = await tally({ from: 'rows.csv', ...source });
    expect(text).toContain(says);
    expect(code).toBe(1);
    expect((await readdir(tallies)).sort()).toEqual(['rows.csv', 'sources.json']);
  });

  test('stops a query that takes too long', async () => {
    await writeFile(join(tallies, 'rows.csv'), csvOf(CARDS));
    const slow = '(select sum(a.range * b.range) from range(10000000) a, range(100000) b) > 0';
    const query = writeQuery(
      { ...SOURCE, from: 'rows.csv', where: slow, codes: {} },
      'quarter',
      ['channel', 'age'],
      duckdb(tallies),
    );
    const found = await queryFiles({ folder: tallies, timeoutSeconds: 1 }, query);
    expect(found).toMatchObject({ message: 'The query took too long and was stopped.' });
  });
});
