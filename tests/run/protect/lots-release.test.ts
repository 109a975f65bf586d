// Releases drawn by lot, from tallies to the attack: a hidden count of 1 to k-1 is never the only reason why anything is hidden.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackReleases, openTrial } from '../../../src/run/release/attack-release.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { SOME_KEY } from '../../some-key.ts';
import { buildTown, PROGRAM, release, type Town } from '../town.ts';

const ID = '2024-Q2';
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
const pool = await openPool(1);
const towns: Town[] = [];
afterAll(() => Promise.all(towns.map(({ root }) => rm(root, { recursive: true, force: true }))));

/** Of one measure without dimensions, by these periods. */
function programOf(kind: 'flow' | 'stock', tallies: 'public' | 'confidential', periods: readonly string[]) {
  const { dimensions: _none, ...measure } = { ...PROGRAM.measures[0], id: 'records-held', kind };
  return {
    ...PROGRAM,
    tallies,
    sources: [{ title: 'Nobody' }],
    period: { from: '2024-01', levels: periods },
    dimensions: [],
    measures: [{ ...measure, dimensions: [] }],
    tables: periods.map((period) => ({
      id: `by-${period}`,
      measure: 'records-held',
      title: `By ${period}`,
      levels: { period },
    })),
    relations: [],
    notes: [],
    releases: [ID],
  };
}

/** Makes the release of these counts by month; the key lies beside tallies that are a secret. */
async function releaseOf(
  kind: 'flow' | 'stock',
  tallies: 'public' | 'confidential',
  periods: readonly string[],
  counts: readonly number[],
) {
  const text = `period,count\n${counts.map((count, at) => `${MONTHS[at]},${count}\n`).join('')}`;
  const inside = tallies === 'public' ? { 'records-held.csv': text } : {};
  const town = await buildTown(programOf(kind, tallies, periods), inside);
  towns.push(town);
  const office = join(town.root, 'tallies');
  await mkdir(office);
  await writeFile(join(office, 'records-held.csv'), text);
  await writeFile(join(office, 'secret.key'), SOME_KEY, { mode: 0o600 });
  const own = tallies === 'public' ? [] : ['--tallies', office];
  return { town, ...(await release(town, [PROGRAM.id, '--id', ID, ...own])) };
}

async function sealedIn(town: Town): Promise<Release> {
  const read = await readRelease(join(town.folder, 'releases', ID));
  if (!read.ok) throw new Error('the release cannot be read');
  return read.value;
}

const cellsIn = ({ cubes }: Release) => cubes.get('records-held') ?? [];
const hiddenIn = (one: Release) => cellsIn(one).flatMap(({ codes, status }) => (status === 'c' ? codes : []));

/** As it stands but for these cells, which are hidden; it says that lots were drawn. */
function hiding(one: Release, periods: readonly string[]): Release {
  const hide = (cell: PublishedCell): PublishedCell =>
    periods.includes(cell.codes[0] as string) ? { ...cell, count: null, status: 'c' } : cell;
  return { ...one, cubes: new Map([['records-held', cellsIn(one).map(hide)]]) };
}

describe('a stock by month that no sum joins', () => {
  const small = [4, 180, 310, 420, 600, 711];

  test.each(['public', 'confidential'] as const)(
    'of %s tallies, one of them small: refused',
    async (tallies) => {
      const { code, said, town } = await releaseOf('stock', tallies, ['month'], small);
      expect([code, said.includes('No cells are left that could protect these')]).toEqual([1, true]);
      expect(said).toContain('records-held|2024-01');
      await expect(sealedIn(town)).rejects.toThrow();
    },
  );

  test('none of them small: nothing is hidden, and one that is hidden alone is condemned', async () => {
    const { code, town } = await releaseOf('stock', 'confidential', ['month'], [40, ...small.slice(1)]);
    expect(code).toBe(0);
    const sealed = await sealedIn(town);
    expect([sealed.choice?.decoyShare, hiddenIn(sealed)]).toEqual([0.1, []]);
    const { condemned } = await attackReleases(openTrial([hiding(sealed, ['2024-01'])], []), pool);
    expect(condemned.map(({ key }) => key)).toEqual(['records-held|2024-01']);
  });
});

describe('a flow by month and quarter, of which one month is small', () => {
  const counts = [4, 180, 310, 420, 600, 711];

  test('more than two are hidden, and two alone, of which one explains both, are condemned', async () => {
    const { code, town } = await releaseOf('flow', 'confidential', ['month', 'quarter'], counts);
    expect(code).toBe(0);
    const sealed = await sealedIn(town);
    const hidden = hiddenIn(sealed);
    expect(hidden).toContain('2024-01');
    expect(hidden.length).toBeGreaterThan(2);
    expect((await attackReleases(openTrial([sealed], []), pool)).kept).toBe(true);
    const whole = [...MONTHS, '2024-Q1', '2024-Q2'].map((period): PublishedCell => {
      const months = period.endsWith('Q1') ? counts.slice(0, 3) : counts.slice(3);
      const count = period.includes('Q')
        ? months.reduce((sum, each) => sum + each, 0)
        : (counts[MONTHS.indexOf(period)] as number);
      return { codes: [period], count, status: '', note: '' };
    });
    const planted = hiding({ ...sealed, cubes: new Map([['records-held', whole]]) }, ['2024-01', '2024-02']);
    const { condemned } = await attackReleases(openTrial([planted], []), pool);
    expect(condemned.map(({ key }) => key)).toEqual(['records-held|2024-01', 'records-held|2024-02']);
  });
});
