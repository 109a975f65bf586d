/** `npm run tally`: counts in a real PostgreSQL, and takes counts alone. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tallyCommand } from '../../../src/run/commands/tally-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { addressOf, openPostgres, type Postgres, serve } from '../../tallies/postgres.ts';

const PROGRAM = {
  id: 'rivertown-id',
  name: 'Rivertown ID',
  city: 'Rivertown',
  nature: 'real',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'confidential',
  period: { from: '2023-01', levels: ['quarter', 'year'] },
  dimensions: [
    {
      id: 'channel',
      label: 'Way',
      codes: [
        { code: 'counter', label: 'At the counter' },
        { code: 'online', label: 'Online' },
      ],
    },
    {
      id: 'age',
      label: 'Age',
      codes: [
        { code: 'young', label: 'Under 30' },
        { code: 'old', label: '30 and older' },
      ],
    },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'age'],
      people: true,
    },
  ],
  licence: { name: 'CC0', url: 'https://example.org/' },
};

/** 400 cards of 300 people; the names are those that no message may repeat. */
const CARDS = `
  create schema clerk;
  create table clerk."Cards" ("Issued" date, way text, birth_year integer, holder text);
  insert into clerk."Cards"
    select date '2024-01-01' + i % 366, case when i % 3 = 0 then 'C' else 'Online' end, 1950 + i % 60, 'Zanzibar ' || i % 300
    from generate_series(1, 400) as i;
  create view clerk.spoilt as select "Issued", case when holder like '%7' then 'cuonter' else way end as way, birth_year, holder from clerk."Cards";
`;

const SOURCE = {
  from: 'clerk.Cards',
  period: { day: 'Issued' },
  dimensions: {
    channel: 'way',
    age: { sql: "case when extract(year from \"Issued\") - birth_year < 30 then 'young' else 'old' end" },
  },
  codes: { channel: { C: 'counter' } },
  person: 'holder',
};

let postgres: Postgres;
let root: string;
let tallies: string;
beforeAll(async () => {
  postgres = await openPostgres();
  await postgres.exec(CARDS);
  root = await mkdtemp(join(tmpdir(), 'daylight-tally-'));
});
afterAll(async () => {
  await postgres.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  const folder = join(root, 'repository', 'programs', 'rivertown-id');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'program.json'), JSON.stringify(PROGRAM));
  tallies = join(root, 'tallies');
  await rm(tallies, { recursive: true, force: true });
  await mkdir(tallies);
});

async function tally(sources: object | string, ...args: string[]): Promise<{ code: number; said: string }> {
  await writeFile(
    join(tallies, 'sources.json'),
    typeof sources === 'string' ? sources : JSON.stringify(sources),
  );
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const repository = join(root, 'repository');
  const places = { repository, programs: join(repository, 'programs') };
  const code = await tallyCommand(
    ['rivertown-id', '--tallies', tallies, ...args],
    { ...pagelessEffects(), log: say, print: say },
    places,
  );
  return { code, said: lines.join('\n') };
}

const sourcesOf = (change: object = {}, more: object = {}) => ({
  database: postgres.address,
  measures: { 'cards-issued': { ...SOURCE, ...change } },
  ...more,
});

/** What nobody may read in a message. */
const TOLD = /zanzibar|cuonter|birth_year = /i;

