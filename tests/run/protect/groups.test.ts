// A dimension marked sensitive, from tallies to a sealed release: zeros and full cells of it are withheld, and the attack sees to it.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellKey } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { attackReleases, openTrial } from '../../../src/run/release/attack-release.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { inTown, MORE_APPLY, PROGRAM, release, TALLIES, type Town } from '../town.ts';

const ID = '2024-Q2';

/** The same program with ages marked sensitive. */
const MARKED = {
  ...PROGRAM,
  dimensions: PROGRAM.dimensions.map((dimension) => ({ ...dimension, sensitive: dimension.id === 'age' })),
};

/**
 *   2024-Q2   young  grown  old          At events nobody is old; online everybody is grown.
 *     event      14     60    0
 *     online      0     37    0
 */
const COUNTED = {
  ...MORE_APPLY,
  'cards-issued.csv': (TALLIES['cards-issued.csv'] ?? '')
    .replace('2024-Q2,event,grown,38', '2024-Q2,event,grown,60')
    .replace('2024-Q2,event,old,22', '2024-Q2,event,old,0')
    .replace('2024-Q2,online,young,3', '2024-Q2,online,young,0')
    .replace('2024-Q2,online,grown,25', '2024-Q2,online,grown,37')
    .replace('2024-Q2,online,old,9', '2024-Q2,online,old,0'),
};

async function releaseOf(town: Town, words = ''): Promise<Release> {
  const said = expect.stringContaining(`fewer than 5 people${words},`);
  expect(await release(town, [PROGRAM.id, '--id', ID])).toMatchObject({ code: 0, said });
  const read = await readRelease(join(town.folder, 'releases', ID));
  if (!read.ok) throw new Error('It cannot be read.');
  return read.value;
}

function statusOf({ cubes }: Release, key: string): string | undefined {
  return cubes.get('cards-issued')?.find(({ codes }) => cellKey(codes) === key)?.status;
}

describe('a dimension marked sensitive', () => {
  const telling = ['2024-Q2|event|old', '2024-Q2|online|young', '2024-Q2|online|grown', '2024-Q2|online|old'];

  test('has its zeros and full cells withheld, and says so in the release', async () => {
    await inTown(
      async (town) => {
        const made = await releaseOf(town, ' or tell of everybody in a group');
        expect(telling.map((key) => statusOf(made, key))).toEqual(['c', 'c', 'c', 'c']);
        expect(statusOf(made, '2024-Q2|online|_T')).not.toBe('c');
        expect(made.declaration.dimensions.find(({ id }) => id === 'age')?.sensitive).toBe(true);
        const folder = join(town.folder, 'releases', ID);
        const effects = { ...pagelessEffects(), log: () => undefined, print: () => undefined };
        expect(await attackCommand([folder], effects)).toBe(0);
        expect(await attackCommand(['--check', folder], effects)).toBe(0);
      },
      MARKED,
      COUNTED,
    );
  });

  test('leaves zeros that cannot be otherwise published', async () => {
    await inTown(
      async (town) =>
        expect(
          statusOf(await releaseOf(town, ' or tell of everybody in a group'), '2024-Q1|online|old'),
        ).toBe('z'),
      MARKED,
      COUNTED,
    );
  });

  test('condemns a release that shows a zero or a full cell of it', async () => {
    await inTown(
      async (town) => {
        const made = await releaseOf(town);
        expect(telling.map((key) => statusOf(made, key))).not.toContain('c');
        const pool = await openPool(1);
        expect((await attackReleases(openTrial([made], []), pool)).kept).toBe(true);
        const dimensions = made.declaration.dimensions.map((one) => ({
          ...one,
          sensitive: one.id === 'age',
        }));
        const marked = { ...made, declaration: { ...made.declaration, dimensions } };
        const { condemned } = await attackReleases(openTrial([marked], []), pool);
        const reasons = new Map(condemned.map(({ key, reason }) => [key, reason]));
        expect(reasons.get('cards-issued|2024-Q2|event|old')).toBe(
          'it is known that nobody of its group is in it',
        );
        expect(reasons.get('cards-issued|2024-Q2|online|grown')).toBe(
          'it is known that everybody of its group is in it',
        );
        expect(reasons.has('cards-issued|2024-Q1|online|old')).toBe(false);
      },
      PROGRAM,
      COUNTED,
    );
  });
});
