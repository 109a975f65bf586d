// What an earlier release published by tables or relations that a later one no longer has: readers keep it, and subtract it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellKey } from '../../../src/program/cell.ts';
import { readRelease } from '../../../src/release/read-release.ts';
import { inTown, PROGRAM, release, type Town } from '../town.ts';

interface Changed {
  readonly first: Readonly<Record<string, unknown>> & { readonly relations: readonly object[] };
  readonly second: Readonly<Record<string, unknown>>;
  readonly tallies: Readonly<Record<string, string>>;
  readonly ids: readonly [first: string, second: string];
  /** The first release publishes the one; the second may not publish all of the others, or three people would be told. */
  readonly kept: string;
  readonly telling: readonly string[];
}

const codes = (...all: readonly string[]) => all.map((code) => ({ code, label: code }));
const measure = (id: string, ...dimensions: readonly string[]) => ({
  id,
  label: id,
  unit: 'cards',
  kind: 'flow',
  dimensions,
  absentRows: 'zero',
});
const table = (of: string, period: string, ...by: readonly string[]) => ({
  id: [of, period, ...by].join('-by-'),
  measure: of,
  title: 'Made for tests',
  levels: { period, ...Object.fromEntries(by.map((one) => [one, one])) },
});
const csv = (head: string, rows: readonly (readonly (string | number)[])[]) =>
  [`period,${head},count`, ...rows.map((row) => row.join())].join('\n');
const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
const BASE = { ...PROGRAM, k: 11, notes: [], relations: [] };

const BY_AGE = {
  ...BASE,
  period: { from: '2024-01', levels: ['quarter', 'year'] },
  dimensions: [{ id: 'age', label: 'Age', codes: codes('young', 'grown', 'old') }],
  measures: [measure('cards-issued', 'age')],
};
const FEW: Readonly<Record<string, readonly number[]>> = {
  young: [9, 10, 28, 31],
  grown: [10, 9, 40, 44],
  old: [9, 8, 1, 2],
};
/** By June 17 of the old have a card, and by December 20. */
const BY_YEAR: Changed = {
  first: { ...BY_AGE, tables: [table('cards-issued', 'quarter', 'age')] },
  second: { ...BY_AGE, tables: [table('cards-issued', 'quarter'), table('cards-issued', 'year', 'age')] },
  tallies: {
    'cards-issued.csv': csv(
      'age',
      Object.entries(FEW).flatMap(([age, own]) => own.map((count, at) => [QUARTERS[at] ?? '', age, count])),
    ),
  },
  ids: ['2024-Q2', '2024-Q4'],
  kept: 'cards-issued|_T|old',
  telling: ['cards-issued|2024|old'],
};

const AREAS = ['north', 'south'];
const AGES = ['young', 'grown'];
/** Cards of the first quarter: online all are of the young, and at the counter three of north are. */
const COUNTER = [
  [3, 154],
  [122, 187],
];
const ONLINE = [140, 153];
const CELLS = AREAS.flatMap((area, at) =>
  AGES.flatMap((age, place) => [
    { area, age, way: 'counter', count: COUNTER[at]?.[place] ?? 0 },
    { area, age, way: 'online', count: age === 'young' ? (ONLINE[at] ?? 0) : 0 },
  ]),
);
const later = (at: number) => 120 + ((at * 37) % 80);
const CARDS = CELLS.flatMap(({ area, age, way, count }, at) => [
  ['2024-Q1', area, age, way, count],
  ['2024-Q2', area, age, way, later(at)],
]);
const APPROVALS = AREAS.flatMap((area) =>
  AGES.flatMap((age) => {
    const own = CELLS.map((cell, at) => ({ ...cell, next: later(at) })).filter(
      (cell) => cell.area === area && cell.age === age,
    );
    const sum = (of: 'count' | 'next') => own.reduce((total, cell) => total + cell[of], 0);
    return [
      ['2024-Q1', area, age, sum('count')],
      ['2024-Q2', area, age, sum('next') + 30],
    ];
  }),
);
const TOWN = {
  ...BASE,
  period: { from: '2024-01', levels: ['quarter'] },
  dimensions: [
    { id: 'area', label: 'Area', codes: codes(...AREAS) },
    { id: 'age', label: 'Age', codes: codes(...AGES) },
    { id: 'way', label: 'Way', codes: codes('counter', 'online') },
  ],
  measures: [measure('approvals', 'area', 'age'), measure('cards-issued', 'area', 'age', 'way')],
};
const SHOWN = [
  table('approvals', 'quarter', 'area', 'age'),
  table('cards-issued', 'quarter', 'area'),
  table('cards-issued', 'quarter', 'age'),
];
/** Every approval became a card in the first quarter, and the next not. */
const NO_LONGER: Changed = {
  first: {
    ...TOWN,
    tables: SHOWN,
    relations: [
      {
        id: 'approvals-are-cards',
        why: 'Every approval becomes one card.',
        sense: 'equal',
        period: 'quarter',
        by: { area: 'area', age: 'age' },
        left: [{ measure: 'cards-issued' }],
        right: [{ measure: 'approvals' }],
      },
    ],
  },
  second: {
    ...TOWN,
    tables: [
      ...SHOWN,
      table('cards-issued', 'quarter', 'area', 'way'),
      table('cards-issued', 'quarter', 'age', 'way'),
    ],
  },
  tallies: {
    'approvals.csv': csv('area,age', APPROVALS),
    'cards-issued.csv': csv('area,age,way', CARDS),
  },
  ids: ['2024-Q1', '2024-Q2'],
  kept: 'approvals|2024-Q1|north|young',
  telling: ['cards-issued|2024-Q1|north|_T|online', 'cards-issued|2024-Q1|_T|grown|online'],
};

