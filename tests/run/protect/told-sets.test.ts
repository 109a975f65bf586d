// Sets of people whom no cell names, from tallies to a sealed release: protection hides what sums of published cells would tell.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellKey } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackReleases, openTrial } from '../../../src/run/release/attack-release.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { inTown, PROGRAM, release, type Town } from '../town.ts';

const pool = await openPool(1);

/** What an old and a new ward share, and how many cards it has: of W1 three people live neither in N1 nor in N2. */
const BLOCKS = [
  ['b1', 'W1', 'N1', 40],
  ['b2', 'W1', 'N2', 50],
  ['b3', 'W1', 'N3', 1],
  ['b4', 'W1', 'N4', 2],
  ['b5', 'W2', 'N3', 30],
  ['b6', 'W2', 'N4', 31],
  ['b7', 'W3', 'N3', 32],
  ['b8', 'W3', 'N4', 33],
] as const;

const REDRAWN = {
  ...PROGRAM,
  k: 11,
  dimensions: [
    {
      id: 'ward',
      label: 'Ward',
      codes: [
        ...BLOCKS.map(([code, old, now]) => ({ code, label: code, level: 'block', parents: { old, now } })),
        ...['W1', 'W2', 'W3'].map((code) => ({ code, label: code, level: 'old' })),
        ...['N1', 'N2', 'N3', 'N4'].map((code) => ({ code, label: code, level: 'now' })),
      ],
    },
  ],
  measures: [{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['ward'] }],
  tables: ['old', 'now'].map((ward) => ({
    id: `by-${ward}`,
    measure: 'cards-issued',
    title: 'Cards',
    levels: { period: 'quarter', ward },
  })),
  relations: [],
  notes: [],
};

const TALLIES = {
  'cards-issued.csv': [
    'period,ward,count',
    ...BLOCKS.map(([code, , , count]) => `2024-Q1,${code},${count}`),
  ].join('\n'),
};

const ID = '2024-Q1';

test('release of old and redrawn wards hides W1 - N1 - N2, which counts 3 people, and the attack finds it where it is shown', async () => {
  await inTown(
    async (town) => {
      const made = await makeIn(town);
      const hidden = (code: string) => isHidden(made, `${ID}|${code}`);
      expect(['W1', 'N1', 'N2'].some(hidden)).toBe(true);
      expect(made.audit?.sets).toEqual({ parts: 6, undecided: 0 });
      const shown = showing(made);
      const { condemned } = await attackReleases(openTrial([shown], []), pool);
      expect(condemned.map(({ key }) => key).join()).toMatch(/^\S+W1 - \S+N1 - \S+N2$/);
    },
    REDRAWN,
    TALLIES,
  );
});

const BANDS = ['under-25', '25-44', '45-64', '65-plus'];
const AGES = {
  ...REDRAWN,
  dimensions: [{ id: 'age', label: 'Age', codes: BANDS.map((code) => ({ code, label: code })) }],
  measures: [{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['age'] }],
  tables: [
    { id: 'by-age', measure: 'cards-issued', title: 'Cards', levels: { period: 'quarter', age: 'age' } },
  ],
};

test('release of a tally that lacks two bands hides what tells of one person in them: 130 - 60 - 69', async () => {
  await inTown(
    async (town) => {
      const made = await makeIn(town);
      const cells = made.cubes.get('cards-issued') ?? [];
      const statusOf = (age: string) => cells.find(({ codes }) => codes.join() === `${ID},${age}`)?.status;
      expect(BANDS.slice(2).map(statusOf)).toEqual(['x', 'x']);
      expect(['_T', 'under-25', '25-44'].some((age) => statusOf(age) === 'c')).toBe(true);
      expect(made.audit?.sets).toEqual({ parts: 2, undecided: 0 });
    },
    AGES,
    {
      'cards-issued.csv': `period,age,count\n${ID},_T,130\n${ID},under-25,60\n${ID},25-44,69\n`,
    },
  );
});

async function makeIn(town: Town): Promise<Release> {
  const ran = await release(town, [PROGRAM.id, '--id', ID]);
  expect(ran.code, ran.said).toBe(0);
  const read = await readRelease(join(town.folder, 'releases', ID));
  if (!read.ok) throw new Error('It cannot be read.');
  return read.value;
}

function isHidden({ cubes }: Release, key: string): boolean {
  return cubes.get('cards-issued')?.find(({ codes }) => cellKey(codes) === key)?.status === 'c';
}

/** The same release with nothing withheld. */
function showing(made: Release): Release {
  const counts = new Map<string, number>();
  for (const [, old, now, count] of BLOCKS)
    for (const code of [old, now, '_T']) counts.set(code, (counts.get(code) ?? 0) + count);
  const cells = (made.cubes.get('cards-issued') ?? []).map((cell) => ({
    ...cell,
    count: counts.get(cell.codes[1] ?? '') ?? null,
    status: '' as const,
    note: '',
  }));
  return { ...made, cubes: new Map([['cards-issued', cells]]) };
}
