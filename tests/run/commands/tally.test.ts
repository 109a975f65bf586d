/** `npm run tally`: counts in a real PostgreSQL, and takes counts alone. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addressOf, openPostgres, type Postgres, serve } from '../../tallies/postgres.ts';
import { CARDS, openRivertown, SOURCE, tallyFrom } from './rivertown.ts';

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
  ({ tallies } = await openRivertown(root));
});

const tally = (sources: object | string, ...args: string[]) => tallyFrom(root, sources, ...args);

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
