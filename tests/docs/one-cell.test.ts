// docs/one-cell.md: its two cells are followed through the files of the invented city, and its functions are there.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ProtectInput } from '../../src/protect/task.ts';
import { readReleases } from '../../src/release/read-release.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { expectedCounts, isMargin } from '../../src/run/lottery/expected.ts';
import { decoyRate, drawLots } from '../../src/run/lottery/lots.ts';
import { readKey } from '../../src/run/lottery/secret-key.ts';
import { knownFrom } from '../../src/verify/facts.ts';
import { wholeWorlds } from '../verify/whole-worlds.ts';

const CITY = 'data/programs/example-city';
const PAGE = readFileSync('docs/one-cell.md', 'utf8');
const SMALL = 'cards-issued|2020-05|_T|_T|65-plus|_T';
const DRAWN = 'cards-issued|FY2022|online|_T|under-14|_T';

/** Cards by months (`2021-07`), channel and age, as the tallies have them. */
function tallied(from: string, to: string, age: string, channel?: string): number[] {
  const [, ...rows] = readFileSync(`${CITY}/tallies/cards-issued.csv`, 'utf8').split('\n');
  return rows
    .map((row) => row.split(','))
    .filter(([month = '', at, kind, of, area]) => {
      const isWanted = month >= from && month <= to && (channel === undefined || at === channel);
      return isWanted && of === age && kind === '_T' && area === '_T';
    })
    .map((fields) => Number(fields.at(-1)));
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

async function firstRelease(): Promise<SealedRelease> {
  const read = await readReleases(CITY, '2025-Q1');
  const [release] = read.ok ? read.value : [];
  if (release === undefined) throw new Error('the first release of the invented city cannot be read');
  return release;
}

/** What the audit says of a cell: its least and largest count, and its verdict. */
function rangeOf({ audit }: SealedRelease, key: string): unknown[] {
  const found = audit?.ranges.find(({ measure, cell }) => `${measure}|${cell}` === key);
  return [found?.least, found?.most, found?.verdict];
}

/** The counts of a cell in all worlds of its certificate, and how many cells its block has. */
function worldsOf(
  { audit }: SealedRelease,
  key: string,
): { readonly cells: number; readonly counts: number[] } {
  const block = audit?.certificates.find(({ cells }) => cells.includes(key));
  if (block === undefined) throw new Error(`no certificate speaks of ${key}`);
  const counts = wholeWorlds(block).map((world) => world[block.cells.indexOf(key)] ?? Number.NaN);
  return { cells: block.cells.length, counts };
}

test('the small count is 4 in the tallies, left out of its table, and 0 or 11 in the worlds of its block', async () => {
  expect(tallied('2020-05', '2020-05', '65-plus')).toEqual([0, 4, 0]);
  expect(total(tallied('2020-05', '2020-05', 'under-14'))).toBe(0);
  expect(total(tallied('2020-05', '2020-05', '14-64'))).toBe(21);
  const table = readFileSync(`${CITY}/releases/2025-Q1/tables/cards-by-month-age.csv`, 'utf8');
  for (const age of ['under-14', '14-64', '65-plus']) expect(table).toContain(`\n2020-05,${age},,c,`);
  const { cells, counts } = worldsOf(await firstRelease(), SMALL);
  expect(cells).toBe(3291);
  expect(new Set(counts)).toEqual(new Set([0, 11]));
});

test('the decoy is 16 in the tallies, drawn by the key, and hidden with three others', async () => {
  expect(total(tallied('2021-07', '2022-06', 'under-14', 'online'))).toBe(16);
  const first = await firstRelease();
  const { system, facts, k } = knownFrom([first], []);
  const isSeen = (cell: number) => {
    const at = system.cells[cell];
    return at !== undefined && isMargin(at) && at.role === 'tabled' && !facts.withheld.has(cell);
  };
  const expected = expectedCounts(system, (cell) => (isSeen(cell) ? facts.given[cell] : undefined));
  const drawn = system.index.get(DRAWN) ?? Number.NaN;
  expect(expected[drawn]).toBeCloseTo(108.8, 1);
  expect(decoyRate(0.1, k, 108.8)).toBeCloseTo(0.0023, 4);
  const key = await readKey(`${CITY}/tallies`, { id: 'example-city', nature: 'invented' });
  const { decoys } = drawLots(
    {
      ...({} as ProtectInput),
      system,
      k,
      counts: facts.given,
      publishable: new Set(system.cells.keys()),
      inherited: new Set(),
    },
    {
      lottery: { key, program: 'example-city', share: 0.1, earlierShare: 0, actsPerPerson: new Map() },
      weights: [],
    },
    facts.withheld,
  );
  const hidden = [...facts.withheld].filter((cell) =>
    system.cells[cell]?.key.match(/^cards-issued\|FY2022\|(event|online)\|.*\|_T$/),
  );
  expect(hidden.map((cell) => [system.cells[cell]?.codes.slice(1, 4).join(' '), decoys.has(cell)])).toEqual([
    ['event _T under-14', false],
    ['event _T 65-plus', false],
    ['online _T under-14', true],
    ['online _T 65-plus', false],
  ]);
  expect(new Set(worldsOf(first, DRAWN).counts)).toEqual(new Set([0, 8, 29]));
  expect(rangeOf(first, DRAWN)).toEqual([0, 41, 'open']);
  expect(rangeOf(first, 'cards-issued|FY2022|online|_T|65-plus|_T')).toEqual([18, 59, 'k-or-more']);
  expect(rangeOf(first, 'cards-issued|FY2022|event|_T|under-14|_T')).toEqual([564, 605, 'k-or-more']);
  expect(rangeOf(first, 'cards-issued|FY2022|event|_T|65-plus|_T')).toEqual([1153, 1194, 'k-or-more']);
});

test('every file that the page names is there, and exports the functions that it is named for', () => {
  const files = [...PAGE.matchAll(/`((?:src|tests|data|docs)\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const named = [...PAGE.matchAll(/`(\w+)` \(`(src\/[^`]+\.ts)`\)/g)];
  expect(named.length).toBeGreaterThan(12);
  for (const [, name = '', file = ''] of named)
    expect(readFileSync(file, 'utf8'), file).toMatch(new RegExp(`^export function\\*? ${name}\\b`, 'm'));
});
