// The worked table of docs/method.md is made again: what is withheld, what can be proved, and the worlds that acquit.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AttackReport, attackSystem } from '../../src/attack/attack.ts';
import type { Case } from '../../src/run/case-file.ts';
import { buildCaseSystem } from '../../src/run/case-system.ts';
import { protectCase } from '../../src/run/protect-case.ts';
import { loadSolver } from '../../src/solver/solver.ts';

const K = 11;
const AREAS = ['north', 'middle', 'south'];
const AGES = ['under 14', '14 to 64', '65 and over'];
const DOCS = readFileSync('docs/method.md', 'utf8').split('\n');

/** The fields of the rows that follow a line, by the name of the row; a dot is a withheld count. */
function rowsAfter(start: string): Map<string, string[]> {
  const at = DOCS.findIndex((line) => line.startsWith(`    ${start}`));
  const rows = DOCS.slice(at + 1, at + 1 + AREAS.length).map((line) => line.trim().split(/\s+/));
  return new Map(rows.map(([name = '', ...fields]) => [name, fields]));
}

function numbersAfter(start: string): number[][] {
  const rows = rowsAfter(start);
  return AREAS.map((area) => (rows.get(area) ?? []).map((field) => Number.parseInt(field, 10)));
}

const COUNTS = numbersAfter('before');

const CASE: Case = {
  dims: [
    { name: 'area', total: 'all', hierarchies: [{ edges: AREAS.map((area) => ['all', area]) }] },
    { name: 'age', total: 'any', hierarchies: [{ edges: AGES.map((age) => ['any', age]) }] },
  ],
  tables: [['area', 'age']],
  rows: AREAS.flatMap((area, row) =>
    AGES.map((age, column) => ({ leaves: [area, age], count: COUNTS[row]?.[column] ?? Number.NaN })),
  ),
};

/** The inner cells that a drawn table shows as withheld: `north|under 14`. */
function withheldIn(drawing: string): string[] {
  const rows = rowsAfter(drawing);
  return AREAS.flatMap((area) =>
    AGES.flatMap((age, column) => (rows.get(area)?.[column] === '.' ? [`${area}|${age}`] : [])),
  );
}

/** What an outsider can prove if exactly these cells are withheld. */
async function attackTable(hidden: readonly string[]): Promise<AttackReport> {
  const { system, counts, published, namesOf } = buildCaseSystem(CASE);
  const withheld = new Set(published.filter((cell) => hidden.includes(namesOf(cell).join('|'))));
  const none = counts.map(() => 0);
  const facts = {
    given: counts.map((count, cell) => (withheld.has(cell) ? undefined : count)),
    withheld,
    lower: none,
    upper: none.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  return attackSystem(system, facts, { k: K, solver: await loadSolver(), ranges: true });
}

test('protectCase withholds the cells that docs/method.md shows as withheld', async () => {
  const { csv } = protectCase(CASE, K, await loadSolver());
  const found = csv.split('\n').filter((line) => line.endsWith(',c'));
  expect(found.map((line) => line.split(',').slice(0, 2).join('|'))).toEqual(withheldIn('after'));
});

test('attackSystem knows the small count where it is withheld alone', async () => {
  const { condemned } = await attackTable(['north|under 14']);
  expect(condemned.map(({ reason }) => reason)).toEqual(['its count is known and fewer than k']);
});

test('attackSystem finds no world that explains the rectangle', async () => {
  expect(withheldIn('rectangle')).toHaveLength(4);
  const { kept, blocks } = await attackTable(withheldIn('rectangle'));
  const verdicts = blocks.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
  expect({ kept, verdicts }).toEqual({ kept: false, verdicts: Array(4).fill('no-world') });
});

test('attackSystem finds the ranges that docs/method.md states', async () => {
  const { kept, blocks } = await attackTable(withheldIn('after'));
  const rows = rowsAfter('after');
  const stated = AREAS.flatMap(
    (area) =>
      (rows.get(area) ?? [])
        .slice(4)
        .join(' ')
        .match(/\d+ to \d+/g) ?? [],
  );
  const found = blocks.flatMap(({ findings }) => findings.map(({ least, most }) => `${least} to ${most}`));
  expect({ kept, found }).toEqual({ kept: true, found: stated });
});

test('the worlds of docs/method.md add up, explain the hiding and acquit every cell', () => {
  const at = DOCS.findIndex((line) => line.startsWith('    north     10'));
  const lines = DOCS.slice(at, at + 3).map((line) => (line.match(/\d+/g) ?? []).map(Number));
  const worlds = [0, 1, 2, 3, 4].map((world) => lines.map((line) => line.slice(2 * world, 2 * world + 2)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const hidden = COUNTS.map(([young = 0, , old = 0]) => [young, old]);
  for (const world of worlds) {
    expect(world.map(sum)).toEqual(hidden.map(sum));
    for (const column of [0, 1])
      expect(sum(world.map((row) => row[column] ?? 0))).toBe(sum(hidden.map((row) => row[column] ?? 0)));
    expect(world.flat().some((count) => count >= 1 && count < K)).toBe(true);
  }
  const over = (row: number, column: number) => worlds.map((world) => world[row]?.[column] ?? Number.NaN);
  const open = [over(0, 0), over(0, 1), over(1, 0), over(2, 0), over(2, 1)];
  expect(open.every((counts) => counts.includes(0) && counts.some((count) => count >= K))).toBe(true);
  expect(over(1, 1).every((count) => count >= K)).toBe(true);
});
