// The worked table of docs/method.md is made again: what is withheld, what can be proved, and the worlds that acquit.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AttackReport } from '../../src/attack/attack.ts';
import { WORKED_EXAMPLE } from '../../src/figures/worked-example.ts';
import { buildCaseSystem } from '../../src/run/case/case-system.ts';
import { CASE_WORK_LIMIT, protectCase } from '../../src/run/case/protect-case.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { attackSystem } from '../attack/on-this-thread.ts';

import { AGES, AREAS, caseOf, choiceFor, waysToFill } from './worked-choice.ts';

const K = WORKED_EXAMPLE.k;
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

const CASE = caseOf(COUNTS);

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
  const options = { k: K, workLimit: CASE_WORK_LIMIT };
  const { csv } = await protectCase(CASE, options, await openPool(1), {
    clock: () => 0,
    log: () => undefined,
  });
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

/** The five ways in which docs/method.md fills in what is withheld: by way, by area, the two withheld ages. */
function worldsOfDocs(): number[][][] {
  const at = DOCS.findIndex((line) => line.startsWith('    north     10'));
  const lines = DOCS.slice(at, at + 3).map((line) => (line.match(/\d+/g) ?? []).map(Number));
  return [0, 1, 2, 3, 4].map((world) => lines.map((line) => line.slice(2 * world, 2 * world + 2)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('the worlds of docs/method.md add up, explain the hiding and acquit every cell', () => {
  const worlds = worldsOfDocs();
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

describe('the table that pages explain hiding by', () => {
  const { k, table, withheldColumns, range, worlds, left } = WORKED_EXAMPLE;

  test('is the one of docs/method.md, with its totals', () => {
    expect({ k, areas: table.slice(0, AREAS.length) }).toEqual({ k: K, areas: COUNTS });
    for (const row of table) expect(sum(row.slice(0, AGES.length))).toBe(row[AGES.length]);
    for (const column of table[0].keys())
      expect(sum(table.slice(0, AREAS.length).map((row) => row[column] ?? 0))).toBe(table[3][column]);
  });

  test('withholds what protectCase withholds, and tells the range that attackSystem proves', async () => {
    const shown = AREAS.flatMap((area) => withheldColumns.map((column) => `${area}|${AGES[column]}`));
    expect(shown).toEqual(withheldIn('after'));
    const { blocks } = await attackTable(shown);
    const proved = blocks.flatMap(({ findings }) => findings)[0];
    expect({ least: proved?.least, most: proved?.most }).toEqual(range);
  });

  test('gives its small count away by one subtraction where that is hidden alone', () => {
    const [small, adults, older, total] = table[0];
    expect(total - adults - older).toBe(small);
    expect(small).toBeLessThan(k);
  });

  test('is filled in by two ways of docs/method.md: nobody in the north, and k or more', () => {
    for (const world of worlds) {
      const [totals, areas] = [world[3], world.slice(0, AREAS.length)];
      expect(worldsOfDocs()).toContainEqual(areas);
      expect(totals).toEqual(withheldColumns.map((column) => table[3][column]));
      expect(world.map(sum)).toEqual(left);
    }
    expect(worlds[0][0][0]).toBe(0);
    expect(worlds[1][0][0]).toBeGreaterThanOrEqual(k);
  });

  test('is filled in as many ways as it says, and the worlds of docs/method.md lead to the same choice', async () => {
    const pool = await openPool(1);
    expect(waysToFill()).toHaveLength(WORKED_EXAMPLE.repeated.fits);
    for (const world of worldsOfDocs()) expect(await choiceFor(world, pool)).toEqual(withheldIn('after'));
  });
});
