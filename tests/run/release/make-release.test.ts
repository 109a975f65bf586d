// `npm run release` on a small town: what it writes and what a later release keeps.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { verifyRelease } from '../../../src/release/verify-release.ts';
import { foreseePages } from '../foresee-pages.ts';
import {
  buildTown,
  copyTown,
  filesIn,
  inTown,
  PROGRAM,
  release,
  releasesOf,
  rewrite,
  type Town,
} from '../town.ts';

const FIRST = '2024-Q2';
const SECOND = '2024-Q3';

async function cellOf(
  town: Town,
  id: string,
  key: string,
): Promise<{ count: number | null; status: string } | undefined> {
  const read = await readRelease(join(town.folder, 'releases', id));
  if (!read.ok) throw new Error('the release cannot be read');
  return read.value.cubes.get('cards-issued')?.find(({ codes }) => codes.join('|') === key);
}

/** A town with its first release, made once. */
let first: Town;
beforeAll(async () => {
  first = await buildTown();
  expect(await release(first, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(() => rm(first.root, { recursive: true, force: true }));

async function afterFirst(work: (town: Town) => Promise<void>): Promise<void> {
  const town = await copyTown(first);
  await work(town).finally(() => rm(town.root, { recursive: true, force: true }));
}

describe('a release that is made', () => {
  test('its files verify, and nothing stands beside it', async () => {
    expect(await releasesOf(first)).toEqual([FIRST]);
    expect((await verifyRelease(join(first.folder, 'releases', FIRST))).ok).toBe(true);
  });

  test('withholds the small count and another that protects it', async () => {
    expect(await cellOf(first, FIRST, '2024-Q2|online|young')).toMatchObject({ count: null, status: 'c' });
    const read = await readRelease(join(first.folder, 'releases', FIRST));
    const withheld = read.ok
      ? [...(read.value.cubes.get('cards-issued') ?? [])].filter(({ status }) => status === 'c')
      : [];
    expect(withheld.length).toBeGreaterThan(3);
  });

  test('publishes a zero that cannot be otherwise as z', async () => {
    expect(await cellOf(first, FIRST, '2024-Q1|online|young')).toMatchObject({ count: null, status: 'z' });
  });

  test('writes the same bytes again', async () => {
    await inTown(async (town) => {
      const buildPages = () => Promise.resolve(['What readers will see.']);
      const { said } = await release(town, [PROGRAM.id, '--id', FIRST], { buildPages });
      expect(said).not.toContain('What readers will see.');
      expect(await filesIn(join(town.folder, 'releases'))).toEqual(
        await filesIn(join(first.folder, 'releases')),
      );
    });
  });

  test('--dry-run says what it would do and what readers will see, and writes nothing', async () => {
    await inTown(async (town) => {
      const args = [PROGRAM.id, '--id', FIRST, '--dry-run'];
      const { code, said } = await release(town, args, { buildPages: foreseePages });
      expect([code, await filesIn(join(town.folder, 'releases'))]).toEqual([0, new Map()]);
      expect(said).toMatch(/cards +36 +\d+/);
      expect(said).toContain('nothing was written');
      const [, onTheSite = ''] = said.split('On the site:\n');
      expect(onTheSite).toMatch(/^ {2}"Cards": \d+ of \d+ counts are hidden\.$|^ {2}"Cards" is not drawn/m);
      expect(onTheSite).toContain('  No corrections wait.');
    });
  });

  test('--missing makes every listed release, oldest first, and then finds nothing missing', async () => {
    await inTown(async (town) => {
      expect(await release(town, ['--missing'])).toMatchObject({ code: 0 });
      expect(await releasesOf(town)).toEqual([FIRST, SECOND]);
      expect((await release(town, ['--missing'])).said).toContain('nothing is missing (2 releases)');
    });
  });
});

describe('a later release', () => {
  test('without an id is the next listed one; it repeats what was published and what was withheld', async () => {
    await afterFirst(async (town) => {
      const { code, said } = await release(town, [PROGRAM.id]);
      expect([code, await releasesOf(town)]).toEqual([0, [FIRST, SECOND]]);
      expect(said).toContain('New since 2024-Q2');
      const [before, after] = await Promise.all(
        [FIRST, SECOND].map((id) => readRelease(join(town.folder, 'releases', id))),
      );
      if (!before?.ok || !after?.ok) throw new Error('a release cannot be read');
      const now = new Map(after.value.cubes.get('cards-issued')?.map((cell) => [cell.codes.join('|'), cell]));
      for (const cell of before.value.cubes.get('cards-issued') ?? []) {
        if (cell.codes[0] !== '_T') expect(now.get(cell.codes.join('|'))).toEqual(cell);
      }
    });
  });

  test('that would change a published figure is refused and tells the operator both counts', async () => {
    await afterFirst(async (town) => {
      await rewrite(town, 'tallies/cards-issued.csv', (text) =>
        text.replace('2024-Q1,event,grown,40', '2024-Q1,event,grown,41'),
      );
      const { code, said } = await release(town, [PROGRAM.id]);
      expect([code, await releasesOf(town)]).toEqual([1, [FIRST]]);
      expect(said).toContain(
        'cards-issued.csv:3: count: Release 2024-Q2 published 40 for "Cards", 2024-Q1, event, grown; it would be 41',
      );
      expect(said).toContain('Keep these lines out of mails, tickets and logs');
    });
  });

  test('that would leave out a published table is refused', async () => {
    await afterFirst(async (town) => {
      const tables = PROGRAM.tables.slice(1);
      await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...PROGRAM, tables }));
      expect(await release(town, [PROGRAM.id])).toMatchObject({
        code: 1,
        said: expect.stringContaining('no table holds it any more'),
      });
    });
  });

  test('of an id that exists is refused', async () => {
    await afterFirst(async (town) => {
      const before = await filesIn(town.folder);
      expect(await release(town, [PROGRAM.id, '--id', FIRST])).toMatchObject({
        code: 1,
        said: expect.stringContaining('Release 2024-Q2 exists'),
      });
      expect(await filesIn(town.folder)).toEqual(before);
    });
  });

  test('that comes before the newest is refused', async () => {
    await afterFirst(async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', '2024-Q1'])).toMatchObject({
        code: 1,
        said: expect.stringContaining('would come before it'),
      });
    });
  });

  test('after one whose files were changed is refused', async () => {
    await afterFirst(async (town) => {
      await rewrite(town, `releases/${FIRST}/cubes/cards-issued.csv`, (text) =>
        text.replace('grown,40', 'grown,41'),
      );
      expect(await release(town, [PROGRAM.id])).toMatchObject({
        code: 1,
        said: expect.stringContaining('cards-issued.csv'),
      });
    });
  });
});
