/** What was published of the docket stays: a run that would say it otherwise is refused with request, field, old and new. */

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCKET_PROGRAM, docketTallies, PRESS, row } from '../docket-town.ts';
import { buildTown, copyTown, release, releasesOf, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];

let first: Town;
beforeAll(async () => {
  first = await buildTown(DOCKET_PROGRAM, docketTallies());
  expect(await release(first, ['old-ferry', '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(async () => await rm(first.root, { recursive: true, force: true }));

/** How the second release ends from a docket of which some files have these rows. */
async function endOf(
  changed: Parameters<typeof docketTallies>[0],
  program: object = DOCKET_PROGRAM,
): Promise<{ code: number; said: string }> {
  const town = await copyTown(first);
  try {
    await writeFile(join(town.folder, 'program.json'), JSON.stringify(program));
    for (const [name, text] of Object.entries(docketTallies(changed)))
      await writeFile(join(town.folder, 'tallies', name), text);
    const ended = await release(town, ['old-ferry', '--id', SECOND]);
    if (ended.code !== 0) expect(await releasesOf(town)).toEqual([FIRST]);
    return ended;
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

const BULK = row(
  'bulk',
  '2024-01-15',
  'federal_immigration',
  'administrative_subpoena',
  '300',
  'All online applications',
);
const ZEBRA = row('zebra', '2024-03-01', 'local_police', 'search_warrant', '2', 'Papers of a household');
const SAID = 'bulk,2024-01-20,statement,,,,Clerk,A subpoena has come.,Notice of the clerk';
const requests = (...rows: string[]) => ({ 'legal-requests.csv': [...rows, ...PRESS] });

describe('a release is refused', () => {
  test.each([
    [
      'without a listed request',
      { ...requests(ZEBRA), 'legal-request-events.csv': ['zebra,2024-03-05,acknowledged,,,,,,'] },
      ['requests/docket.csv: Release 2024-Q2 lists request "bulk"; it would not stand any more.'],
    ],
    [
      'with another agency',
      requests(BULK.replace('Agency of the state', 'Border Service'), ZEBRA),
      [
        'requests/docket.csv: agency: Release 2024-Q2 says "Agency of the state" of request "bulk"; it would say "Border Service".',
      ],
    ],
    [
      'with another outcome',
      { 'legal-request-events.csv': [SAID, 'bulk,2024-04-30,closed,,,duplicate,,,'] },
      [
        'requests/docket.csv: outcome: Release 2024-Q2 says "declined" of request "bulk"; it would say "duplicate".',
        'requests/events.csv: outcome: Release 2024-Q2 says "declined" of what happened to request "bulk" on 2024-04-30 (closed); it would say "duplicate".',
      ],
    ],
    [
      'with a listed request more in a closed quarter',
      requests(BULK, ZEBRA, row('wren', '2024-03-02', 'state', 'court_order', '60', 'A list')),
      [
        'requests/docket.csv: Release 2024-Q2 closed its day and does not list request "wren"; it would be new.',
      ],
    ],
    [
      'with a listed request that had no page',
      requests(BULK, ZEBRA.replace(',2,', ',60,')),
      [
        'requests/docket.csv: Release 2024-Q2 closed its day and does not list request "zebra"; it would be new.',
      ],
    ],
    [
      'with a request more in a closed quarter that would be counted',
      requests(BULK, ZEBRA, row('quail', '2024-03-02', 'state', 'court_order', '1', 'A list')),
      [
        'cubes/legal-requests-received.csv: count: Release 2024-Q2 published 12 for "Requests received", 2024-Q1; it would be 13.',
      ],
    ],
  ])('%s', async (_, changed, messages) => {
    const { code, said } = await endOf(changed);
    expect(code).toBe(1);
    for (const message of messages) expect(said).toContain(message);
  });

  test('where k rises above the people of a listed request', async () => {
    const { code, said } = await endOf({}, { ...DOCKET_PROGRAM, k: 301 });
    expect(code).toBe(1);
    expect(said).toContain(
      'requests/docket.csv: Release 2024-Q2 lists request "bulk"; it would not stand any more.',
    );
    expect(said).not.toMatch(/zebra|household/);
  });

  test('and repeats no field of a request without a page, be it one that had a page', async () => {
    const { code, said } = await endOf({
      ...requests(BULK.replace(',300,', ',3,').replace('All online', 'Secret'), ZEBRA),
    });
    expect(code).toBe(1);
    expect(said).toContain('Release 2024-Q2 lists request "bulk"');
    expect(said).not.toMatch(/Secret|"3"|zebra|household/);
  });
});

test('new states, requests and certificates of the quarter that opens are no corrections', async () => {
  const { code, said } = await endOf({
    ...requests(BULK, ZEBRA, row('lark', '2024-08-02', 'state', 'court_order', '60', 'A list')),
    'legal-request-events.csv': [
      SAID,
      'bulk,2024-04-30,closed,,,declined,,,',
      'bulk,2024-07-30,statement,,,,Clerk,The agency may go to court.,Notice of the clerk',
      'zebra,2024-03-05,acknowledged,,,,,,',
      'zebra,2024-07-05,closed,,,declined,,,',
    ],
  });
  expect([code, said]).toEqual([0, expect.stringContaining('Nothing published before changes.')]);
});
