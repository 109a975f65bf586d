// A codelist that changes between releases: the attack sees the old codes and the new ones as one system.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/model/cell.ts';
import { declare } from '../../src/model/declaration.ts';
import { parseProgram } from '../../src/model/parse-program.ts';
import { releaseEnd } from '../../src/model/period.ts';
import { programCodelists } from '../../src/model/program.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { readReleases } from '../../src/release/read-release.ts';
import type { Release } from '../../src/release/release.ts';
import { attackReleases, openTrial } from '../../src/run/attack-release.ts';
import { loadSolver } from '../../src/solver/solver.ts';
import { buildTown, PROGRAM, release, type Town } from './town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const BANDS = { 'band-young': 'young', 'band-30': 'grown', 'band-50': 'grown', 'band-old': 'old' };

/** The grown are split in two: a level of bands beside that of ages, and a table of it. */
const SPLIT = {
  ...PROGRAM,
  dimensions: PROGRAM.dimensions.map((dimension) =>
    dimension.id !== 'age'
      ? dimension
      : {
          ...dimension,
          codes: [
            ...Object.entries(BANDS).map(([code, age]) => ({
              code,
              label: code,
              level: 'band',
              parents: { bands: age },
            })),
            ...dimension.codes,
          ],
        },
  ),
  tables: [
    ...PROGRAM.tables,
    { id: 'bands', measure: 'cards-issued', title: 'Bands', levels: { period: 'quarter', age: 'band' } },
  ],
};

let town: Town;
let first: Release;
beforeAll(async () => {
  town = await buildTown();
  expect(await release(town, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
  const read = await readReleases(town.folder);
  if (!read.ok || read.value[0] === undefined) throw new Error('the first release cannot be read');
  first = read.value[0];
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

/** A second release with bands: what the first one said, these counts, and everything else withheld. */
function secondRelease(shown: Readonly<Record<string, number>>): Release {
  const parsed = parseProgram(JSON.stringify(SPLIT), 'program.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const shape = {
    release: SECOND,
    declaration: declare(parsed.value),
    codelists: programCodelists(parsed.value, releaseEnd(SECOND) ?? 0),
  };
  const cubes = parsed.value.measures.map((measure) => {
    const before = new Map(first.cubes.get(measure.id)?.map((cell) => [cell.codes.join('|'), cell]));
    const cells = cubeRows(shape, measure).map((codes): PublishedCell => {
      const [key, isToDate] = [codes.join('|'), codes[0] === '_T'];
      const count = measure.id === 'cards-issued' ? shown[key] : undefined;
      if (count !== undefined) return { codes, count, status: '', note: '' };
      return (
        (isToDate ? undefined : before.get(key)) ?? { codes, count: null, status: 'c', note: WITHHELD_NOTE }
      );
    });
    return [measure.id, cells] as const;
  });
  return { ...first, ...shape, cubes: new Map(cubes) };
}

async function findings(second: Release): Promise<string[]> {
  return attackReleases(openTrial([first, second], []), await loadSolver()).condemned.map(({ key }) => key);
}

test('openTrial after an age was split: the new bands add up to the old age, though the first release knew none', () => {
  const { system } = openTrial([first, secondRelease({})], []);
  const keys = ['2024-Q2|_T|grown', '2024-Q2|_T|band-30', '2024-Q2|_T|band-50'].map(
    (key) => `cards-issued|${key}`,
  );
  const places = keys.map((key) => system.index.get(key) ?? -1);
  expect(places).not.toContain(-1);
  const isTie = ({ cells }: (typeof system.rows)[number]) =>
    cells.toSorted().join() === places.toSorted().join();
  expect(system.rows.filter(isTie).length).toBeGreaterThan(0);
});

test('attackReleases of a second release that withholds the new bands: nothing is found', async () => {
  expect(await findings(secondRelease({}))).toEqual([]);
});

test('attackReleases of one that shows one band of an age that the first one published: the other band follows', async () => {
  const grown = first.cubes.get('cards-issued')?.find(({ codes }) => codes.join('|') === '2024-Q2|_T|grown');
  expect(grown?.count).toBe(63);
  expect(await findings(secondRelease({ '2024-Q2|_T|band-30': 60 }))).toContain(
    'cards-issued|2024-Q2|_T|band-50',
  );
});
