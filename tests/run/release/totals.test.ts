/** Requests of which the office keeps totals alone: counted and protected like a docket of which nobody knows about whom it asks. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { publishedRelease } from '../../../src/witness/published.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { docketTallies, HEADERS } from '../docket-town.ts';
import { PROGRAM_OF_TOTALS, readMade, TOTALS_FILE, TOTALS_HEADER, totalsTallies } from '../totals-town.ts';
import { buildTown, copyTown, filesIn, PROGRAM, release, releasesOf, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];

/** Ten requests of the press, of which nine were closed; two warrants of the police, one of which was. */
const ROWS = [
  '2024-Q1,public_records_request,press,received,10',
  '2024-Q1,search_warrant,local_police,received,2',
  '2024-Q1,public_records_request,press,disclosed_in_part,6',
  '2024-Q2,public_records_request,press,declined,3',
  '2024-Q2,search_warrant,local_police,disclosed_in_full,1',
  '2024-Q2,_T,_T,received,0',
  '2024-Q3,public_records_request,press,received,7',
];

/** The same requests one by one, in a docket that does not know about how many people each asks. */
function sameDocket(): Readonly<Record<string, string>> {
  const requests: string[] = [];
  const events: string[] = [];
  const add = (
    count: number,
    day: string,
    requester: string,
    instrument: string,
    ends: readonly string[][],
  ) => {
    for (let at = 0; at < count; at += 1) {
      const id = `${requester.replaceAll('_', '-')}-${day.slice(5, 7)}-${at}`;
      requests.push(`${id},${day},${requester},An agency,${instrument},Clerk,office,office,Papers,,,,`);
      const [closedOn, outcome = ''] = ends[at] ?? [];
      if (closedOn === undefined) continue;
      if (outcome.startsWith('disclosed')) events.push(`${id},${closedOn},disclosed,application_data,,,,,`);
      events.push(`${id},${closedOn},closed,,,${outcome},,,`);
    }
  };
  const press = [
    ...Array.from({ length: 6 }, () => ['2024-03-01', 'disclosed_in_part']),
    ...Array.from({ length: 3 }, () => ['2024-05-01', 'declined']),
  ];
  add(10, '2024-02-01', 'press', 'public_records_request', press);
  add(2, '2024-02-02', 'local_police', 'search_warrant', [['2024-06-01', 'disclosed_in_full']]);
  add(7, '2024-08-01', 'press', 'public_records_request', []);
  const tallies = docketTallies({
    'legal-requests.csv': requests,
    'legal-request-events.csv': events,
    'certified-zeros.csv': [],
  });
  const { 'certified-zeros.csv': _, ...kept } = tallies;
  return kept;
}

