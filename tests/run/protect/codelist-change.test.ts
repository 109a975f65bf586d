// A codelist that changes between releases: protection and attack see the old codes and the new ones as one system.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PublishedCell, WITHHELD_NOTE } from '../../../src/program/cell.ts';
import { declare } from '../../../src/program/declaration.ts';
import { parseProgram } from '../../../src/program/parse-program.ts';
import { releaseEnd } from '../../../src/program/period.ts';
import { programCodelists } from '../../../src/program/program.ts';
import { cubeRows } from '../../../src/release/layout.ts';
import { readReleases } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackReleases, openTrial } from '../../../src/run/release/attack-release.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { buildTown, copyTown, PROGRAM, release, rewrite, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const CARDS = 'tallies/cards-issued.csv';
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
  const { condemned } = await attackReleases(openTrial([first, second], []), await openPool(1));
  return condemned.map(({ key }) => key);
}

test('openTrial after an age was split: the new bands add up to the old age, though the first release knew none', () => {
  const { system } = openTrial([first, secondRelease({})], []).known;
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

type Code = readonly [code: string, level: string, parents?: Readonly<Record<string, string>>];
const withAges = (codes: readonly Code[], table: object) => ({
  ...PROGRAM,
  dimensions: PROGRAM.dimensions.map((dimension) =>
    dimension.id === 'age'
      ? {
          ...dimension,
          codes: codes.map(([code, level, parents]) => ({ code, label: code, level, parents })),
        }
      : dimension,
  ),
  tables: [...PROGRAM.tables, { measure: 'cards-issued', title: 'Cards', ...table }],
});

/** Split for good: the old code stands at a level of its own, in a table that goes on publishing it. */
const REPLACED = withAges(
  [
    ['young', 'age', { before: '_T' }],
    ['band-30', 'age', { before: 'grown' }],
    ['band-50', 'age', { before: 'grown' }],
    ['old', 'age', { before: '_T' }],
    ['grown', 'before'],
  ],
  { id: 'before', levels: { period: 'quarter', channel: 'channel', age: 'before' } },
);

/** Redrawn: old and new codes overlap, and both are made up of parts. */
const REDRAWN = withAges(
  [
    ['a', 'part', { before: 'young', now: 'first' }],
    ['b', 'part', { before: 'young', now: 'middle' }],
    ['c', 'part', { before: 'grown', now: 'middle' }],
    ['d', 'part', { before: 'old', now: 'last' }],
    ...['young', 'grown', 'old'].map((code): Code => [code, 'age']),
    ...['first', 'middle', 'last'].map((code): Code => [code, 'new-age']),
  ],
  { id: 'now', levels: { period: 'quarter', channel: 'channel', age: 'new-age' } },
);

/** A row of one age as rows of its parts, from a period on. */
const divide = (age: string, parts: readonly [string, ...string[]], from: string) => (text: string) =>
  text
    .split('\n')
    .flatMap((line) => {
      const [period = '', channel, code, count] = line.split(',');
      if (code !== age || period < from) return [line];
      const share = Math.floor(Number(count) / (parts.length + 1));
      const shares = parts.map((_, at) => (at > 0 ? share : Number(count) - share * (parts.length - 1)));
      return parts.map((part, at) => [period, channel, part, shares[at]].join());
    })
    .join('\n');
const redraw = (from: string) => (text: string) =>
  [divide('young', ['a', 'b'], from), divide('grown', ['c'], from), divide('old', ['d'], from)].reduce(
    (rows, change) => change(rows),
    text,
  );

test.each([
  ['an age split in two, counted anew from the start', SPLIT, splitAll],
  [
    'an age split for good, from the new quarter on',
    REPLACED,
    divide('grown', ['band-30', 'band-50'], SECOND),
  ],
  ['ages redrawn, counted anew from the start', REDRAWN, redraw('2024-Q1')],
  ['ages redrawn, from the new quarter on', REDRAWN, redraw(SECOND)],
])(
  'release after a change of codes keeps what was published and withheld: %s',
  async (_, program, change) => {
    const copy = await copyTown(town);
    try {
      await writeFile(join(copy.folder, 'program.json'), JSON.stringify(program));
      await rewrite(copy, CARDS, change);
      const { code, said } = await release(copy, [PROGRAM.id, '--id', SECOND]);
      expect(code, said).toBe(0);
      const read = await readReleases(copy.folder);
      const now = new Map(
        (read.ok ? read.value : [])[1]?.cubes
          .get('cards-issued')
          ?.map((cell) => [cell.codes.join('|'), cell]),
      );
      const before = first.cubes.get('cards-issued')?.filter(({ codes }) => codes[0] !== '_T') ?? [];
      expect(before.map(({ codes }) => now.get(codes.join('|')))).toEqual(before);
    } finally {
      await rm(copy.root, { recursive: true, force: true });
    }
  },
);

function splitAll(text: string): string {
  return divide(
    'grown',
    ['band-30', 'band-50'],
    '2024-Q1',
  )(text)
    .replaceAll(',young,', ',band-young,')
    .replaceAll(',old,', ',band-old,');
}
