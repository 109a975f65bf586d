/** What the one query of a measure brings over the wire, by a real PostgreSQL. */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POSTGRES } from '../../src/tallies/sources/engine.ts';
import { groupsOf } from '../../src/tallies/sources/group-limits.ts';
import { writeQuery } from '../../src/tallies/sources/write-query.ts';

let postgres: PGlite;
beforeAll(async () => {
  postgres = await PGlite.create();
  await postgres.exec(
    `create table cards as select date '2024-01-01' + i % 366 as day, 'way-' || i % 3 as way, 'person-' || i as holder
     from generate_series(1, 400) as s(i)`,
  );
});
afterAll(() => postgres.close());

/** Rows as they come. */
async function ask(column: string, where?: string): Promise<unknown[][]> {
  const source = { from: 'cards', period: { day: 'day' }, dimensions: { channel: column }, where };
  const { sql } = writeQuery(source as never, 'quarter', ['channel'], POSTGRES);
  return (await postgres.query<unknown[]>(sql, [], { rowMode: 'array' })).rows;
}
const texts = (rows: readonly unknown[][]) =>
  rows.map((row) => row.map((one) => (one === null ? null : String(one))));

test('the query brings the groups, and beside each numbers of all of them', async () => {
  const rows = texts(await ask('way'));
  expect(rows).toHaveLength(12);
  expect(new Set(rows.map((row) => row.slice(0, 3).join()))).toEqual(new Set(['400,12,3']));
  const groups = groupsOf(rows, 1);
  expect(groups).toHaveLength(12);
  expect(groups).toContainEqual(['2024', '1', 'way-0', expect.stringMatching(/^\d+$/)]);
});

test('of groups that could be people none travels', async () => {
  const rows = await ask('holder');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('person-');
  expect(groupsOf(texts(rows), 1)).toMatchObject({ code: 'group-per-row' });
});

test('where no row counts there are no groups', async () => {
  expect(groupsOf(texts(await ask('way', 'false')), 1)).toEqual([]);
});

test('groupsOf takes nothing where an answer has not all the groups of which it tells', async () => {
  const rows = texts(await ask('way'));
  expect(groupsOf(rows.slice(1), 1)).toMatchObject({ code: 'groups-missing' });
});