let first: Town;
beforeAll(async () => {
  first = await buildTown(PROGRAM_OF_TOTALS, totalsTallies(ROWS));
  expect(await release(first, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(async () => await rm(first.root, { recursive: true, force: true }));

/** How a first release ends of totals with these rows. */
async function endOf(
  rows: readonly string[],
  program: object = PROGRAM_OF_TOTALS,
  header = TOTALS_HEADER,
): Promise<{ code: number; said: string }> {
  const town = await buildTown(program, totalsTallies(rows, header));
  try {
    const ended = await release(town, ['old-ferry', '--id', FIRST]);
    if (ended.code !== 0) expect(await releasesOf(town)).toEqual([]);
    return ended;
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

test('totals count and hide what a docket does of which nobody knows about whom it asks', async () => {
  const town = await buildTown({ ...PROGRAM, docket: {} }, sameDocket());
  try {
    expect(await release(town, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
    const [totals, docket] = [await readMade(first, FIRST), await readMade(town, FIRST)];
    const tables = new Set(totals.declaration.tables.map(({ id }) => id));
    expect(tables).not.toContain('legal-requests-closed-by-quarter-left');
    const received = 'legal-requests-received';
    const ofDocket = totals.cubes.get(received)?.filter(({ codes }) => !codes.includes('subpoena'));
    expect(ofDocket).toEqual(docket.cubes.get(received));
    expect(totals.cubes.get('legal-requests-open')).toEqual(docket.cubes.get('legal-requests-open'));
    const hidden = totals.cubes.get(received)?.filter(({ status }) => status === 'c');
    expect(hidden?.map(({ codes }) => codes.join('|'))).toContain('2024-Q1|_T|local_police');
    const at = (codes: string) =>
      totals.cubes.get('legal-requests-closed')?.find((cell) => cell.codes.join('|') === codes)?.count;
    expect(at('2024-Q1|_T|_T|disclosed_in_part|_T')).toBe(6);
    expect(at('_T|_T|_T|_T|_T')).toBe(10);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
});

test('a release of totals lists nothing, adds up, and says so itself', async () => {
  const made = await readMade(first, FIRST);
  const files = [...(await filesIn(join(first.folder, 'releases', FIRST))).keys()];
  expect(files.filter((path) => path.startsWith('requests/'))).toEqual(['requests/balance.csv']);
  expect(made.declaration.requests).toBe('totals');
  expect(made.requests).toMatchObject({ docket: [], events: [], zeros: [] });
  const lines = new Map(made.requests?.balance.map(({ codes, count }) => [codes.join('|'), count]));
  expect([...lines.keys()].filter((key) => key.includes('with_page'))).toEqual([]);
  expect(
    ['open_at_start', 'received', 'closed', 'open_at_end'].map((line) => lines.get(`2024-Q2|all|_T|${line}`)),
  ).toEqual([6, 0, 4, 2]);
});

test('whoever attacks the published files proves nothing, on a disk and in a browser', async () => {
  const folder = join(first.folder, 'releases', FIRST);
  expect(await attackCommand([folder], { ...pagelessEffects(), log: () => {}, print: () => {} })).toBe(0);
  const published = await publishedRelease((path) => readFile(join(folder, path)));
  expect(published.requests).toBeNull();
});

describe('a release is refused', () => {
  test.each([
    [
      'where more is disclosed than was received, at its row',
      [ROWS[0], '2024-Q2,_T,_T,received,0', '2024-Q1,public_records_request,press,disclosed_in_full,11'],
      `${TOTALS_FILE}:4: count: By the end of 2024-Q1 more requests are closed, or disclosed, than had come in`,
    ],
    [
      'where more of one requester is closed than came of it',
      [ROWS[0], ROWS[1], '2024-Q2,_T,_T,received,0', '2024-Q1,search_warrant,local_police,declined,3'],
      `${TOTALS_FILE}:5: count: By the end of 2024-Q1 more requests of instrument search_warrant are closed, or disclosed`,
    ],
    [
      'where a quarter has no row',
      [ROWS[0]],
      `${TOTALS_FILE}: 2024-Q2: No row tells how many requests were received in 2024-Q2`,
    ],
    [
      'where a total and its parts disagree, at their rows',
      [ROWS[0], '2024-Q1,_T,_T,received,11', '2024-Q2,_T,_T,received,0'],
      `${TOTALS_FILE}:2: count: The rows given for "Requests received", 2024-Q1 and`,
    ],
    [
      'where requests are not told apart by what is to be told',
      ['2024-Q1,_T,press,received,10', '2024-Q2,_T,_T,received,0'],
      `${TOTALS_FILE}: 2024-Q1: The requests that were received in 2024-Q1 are not told apart by instrument.`,
    ],
    [
      'of a count that is withheld, with a remedy that totals have',
      ['2024-Q1,search_warrant,state,received,<11'],
      `${TOTALS_FILE}:2: count: The count was withheld or is not known at the source. What the rows of a period leave out is nobody,`,
    ],
    [
      'of a row that is of both kinds',
      ['2024-Q1,search_warrant,state,_T,3', '2024-Q2,_T,_T,received,0'],
      `${TOTALS_FILE}:2: outcome: The row is of requests that came in and of requests that were closed at once.`,
    ],
    [
      'of an instrument that is misspelt, whose words are the same for every program',
      ['2024-Q1,search_warant,state,received,3'],
      'The nearest is search_warrant. Use _T or one of: ',
    ],
    ['of a half-year', ['2024-H1,search_warrant,state,received,3'], `${TOTALS_FILE}:2: period:`],
  ])('%s', async (_, rows, says) => {
    const { code, said } = await endOf(rows.map(String));
    expect(said).toContain(says);
    expect(said).not.toContain('declare the code in program.json');
    expect(said).not.toContain('absentRows');
    expect(said).not.toContain('=_T');
    expect(code).toBe(1);
  });

  test('where a docket lies beside the totals', async () => {
    const town = await buildTown(PROGRAM_OF_TOTALS, {
      ...totalsTallies(ROWS),
      'legal-requests.csv': `${HEADERS['legal-requests.csv']}\n`,
    });
    const { code, said } = await release(town, ['old-ferry', '--id', FIRST]);
    await rm(town.root, { recursive: true, force: true });
    expect(said).toContain('legal-requests.csv: The file is of a docket');
    expect(code).toBe(1);
  });

  test('where "by" stands beside a docket', async () => {
    const { said } = await endOf(ROWS, { ...PROGRAM, docket: { by: ['outcome'] } });
    expect(said).toContain('Take "by" out');
  });

  test('where closed requests are to be told apart by more than all are', async () => {
    const { said } = await endOf(ROWS, {
      ...PROGRAM,
      docket: { from: 'totals', by: ['outcome'], closedBy: ['requester'] },
    });
    expect(said).toContain('"closedBy" names "requester", which "by" does not.');
  });

  test('where a later one would say otherwise what was published', async () => {
    const town = await copyTown(first);
    const changed = ROWS.with(0, '2024-Q1,public_records_request,press,received,11');
    await writeFile(join(town.folder, 'tallies', TOTALS_FILE), `${[TOTALS_HEADER, ...changed].join('\n')}\n`);
    const { code, said } = await release(town, ['old-ferry', '--id', SECOND]);
    const found = await releasesOf(town);
    await rm(town.root, { recursive: true, force: true });
    expect(said).toContain(
      `${TOTALS_FILE}:2: count: Release 2024-Q2 published 12 for "Requests received", 2024-Q1; it would be 13. The rows are on lines 2, 3. Look for what changed in the totals of requests since then.`,
    );
    expect([code, found]).toEqual([1, [FIRST]]);
  });
});

test('a correction is carried whole, listed with its reason, and marked', async () => {
  const town = await copyTown(first);
  const batch = join(town.folder, 'tallies', 'corrections');
  await mkdir(batch);
  await writeFile(
    join(batch, TOTALS_FILE),
    `${TOTALS_HEADER}\n2024-Q1,public_records_request,press,received,16\n`,
  );
  await writeFile(join(batch, 'reason.txt'), 'A bundle of letters was found.\n');
  const { said, code } = await release(town, ['old-ferry', '--id', SECOND]);
  expect(said).not.toContain('waits');
  expect(code).toBe(0);
  const made = await readMade(town, SECOND);
  await rm(town.root, { recursive: true, force: true });
  expect(made.changes).toContainEqual({
    measure: 'legal-requests-received',
    cell: '2024-Q1|_T|_T',
    before: '12',
    after: '18',
    reason: 'A bundle of letters was found.',
  });
  const line = made.requests?.balance.find(({ codes }) => codes.join('|') === '2024-Q1|all|_T|received');
  expect(line).toMatchObject({ count: 18, status: 'r', note: 'A bundle of letters was found.' });
});
