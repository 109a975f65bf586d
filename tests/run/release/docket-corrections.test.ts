/** Corrections of the docket: carried whole where old and new together keep the promise, listed, and marked; or not at all. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellKey } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { DOCKET_PROGRAM, docketTallies, HEADERS, PRESS, row } from '../docket-town.ts';
import { buildTown, copyTown, filesIn, release, releasesOf, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const REASON = 'A stamp was read wrongly.';
const [REQUESTS, EVENTS, ZEROS] = [
  'legal-requests.csv',
  'legal-request-events.csv',
  'certified-zeros.csv',
] as const;

const BULK = row(
  'bulk',
  '2024-01-15',
  'federal_immigration',
  'administrative_subpoena',
  '300',
  'All online applications',
);
const ZEBRA = row('zebra', '2024-03-01', 'local_police', 'search_warrant', '2', 'Papers of a household');
const WREN = row('wren', '2024-03-02', 'state', 'court_order', '60', 'A list of applicants');
const SAID = 'bulk,2024-01-20,statement,,,,Clerk,A subpoena has come.,Notice of the clerk';
const DECLINED = 'bulk,2024-04-30,closed,,,declined,,,';
const ACKNOWLEDGED = 'zebra,2024-03-05,acknowledged,,,,,,';
const ZERO = '2024-Q1,civil_investigative_demand,_T,2024-04-10,Clerk,2025-04-10';

type Batch = Readonly<Record<string, readonly string[]>>;

/** A request that was late, one whose day and outcome were wrong, and a certificate that was signed wrongly. */
const WRONG: Batch = {
  [REQUESTS]: [
    BULK.replace('2024-01-15', '2024-01-16').replace('Agency of the state', 'Border Service'),
    WREN,
  ],
  [EVENTS]: ['bulk,2024-04-30,closed,,,duplicate,,,', 'wren,2024-08-01,closed,,,declined,,,'],
  [`removed/${EVENTS}`]: [DECLINED],
};

