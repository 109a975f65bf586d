/** `npm run tally` with the password of a file: it is read, and no message repeats it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openPostgres, type Postgres } from '../../tallies/postgres.ts';
import { CARDS, openRivertown, SOURCE, tallyFrom } from './rivertown.ts';

const RIGHT = 'correct-horse-battery';
let guarded: Postgres;
let root: string;
beforeAll(async () => {
  guarded = await openPostgres(RIGHT);
  await guarded.exec(CARDS);
  root = await mkdtemp(join(tmpdir(), 'daylight-password-'));
  vi.stubEnv('PGPASSFILE', join(root, 'pgpass'));
  vi.stubEnv('PGPASSWORD', undefined);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await guarded.close();
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  await openRivertown(root);
});

async function withPassword(password: string): Promise<{ code: number; said: string }> {
  const { hostname, port } = new URL(guarded.address);
  const line = `${hostname}:${port}:postgres:postgres:${password}\n`;
  await writeFile(join(root, 'pgpass'), line, { mode: 0o600 });
  return tallyFrom(root, { database: guarded.address, measures: { 'cards-issued': SOURCE } });
}

test('a password of ~/.pgpass is read, and stands in no message', async () => {
  const { code, said } = await withPassword(RIGHT);
  expect(said).not.toContain(RIGHT);
  expect(code).toBe(0);
});

test('one that is wrong is refused, and stands in no message', async () => {
  const { code, said } = await withPassword('wrong-horse');
  expect(said).toContain('The server refused the name or the password.');
  expect(said).not.toContain('wrong-horse');
  expect(code).toBe(1);
});