async function cellsOf({ folder }: Town, id: string): Promise<ReadonlyMap<string, number | null>> {
  const read = await readRelease(join(folder, 'releases', id));
  if (!read.ok) throw new Error('It cannot be read.');
  return new Map(
    [...read.value.cubes].flatMap(([cube, cells]) =>
      cells.map((cell) => [cellKey([cube, ...cell.codes]), cell.count] as const),
    ),
  );
}

test.each([
  ['years in place of quarters', BY_YEAR],
  ['a relation that no longer holds', NO_LONGER],
])(
  'release hides what would tell of three people together with what an earlier one published: %s',
  async (...[, { first, second, tallies, ids, kept, telling }]) => {
    await inTown(
      async (town) => {
        const [one, other] = ids;
        const before = await release(town, [PROGRAM.id, '--id', one]);
        expect(before.code, before.said).toBe(0);
        expect((await cellsOf(town, one)).get(kept)).toEqual(expect.any(Number));
        await writeFile(join(town.folder, 'program.json'), JSON.stringify(second));
        const after = await release(town, [PROGRAM.id, '--id', other]);
        expect(after.code, after.said).toBe(0);
        const cells = await cellsOf(town, other);
        const counts = telling.map((key) => cells.get(key));
        expect(counts).not.toContain(undefined);
        expect(counts).toContain(null);
      },
      first,
      tallies,
    );
  },
);

test('codes by which an earlier release published a total to date are taken out: refused', async () => {
  const { first, tallies, ids } = BY_YEAR;
  await inTown(
    async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', ids[0]])).toMatchObject({ code: 0 });
      const other = {
        ...BY_AGE,
        dimensions: [{ id: 'age', label: 'Age', codes: codes('young', 'grown', 'older') }],
        tables: [table('cards-issued', 'year', 'age')],
      };
      await writeFile(join(town.folder, 'program.json'), JSON.stringify(other));
      const cards = (tallies['cards-issued.csv'] ?? '').replaceAll(',old,', ',older,');
      await writeFile(join(town.folder, 'tallies', 'cards-issued.csv'), cards);
      expect(await release(town, [PROGRAM.id, '--id', ids[1]])).toMatchObject({
        code: 1,
        said: expect.stringContaining('no table holds it any more'),
      });
    },
    first,
    tallies,
  );
});

test('another rule under the name of one that an earlier release declared: refused', async () => {
  const { first, tallies, ids } = NO_LONGER;
  await inTown(
    async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', ids[0]])).toMatchObject({ code: 0 });
      const other = { ...first, relations: first.relations.map((one) => ({ ...one, sense: 'at-most' })) };
      await writeFile(join(town.folder, 'program.json'), JSON.stringify(other));
      expect(await release(town, [PROGRAM.id, '--id', ids[1]])).toMatchObject({
        code: 1,
        said: expect.stringContaining(
          'Relation "approvals-are-cards" in program.json says something else than in release 2024-Q1.',
        ),
      });
    },
    first,
    tallies,
  );
});

test('a measure that loses a dimension after a release: refused in one word', async () => {
  const { first, tallies, ids } = BY_YEAR;
  await inTown(
    async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', ids[0]])).toMatchObject({ code: 0 });
      const other = {
        ...BY_AGE,
        measures: [measure('cards-issued')],
        tables: [table('cards-issued', 'quarter')],
      };
      await writeFile(join(town.folder, 'program.json'), JSON.stringify(other));
      const cards = csv(
        '',
        QUARTERS.map((quarter) => [quarter, 60]),
      ).replace(',,', ',');
      await writeFile(join(town.folder, 'tallies', 'cards-issued.csv'), cards);
      expect(await release(town, [PROGRAM.id, '--id', ids[1]])).toMatchObject({
        code: 1,
        said: expect.stringContaining('has other dimensions than in release 2024-Q2'),
      });
    },
    first,
    tallies,
  );
});