let first: Town;
let plain: Town;
let carried: Town;
beforeAll(async () => {
  first = await buildTown(DOCKET_PROGRAM, docketTallies());
  expect(await release(first, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
  plain = await copyTown(first);
  expect(await release(plain, ['old-ferry', '--id', SECOND])).toMatchObject({ code: 0 });
  carried = await copyTown(first);
  await writeBatch(carried, WRONG);
  expect(await release(carried, ['old-ferry', '--id', SECOND])).toMatchObject({
    code: 0,
    said: expect.not.stringContaining('waits'),
  });
});
afterAll(async () => {
  for (const { root } of [first, plain, carried]) await rm(root, { recursive: true, force: true });
});

/** Rows by the file below `corrections/` in which they stand. */
async function writeBatch(town: Town, batch: Batch): Promise<void> {
  const folder = join(town.folder, 'tallies', 'corrections');
  for (const [path, rows] of Object.entries(batch)) {
    const header = HEADERS[path.replace('removed/', '') as keyof typeof HEADERS];
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${[header, ...rows].join('\n')}\n`);
  }
  await writeFile(join(folder, 'reason.txt'), `${REASON}\n`);
}

async function inCopy<T>(town: Town, work: (copy: Town) => Promise<T>): Promise<T> {
  const copy = await copyTown(town);
  return await work(copy).finally(() => rm(copy.root, { recursive: true, force: true }));
}

async function read(town: Town, id: string): Promise<Release> {
  const found = await readRelease(join(town.folder, 'releases', id));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

async function attack(town: Town, id: string): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = await attackCommand([join(town.folder, 'releases', id)], effects);
  return { code, said: lines.join('\n') };
}

const told = ({ changes }: Release, files: string) =>
  changes
    .filter(({ measure }) => measure.startsWith(files))
    .map(({ measure, cell, before, after }) => `${measure} ${cell}: ${before} > ${after}`);

describe('a batch of the docket that is carried', () => {
  test('lists every field and row that differs, with one reason', async () => {
    const made = await read(carried, SECOND);
    expect(told(made, 'requests/').filter((line) => !line.startsWith('requests/balance'))).toEqual([
      'requests/docket bulk|received: 2024-01-15 > 2024-01-16',
      'requests/docket bulk|agency: Agency of the state > Border Service',
      'requests/docket bulk|outcome: declined > duplicate',
      'requests/docket bulk|days_to_answer: 106 > 105',
      'requests/docket wren:  > listed',
      'requests/events bulk|2024-04-30|closed|outcome: declined > duplicate',
    ]);
    expect(new Set(made.changes.map(({ reason }) => reason))).toEqual(new Set([REASON]));
  });

  test('lists the counts that follow, in the cubes and on the balance sheet', async () => {
    const made = await read(carried, SECOND);
    expect(told(made, 'legal-requests-received')).toContain('legal-requests-received 2024-Q1|_T|_T: 12 > 13');
    expect(told(made, 'requests/balance')).toContain('requests/balance 2024-Q1|all|_T|received: 12 > 13');
  });

  test('marks what it corrected and nothing else', async () => {
    const { requests } = await read(carried, SECOND);
    expect(requests?.docket.map(({ request, note }) => [request, note])).toEqual([
      ['bulk', REASON],
      ['wren', REASON],
    ]);
    expect(requests?.events.map(({ request, kind, note }) => [request, kind, note])).toEqual([
      ['bulk', 'statement', ''],
      ['bulk', 'closed', REASON],
      ['wren', 'closed', ''],
    ]);
    const lines = new Map(requests?.balance.map((line) => [cellKey(line.codes), line]));
    expect(lines.get('2024-Q1|all|_T|received')).toMatchObject({ count: 13, status: 'r', note: REASON });
    expect(lines.get('2024-Q3|all|_T|received')).toMatchObject({ status: '', note: '' });
  });

  test('can be attacked by anybody, and is condemned where a row of changes.csv is gone', async () => {
    expect(await attack(carried, SECOND)).toMatchObject({ code: 0 });
  });

  test('is followed by releases from the corrected docket, in which the rows stay marked', async () => {
    await inCopy(carried, async (town) => {
      const tallies = join(town.folder, 'tallies');
      await rm(join(tallies, 'corrections'), { recursive: true });
      const corrected = docketTallies({
        [REQUESTS]: [...(WRONG[REQUESTS] ?? []), ZEBRA, ...PRESS],
        [EVENTS]: [SAID, ...(WRONG[EVENTS] ?? []), ACKNOWLEDGED],
      });
      for (const name of [REQUESTS, EVENTS]) await writeFile(join(tallies, name), corrected[name] ?? '');
      const made = await release(town, ['old-ferry', '--id', `${SECOND}-r1`]);
      expect(made.code, made.said).toBe(0);
      const third = await read(town, `${SECOND}-r1`);
      expect(third.changes).toEqual([]);
      expect(third.requests?.docket.map(({ note }) => note)).toEqual([REASON, REASON]);
    });
  });

  test('is refused again while the docket itself stays as it was', async () => {
    await inCopy(carried, async (town) => {
      const { code, said } = await release(town, ['old-ferry', '--id', `${SECOND}-r1`]);
      expect(code).toBe(1);
      expect(said).toContain('says "Border Service" of request "bulk"; it would say "Agency of the state"');
    });
  });
});

describe('a batch of the docket', () => {
  test('takes away a request that was never received, with all that happened to it', async () => {
    await inCopy(first, async (town) => {
      await writeBatch(town, { [`removed/${REQUESTS}`]: [BULK] });
      const ended = await release(town, ['old-ferry', '--id', SECOND]);
      expect(ended.code, ended.said).toBe(0);
      const made = await read(town, SECOND);
      expect(made.requests?.docket).toEqual([]);
      expect(told(made, 'requests/docket')).toEqual(['requests/docket bulk: listed > ']);
      expect(told(made, 'requests/events')).toHaveLength(2);
    });
  });

  test('takes back a certificate', async () => {
    await inCopy(first, async (town) => {
      const [before] = (await read(town, FIRST)).requests?.zeros ?? [];
      expect(before).toBeDefined();
      await writeBatch(town, {
        [`removed/${ZEROS}`]: [ZERO],
        [ZEROS]: [ZERO.replace('Clerk', 'City Clerk')],
      });
      const ended = await release(town, ['old-ferry', '--id', SECOND]);
      expect(ended.code, ended.said).toBe(0);
      const made = await read(town, SECOND);
      expect(told(made, '')).toEqual([
        'requests/certified-zeros 2024-Q1|civil_investigative_demand|_T|2024-04-10|signed_by: Clerk > City Clerk',
      ]);
      expect(made.requests?.zeros).toMatchObject([{ signedBy: 'City Clerk', note: REASON }]);
    });
  });
});

describe('a batch of the docket that waits', () => {
  test.each<[string, Batch]>([
    [
      'one request about few people in a quarter whose total is published',
      { [REQUESTS]: [row('quail', '2024-03-02', 'state', 'court_order', '1', 'A list')] },
    ],
    [
      'the same beside one that has a page',
      { [REQUESTS]: [WREN, row('quail', '2024-03-02', 'state', 'court_order', '1', 'A list')] },
    ],
    ['a request without a page that was never received', { [`removed/${REQUESTS}`]: [ZEBRA] }],
    [
      'a field of a request without a page',
      { [REQUESTS]: [ZEBRA.replace('Papers of a household', 'A photograph')] },
    ],
  ])('leaves the release as it is without one, byte for byte: %s', async (_, batch) => {
    await inCopy(first, async (town) => {
      await writeBatch(town, batch);
      const made = await release(town, ['old-ferry', '--id', SECOND]);
      expect(made.code, made.said).toBe(0);
      expect(made.said).toContain('The batch of corrections waits');
      expect(await filesIn(join(town.folder, 'releases'))).toEqual(
        await filesIn(join(plain.folder, 'releases')),
      );
    });
  });
});

describe('a batch of the docket is refused', () => {
  test.each<[string, Batch, RegExp]>([
    [
      'that gives a counted request a page',
      { [REQUESTS]: [ZEBRA.replace(',2,', ',200,')] },
      /zebra: A release has counted the request without a page/,
    ],
    [
      'that takes the page of a request away',
      { [REQUESTS]: [BULK.replace(',300,', ',3,')] },
      /bulk: A release has given the request a page/,
    ],
    [
      'that contradicts a certificate which stays',
      { [REQUESTS]: [WREN.replace('court_order', 'civil_investigative_demand')] },
      /certified-zeros\.csv:2: period: The docket has a request of which/,
    ],
  ])('%s', async (_, batch, message) => {
    await inCopy(first, async (town) => {
      await writeBatch(town, batch);
      const { code, said } = await release(town, ['old-ferry', '--id', SECOND]);
      expect([code, await releasesOf(town)]).toEqual([1, [FIRST]]);
      expect(said).toMatch(message);
    });
  });

  test('beside a docket that was rewritten', async () => {
    await inCopy(first, async (town) => {
      await writeBatch(town, { [REQUESTS]: [WREN] });
      const rewritten = docketTallies({
        [REQUESTS]: [BULK.replace('Agency of', 'Office of'), ZEBRA, ...PRESS],
      });
      await writeFile(join(town.folder, 'tallies', REQUESTS), rewritten[REQUESTS] ?? '');
      const { code, said } = await release(town, ['old-ferry', '--id', SECOND]);
      expect(code).toBe(1);
      expect(said).toContain('agency: Release 2024-Q2 says "Agency of the state" of request "bulk"');
    });
  });
});
