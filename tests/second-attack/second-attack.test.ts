// The second attack finds what ships and what the engine protects safe, by the same ranges, and a release that was broken by hand not.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Case } from '../../src/run/case/case-file.ts';
import { buildCaseSystem } from '../../src/run/case/case-system.ts';
import { protectCase } from '../../src/run/case/protect-case.ts';
import { protectInRounds } from '../../src/run/protect/rounds.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { drawnBy, withWeights } from '../bench/rerun/methods.ts';
import { ID, OPENED, TALLIES, townOf } from '../run/protect/opened-town.ts';
import { inTown, release, PROGRAM as TOWN } from '../run/town.ts';
import { attack } from './attack.ts';
import { keyOf } from './knowledge.ts';
import { readCase } from './read-case.ts';
import { readRelease } from './read-release.ts';
import { cases, cellsOf, csvOf, SHAPES } from './small-cases.ts';

const PROGRAM = 'data/programs/example-city';
const LATEST = '2025-Q2';
const folder = mkdtempSync(join(tmpdir(), 'daylight-second-attack-'));
const pool = await openPool(1);
afterAll(() => rmSync(folder, { recursive: true }));

describe('attack of the latest release of the invented city', () => {
  const release = join(PROGRAM, 'releases', LATEST);
  const { knowledge, placeOf } = readRelease(release);
  const { verdicts, faults, sets } = attack(knowledge, { ranges: true });

  test('finds every hidden count of people safe', () => {
    expect(verdicts.filter(({ is }) => is === 'unsafe' || is === 'undecided')).toEqual([]);
    expect([faults, sets]).toEqual([[], []]);
    expect(verdicts.filter(({ isDifference }) => !isDifference).length).toBeGreaterThan(190);
  });

  test('finds the ranges and verdicts of audit.json, of the same counts', () => {
    const nameOf = (name: string) => {
      const { measure, at } = placeOf(name);
      return name.startsWith('difference-of-sides:') ? name : keyOf(measure, at);
    };
    const audit: {
      ranges: { measure: string; cell: string; least: number; most: number | null; verdict: string }[];
    } = JSON.parse(readFileSync(join(release, 'audit.json'), 'utf8'));
    const audited = audit.ranges.filter(({ measure }) => !measure.startsWith('legal-requests-'));
    const found = new Map(
      verdicts.map(({ name, is, least, most }) => [
        name.includes(' less ') ? name : nameOf(name),
        [is, least, most],
      ]),
    );
    const wanted = new Map(
      audited.map(({ measure, cell, verdict, least, most }) => [
        nameOf(`${measure}|${cell}`),
        [verdict, least, most],
      ]),
    );
    expect(wanted.size).toBe(audited.length);
    expect(new Map([...wanted.keys()].map((name) => [name, found.get(name)]))).toEqual(wanted);
    // What else it asks about follows from published counts one by one.
    const others = [...found].filter(([name]) => !wanted.has(name));
    expect(others.filter(([, [, least, most]]) => least !== most)).toEqual([]);
  });

  test('finds a small count once the count beside it is published', () => {
    cpSync(PROGRAM, folder, { recursive: true });
    const file = join(folder, 'releases', LATEST, 'cubes', 'cards-issued.csv');
    const rows = readFileSync(file, 'utf8').split('\n');
    const lineOf = (start: string) => rows.findIndex((row) => row.startsWith(start));
    const [appointments, all] = [lineOf('2022-03,appointment,_T,_T,_T,,c'), lineOf('2022-03,_T,_T,_T,_T,')];
    const [, , , , , total] = rows[all]?.split(',') ?? [];
    const [, , , , , events] = rows[lineOf('2022-03,event,_T,_T,_T,')]?.split(',') ?? [];
    rows[appointments] =
      `2022-03,appointment,_T,_T,_T,${Number(total) - Number(events) - 10},,Invented figure`;
    writeFileSync(file, rows.join('\n'));
    const { knowledge: broken } = readRelease(join(folder, 'releases', LATEST));
    const told = attack(broken, { ranges: false }).verdicts.filter(({ is }) => is === 'unsafe');
    expect(told.map(({ name }) => name)).toContain('cards-issued|2022-03|online|_T|_T|_T');
  });
});

describe('attack of a town where a way opened within a year', () => {
  const rangesOf = async (online: object) =>
    await inTown(
      async (town) => {
        expect((await release(town, [TOWN.id, '--id', ID])).code).toBe(0);
        const { knowledge } = readRelease(join(town.folder, 'releases', ID));
        const { verdicts } = attack(knowledge, { ranges: true });
        return new Map(verdicts.map(({ name, ...found }) => [name, found]));
      },
      townOf(online),
      TALLIES,
    );
  const year = 'cards-issued|2024|online';

  test('knows that nobody applied so before', async () => {
    expect((await rangesOf(OPENED)).get(year)).toMatchObject({ is: 'open', least: 0, most: 14 });
    expect((await rangesOf({})).get(year)?.most).toBeGreaterThan(14);
  });
});

/** A pattern that keeps the promise as CSV, chosen by what withholding costs or by lots; undefined where nothing protects the table. */
async function protectedBy(how: 'cost' | 'lots', input: Case, k: number): Promise<string | undefined> {
  if (how === 'cost') {
    const effects = { clock: () => 0, log: () => {} };
    return (await protectCase(input, { k, workLimit: 0 }, pool, effects).catch(() => undefined))?.csv;
  }
  const { system, counts, published, namesOf } = buildCaseSystem(input);
  const task = {
    system,
    k,
    counts,
    people: counts,
    costs: counts.map(() => 1),
    publishable: new Set(published),
    publishedBefore: new Set<number>(),
    inherited: new Set<number>(),
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    solver: pool.solver,
  };
  const blindly = withWeights(drawnBy('second attack', 0.3), task);
  const found = await protectInRounds(task, pool, { workLimit: 0, blindly }).catch(() => undefined);
  const hidden = new Set([...(found?.withheld ?? [])].map((cell) => namesOf(cell).join('|')));
  const cells = cellsOf(input).map((cell) => ({ ...cell, isHidden: hidden.has(cell.codes.join('|')) }));
  return found && csvOf(input, cells);
}

describe.each(Object.entries(SHAPES))('tables protected by the engine: %s', (_, shape) => {
  test.each(['cost', 'lots'] as const)(
    'attack finds all safe that %s chose, and a count told once all others are published',
    async (how) => {
      const tried = fc.sample(cases(shape, 30), { numRuns: 6, seed: 7 });
      let broken = 0;
      for (const input of tried) {
        const k = 4;
        const csv = await protectedBy(how, input, k);
        if (csv === undefined) continue;
        const { verdicts, faults, sets } = attack(readCase(input, csv, k), { ranges: false });
        expect(verdicts.filter(({ is }) => is === 'unsafe' || is === 'undecided')).toEqual([]);
        expect([faults, sets]).toEqual([[], []]);
        const cells = cellsOf(input);
        const small = cells.find(({ count }) => count > 0 && count < k);
        if (small === undefined) continue;
        broken += 1;
        const opened = csvOf(
          input,
          cells.map((cell) => ({ ...cell, isHidden: cell === small })),
        );
        const told = attack(readCase(input, opened, k), { ranges: false }).verdicts.filter(
          ({ is }) => is === 'unsafe',
        );
        expect(told.map(({ name }) => name)).toEqual([small.codes.join('|')]);
      }
      expect(broken).toBeGreaterThan(0);
    },
  );
});