describe('tallyCommand', () => {
  test('writes what the database counts, people too, and the counts add up', async () => {
    expect(await tally(sourcesOf())).toMatchObject({ code: 0 });
    const [header, ...rows] = (await readFile(join(tallies, 'cards-issued.csv'), 'utf8')).trim().split('\n');
    expect(header).toBe('period,channel,age,count,people');
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatch(/^2024-Q1,counter,old,\d+,\d+$/);
    expect(rows.reduce((sum, row) => sum + Number(row.split(',')[3]), 0)).toBe(400);
  });

  test('prints the SQL and asks nothing', async () => {
    const { code, said } = await tally(
      sourcesOf({}, { database: 'postgres://nobody@127.0.0.1:1/none' }),
      '--print-sql',
    );
    expect(code).toBe(0);
    expect(said).toContain('cast(extract(quarter from t."Issued") as integer) as "part"');
    expect(said).toContain('from "clerk"."Cards" as t');
    expect(said).toContain('count(distinct t."holder") as "people"');
    expect(await readdir(tallies)).toEqual(['sources.json']);
  });

  test('adds up values that stand for one code, and refuses to add up people', async () => {
    const codes = { channel: { C: 'counter', Online: 'counter' } };
    expect((await tally(sourcesOf({ codes }))).said).toContain('people behind them cannot be added up');
    expect(await readdir(tallies)).toEqual(['sources.json']);
  });

  test.each<readonly [string, object, string]>([
    [
      'a grouping by a key',
      { dimensions: { channel: 'holder', age: { sql: "'old'" } } },
      'each could be a person',
    ],
    [
      'values that are no codes, with the nearest',
      { from: 'clerk.spoilt' },
      'Near to declared ones: counter.',
    ],
    ['a table that is not there', { from: 'clerk.cards' }, 'There is no such table or view.'],
    ['a view without a column', { person: 'holders' }, 'A column is not there.'],
    ['an expression that is no SQL', { where: 'way = ' }, 'An expression is not SQL.'],
    [
      'two statements',
      { where: 'true; delete from clerk."Cards"; select \'Zanzibar\'' },
      'An expression is not SQL.',
    ],
    [
      'a value that cannot be read as a day',
      { period: { day: { sql: 'cast(holder as date)' } } },
      'The connection or the query failed',
    ],
    [
      'rows without a day',
      { period: { day: { sql: 'case when way = \'C\' then null else "Issued" end' } } },
      'Rows have no day',
    ],
  ])('refuses %s, writes nothing and repeats no value', async (_, change, says) => {
    const { code, said } = await tally(sourcesOf(change));
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
    expect(said.replaceAll('counter.', '')).not.toMatch(TOLD);
    expect(await readdir(tallies)).toEqual(['sources.json']);
  });

  test('can change nothing', async () => {
    await postgres.exec(
      'create function clerk.spoil() returns text as $$ delete from clerk."Cards"; select \'C\' $$ language sql',
    );
    const { code, said } = await tally(
      sourcesOf({ dimensions: { ...SOURCE.dimensions, channel: { sql: 'clerk.spoil()' } } }),
    );
    expect([code, said]).toEqual([1, expect.stringContaining('An expression tries to change something.')]);
    expect(await tally(sourcesOf())).toMatchObject({ code: 0 });
  });

  test('writes over a blank tally, and over one with rows only where that is meant', async () => {
    await writeFile(join(tallies, 'cards-issued.csv'), 'period,channel,age,count,people\n');
    expect(await tally(sourcesOf())).toMatchObject({ code: 0 });
    expect(await tally(sourcesOf())).toMatchObject({ code: 1, said: expect.stringContaining('--replace') });
    expect(await tally(sourcesOf(), '--replace')).toMatchObject({ code: 0 });
    await writeFile(join(tallies, 'cards-issued.xlsx'), 'PK');
    await rm(join(tallies, 'cards-issued.csv'));
    expect(await tally(sourcesOf(), '--replace')).toMatchObject({ code: 1 });
  });

  test.each<readonly [string, object, string]>([
    [
      'a password in the address',
      { database: 'postgres://clerk:hunter2@db.example/x' },
      'comes from PGPASSWORD',
    ],
    [
      'a password behind the address',
      { database: 'postgres://db.example/x?password=hunter2' },
      'comes from PGPASSWORD',
    ],
    ['another kind of database', { database: 'mysql://db.example/x' }, 'must begin with postgres://'],
    ['a measure that there is not', { measures: { cards: SOURCE } }, 'The program has no such measure.'],
    [
      'a dimension without a column',
      { measures: { 'cards-issued': { ...SOURCE, dimensions: { channel: 'way' } } } },
      'Nothing says which column has dimension "age".',
    ],
    [
      'nobody behind counts of people',
      { measures: { 'cards-issued': { ...SOURCE, person: undefined } } },
      'both or neither',
    ],
  ])('refuses sources.json with %s, and does not repeat it', async (_, change, says) => {
    const { code, said } = await tally(sourcesOf({}, change));
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
    expect(said).toMatch(/sources\.json:1:\d+: /);
    expect(said).not.toContain('hunter2');
  });
});

/** An answer of the server, with its length. */
const message = (kind: string, text: string) => {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(4 + text.length, 1);
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
};

describe('tallyCommand says once what is wrong with', () => {
  test.each<readonly [string, Buffer, string]>([
    [
      'a password',
      message('E', 'SFATAL\0C28P01\0Mpassword of Zanzibar is wrong\0\0'),
      'The server refused the name or the password.',
    ],
    ['a connection that is lost', Buffer.alloc(0), 'The connection or the query failed'],
    [
      'a server that speaks something else',
      Buffer.from('HTTP/1.1 400 Zanzibar\r\n\r\n'),
      'The connection or the query failed',
    ],
  ])('%s', async (_, answer, says) => {
    const server = await serve((socket) => void socket.end(answer));
    const { code, said } = await tally(sourcesOf({}, { database: addressOf(server) }));
    server.close();
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
    expect(said).not.toMatch(TOLD);
  });

  test('an address at which nothing answers', async () => {
    expect(await tally(sourcesOf({}, { database: 'postgres://clerk@127.0.0.1:1/x' }))).toMatchObject({
      code: 1,
      said: expect.stringContaining('Nothing answers at this address.'),
    });
  });
});

describe('a password of ~/.pgpass', () => {
  const RIGHT = 'correct-horse-battery';
  let guarded: Postgres;
  beforeAll(async () => {
    guarded = await openPostgres(RIGHT);
    await guarded.exec(CARDS);
    vi.stubEnv('PGPASSFILE', join(root, 'pgpass'));
    vi.stubEnv('PGPASSWORD', undefined);
  });
  afterAll(async () => {
    await guarded.close();
    vi.unstubAllEnvs();
  });
  const withPassword = async (password: string) => {
    const { hostname, port } = new URL(guarded.address);
    await writeFile(join(root, 'pgpass'), `${hostname}:${port}:postgres:postgres:${password}\n`, {
      mode: 0o600,
    });
    return await tally({ database: guarded.address, measures: { 'cards-issued': SOURCE } });
  };

  test('is read, and stands in no message', async () => {
    const { code, said } = await withPassword(RIGHT);
    expect(said).not.toContain(RIGHT);
    expect(code).toBe(0);
  });

  test('that is wrong is refused, and stands in no message', async () => {
    const { code, said } = await withPassword('wrong-horse');
    expect(said).toContain('The server refused the name or the password.');
    expect(said).not.toContain('wrong-horse');
    expect(code).toBe(1);
  });
});
