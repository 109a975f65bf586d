/** Releases of a program that keeps a docket: what is listed, what is withheld, and what is refused. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatCells } from '../../../src/formats/cube-file.ts';
import { cellKey } from '../../../src/program/cell.ts';
import { BALANCE_COLUMNS } from '../../../src/release/balance.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { DOCKET_PROGRAM, docketTallies, OTHER_HOUSEHOLD } from '../docket-town.ts';
import { buildTown, filesIn, inTown, release, releasesOf, type Town } from '../town.ts';

let town: Town;
let made: Release;
let said: { code: number; said: string };
const folderOf = ({ folder }: Town) => join(folder, 'releases', '2024-Q2');

beforeAll(async () => {
  town = await buildTown(DOCKET_PROGRAM, docketTallies());
  said = await release(town, ['old-ferry', '--id', '2024-Q2']);
  const read = await readRelease(folderOf(town));
  if (!read.ok) throw new Error(`${said.said}\n${JSON.stringify(read.problems)}`);
  made = read.value;
});

function line(...codes: string[]) {
  return made.requests?.balance.find((cell) => cellKey(cell.codes) === cellKey(codes));
}

describe('a release with a docket', () => {
  test('lists the bulk request by name with what happened to it, and no other', () => {
    expect(said.code).toBe(0);
    expect(made.requests?.docket).toMatchObject([
      { request: 'bulk', people: 300, outcome: 'declined', outcomeAsOf: '2024-04-30', daysToAnswer: 106 },
    ]);
    expect(made.requests?.events.map(({ kind }) => kind)).toEqual(['statement', 'closed']);
  });

  test('shows the totals, and hides of which kind the request about two people was', () => {
    expect(line('2024-Q1', 'all', '_T', 'received')?.count).toBe(12);
    expect(line('2024-Q2', 'all', '_T', 'closed')?.count).toBe(1);
    expect(line('2024-Q2', 'all', '_T', 'open_at_end')?.count).toBe(11);
    expect(line('2024-Q1', 'instrument', 'search_warrant', 'received')?.status).toBe('c');
    expect(line('2024-Q1', 'requester', 'local_police', 'received')?.status).toBe('c');
    expect(line('_T', 'instrument', 'search_warrant', 'received')?.status).toBe('c');
    expect(line('2024-Q1', 'instrument', 'administrative_subpoena', 'received')?.count ?? 1).toBe(1);
  });

  test('no cube says 0 of what the register has: every count is of all requests', () => {
    const cell = (measure: string, codes: string) =>
      made.cubes.get(measure)?.find((one) => cellKey(one.codes) === codes);
    expect(cell('legal-requests-received', '2024-Q1|_T|_T')?.count).toBe(12);
    expect(cell('legal-requests-received', '2024-Q1|_T|federal_immigration')?.count ?? 1).toBe(1);
    expect(cell('legal-requests-closed', '2024-Q2|_T|_T|declined|_T')?.count ?? 1).toBe(1);
    expect(line('2024-Q1', 'requester_with_page', 'federal_immigration', 'received')?.count).toBe(1);
  });

  test('prints the certificate of a zero that is published', () => {
    const cell = line('2024-Q1', 'instrument', 'civil_investigative_demand', 'received');
    expect(made.requests?.zeros).toHaveLength(cell?.count === 0 ? 1 : 0);
  });

  test('holds no word of a request without a page', async () => {
    const files = await filesIn(folderOf(town));
    for (const [, text] of files) expect(text).not.toMatch(/zebra|household/);
  });

  test('is the same byte for byte when another small request stands in its place', async () => {
    await inTown(
      async (other) => {
        await release(other, ['old-ferry', '--id', '2024-Q2']);
        expect(await filesIn(folderOf(other))).toEqual(await filesIn(folderOf(town)));
      },
      DOCKET_PROGRAM,
      OTHER_HOUSEHOLD,
    );
  });
});

describe('readRelease', () => {
  async function tamper(path: string, change: (text: string) => string): Promise<readonly string[]> {
    return await inTown(
      async (copy) => {
        const folder = folderOf(copy);
        await cp(folderOf(town), folder, { recursive: true });
        await writeFile(join(folder, path), change(await readFile(join(folder, path), 'utf8')));
        const read = await readRelease(folder);
        return read.ok ? [] : read.problems.map(({ message }) => message);
      },
      DOCKET_PROGRAM,
      docketTallies(),
    );
  }

  test('refuses a balance sheet with another number in it', async () => {
    const problems = await tamper('requests/balance.csv', (text) =>
      text.replace('2024-Q1,all,_T,received,12', '2024-Q1,all,_T,received,13'),
    );
    expect(problems.join()).toContain('not the one that docket and cubes give');
  });

  test('refuses cubes that do not balance, though the sheet repeats them', async () => {
    const wrong = (made.requests?.balance ?? []).map((cell) =>
      cellKey(cell.codes) === '2024-Q1|all|_T|open_at_end' ||
      cellKey(cell.codes) === '2024-Q2|all|_T|open_at_start'
        ? { ...cell, count: (cell.count ?? 0) + 1 }
        : cell,
    );
    const problems = await inTown(
      async (copy) => {
        const folder = folderOf(copy);
        await cp(folderOf(town), folder, { recursive: true });
        const cube = join(folder, 'cubes/legal-requests-open.csv');
        await writeFile(
          cube,
          (await readFile(cube, 'utf8')).replace('2024-Q1,_T,_T,12,', '2024-Q1,_T,_T,13,'),
        );
        await writeFile(
          join(folder, 'requests/balance.csv'),
          formatCells(BALANCE_COLUMNS, wrong, { nature: 'real' }),
        );
        const read = await readRelease(folder);
        return read.ok ? [] : read.problems.map(({ message }) => message);
      },
      DOCKET_PROGRAM,
      docketTallies(),
    );
    expect(problems.join()).toContain('do not give what is open at the end');
  });

  test.each([
    [
      'an outcome that its events do not give',
      'requests/docket.csv',
      'declined',
      'duplicate',
      'does not follow from the events',
    ],
    [
      'an event of no listed request',
      'requests/events.csv',
      'bulk,2024-01-20',
      'bull,2024-01-20',
      'not where its request stands',
    ],
  ])('refuses %s', async (_, path, from, to, message) => {
    expect((await tamper(path, (text) => text.replace(from, to))).join()).toContain(message);
  });
});

test('a docket with a fault is refused with its place, and nothing is written', async () => {
  const broken = docketTallies({ 'legal-request-events.csv': ['bulk,2024-04-30,closed,,,,,,'] });
  await inTown(
    async (other) => {
      const { code, said: words } = await release(other, ['old-ferry', '--id', '2024-Q2']);
      expect(code).toBe(1);
      expect(words).toContain(
        'legal-request-events.csv:2: outcome: The request is closed, but there is no outcome.',
      );
      expect(await releasesOf(other)).toEqual([]);
    },
    DOCKET_PROGRAM,
    broken,
  );
});
