/** By what totals of requests tell them apart: all that is asked for, less of closed ones, or only by the year. */
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readMade, totalsTallies } from '../totals-town.ts';
import { buildTown, PROGRAM, release } from '../town.ts';

test('what the office does not tell apart is published in total', async () => {
  const town = await buildTown(
    { ...PROGRAM, docket: { from: 'totals', by: ['instrument'] } },
    totalsTallies(
      ['2024-Q1,search_warrant,received,9', '2024-Q1,_T,closed,4', '2024-Q2,_T,received,0'],
      'period,instrument,outcome,count',
    ),
  );
  expect(await release(town, ['old-ferry', '--id', '2024-Q2'])).toMatchObject({ code: 0 });
  const made = await readMade(town, '2024-Q2');
  await rm(town.root, { recursive: true, force: true });
  const requests = made.declaration.tables.filter(({ measure }) => measure.startsWith('legal-requests'));
  expect(requests.map(({ id }) => id)).toEqual([
    'legal-requests-received-by-quarter-signature',
    'legal-requests-received-by-quarter-instrument',
    'legal-requests-received-by-year-signature',
    'legal-requests-received-by-year-instrument',
    'legal-requests-closed-by-quarter',
    'legal-requests-closed-by-year',
    'legal-requests-open-by-quarter',
    'legal-requests-open-by-year',
  ]);
  const open = made.cubes.get('legal-requests-open') ?? [];
  expect(open.map(({ codes, count }) => [codes[0], count])).toEqual([
    ['2024-Q1', 5],
    ['2024-Q2', 5],
  ]);
});

test('closures of which nobody knows who asked leave the requesters of what came in', async () => {
  const rows = ['2024-Q1,subpoena,press,received,9', '2024-Q1,_T,_T,declined,6', '2024-Q2,_T,_T,received,0'];
  const docket = { from: 'totals', closedBy: ['outcome'] };
  const town = await buildTown({ ...PROGRAM, docket }, totalsTallies(rows));
  const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q2']);
  const made = code === 0 ? await readMade(town, '2024-Q2') : undefined;
  await rm(town.root, { recursive: true, force: true });
  expect(said).not.toContain('not told apart');
  const tables = made?.declaration.tables.map(({ id }) => id);
  expect(tables).toContain('legal-requests-received-by-quarter-requester');
  expect(tables).toContain('legal-requests-closed-by-quarter-outcome');
  expect(tables).not.toContain('legal-requests-closed-by-quarter-requester');
  expect(tables).not.toContain('legal-requests-open-by-quarter-requester');
  expect(made?.declaration.relations.map(({ id }) => id)).toContain('requests-balance');
  expect(made?.declaration.relations.map(({ id }) => id)).not.toContain('requests-balance-by-requester');
  const lines = new Map(made?.requests?.balance.map(({ codes, count }) => [codes.join('|'), count]));
  expect(lines.get('2024-Q1|requester|press|received')).toBe(9);
  expect(lines.get('2024-Q1|instrument|subpoena|received')).toBe(9);
  expect(lines.has('2024-Q1|requester|press|closed')).toBe(false);
});

/** The town's tallies end in September; a release to December needs a row of its last quarter. */
function untilDecember(...told: Parameters<typeof totalsTallies>): Readonly<Record<string, string>> {
  const tallies = totalsTallies(...told);
  return { ...tallies, 'applications.csv': `${tallies['applications.csv']}2024-Q4,event,90\n` };
}

test('few requests are told apart by the year', async () => {
  const rows = ['2024-Q1,_T,_T,received,3', '2024-Q2,_T,_T,received,5', '2024-Q3,_T,_T,received,0'];
  const year = ['2024,search_warrant,_T,received,8', '2024,_T,press,received,8'];
  const town = await buildTown(
    { ...PROGRAM, docket: { from: 'totals', breakdown: 'year' } },
    untilDecember([...rows, '2024-Q4,_T,_T,received,0', ...year]),
  );
  const { said, code } = await release(town, ['old-ferry', '--id', '2024-Q4']);
  const made = code === 0 ? await readMade(town, '2024-Q4') : undefined;
  await rm(town.root, { recursive: true, force: true });
  expect(said).not.toContain('legal-request-totals');
  const at = (codes: string) =>
    made?.cubes.get('legal-requests-received')?.find((cell) => cell.codes.join('|') === codes)?.count;
  expect(at('2024|search_warrant|_T')).toBe(8);
  expect(at('2024|_T|state')).toBe(0);
});

test('a quarter of which the total says nobody is told apart too, where the others are', async () => {
  const rows = [
    '2024-Q1,search_warrant,state,received,30',
    // By the year nothing of closed requests is told by requester, and nobody need know it.
    '2024-Q1,search_warrant,_T,declined,12',
    '2024-Q2,_T,_T,received,0',
    '2024-Q3,court_order,press,received,20',
    '2024-Q4,_T,_T,received,0',
    '2024-Q4,_T,_T,closed,0',
  ];
  const town = await buildTown(
    { ...PROGRAM, docket: { from: 'totals', breakdown: 'year' } },
    untilDecember(rows),
  );
  const { said, code } = await release(town, ['old-ferry', '--id', '2024-Q4']);
  const made = code === 0 ? await readMade(town, '2024-Q4') : undefined;
  await rm(town.root, { recursive: true, force: true });
  expect(said).not.toContain('not told apart');
  const at = (measure: string, codes: string) =>
    made?.cubes.get(measure)?.find((cell) => cell.codes.join('|') === codes)?.count;
  expect(at('legal-requests-received', '2024|search_warrant|_T')).toBe(30);
  expect(at('legal-requests-received', '2024|_T|press')).toBe(20);
  expect(at('legal-requests-closed', '2024|_T|_T|declined|_T')).toBe(12);
});
