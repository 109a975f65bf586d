// The second attack on small tables: it finds what ours finds, in tables that are protected and in such as are not.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCaseSystem } from '../../src/run/case/case-system.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { attack } from './attack.ts';
import { readCase } from './read-case.ts';
import { cases, cellsOf, csvOf, SHAPES } from './small-cases.ts';

const SEED = 20_261_130;
const RUNS = 150;
const pool = await openPool(1);

/** What is not safe, by name. */
function unsafeIn(...asked: Parameters<typeof readCase>): string[] {
  const { verdicts, faults, sets } = attack(readCase(...asked), { ranges: false });
  expect(verdicts.filter(({ is }) => is === 'undecided')).toEqual([]);
  return [
    ...faults,
    ...verdicts.filter(({ is }) => is === 'unsafe').map(({ name }) => name),
    ...sets.map((set) => `a set of ${set.length}`),
  ];
}

test('docs/statistician.md says how many patterns both attacks agree on', () => {
  const said = readFileSync('docs/statistician.md', 'utf8');
  expect(said).toContain(`on ${RUNS * Object.keys(SHAPES).length} arbitrary\npatterns of small tables`);
});

test('attack finds one person whom published counts tell and no cell names', () => {
  // Nothing is hidden. Nobody is in a1 and b1 nor in a1 and c1, so 3 of a1 are in b0 and c0, and of the 4 there one is of a0.
  const shape = SHAPES['a circle of tables'] as (typeof SHAPES)[string];
  const counts = [1, 2, 3, 3, 3, 0, 0, 0];
  const rows = counts.map((count, at) => ({
    leaves: [`a${at >> 2}`, `b${(at >> 1) & 1}`, `c${at & 1}`],
    count,
  }));
  const input = { ...shape, rows };
  const csv = csvOf(
    input,
    cellsOf(input).map((cell) => ({ ...cell, isHidden: false })),
  );
  expect(unsafeIn(input, csv, 2)).toEqual(['a set of 1']);
});

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  const trials = fc.record({
    input: cases(shape, 9),
    k: fc.integer({ min: 2, max: 5 }),
    draws: fc.tuple(fc.constantFrom(0, 15, 40, 70), fc.array(fc.nat(99), { minLength: 60, maxLength: 60 })),
  });

  test('attack of an arbitrary pattern finds it unsafe exactly where the attack by HiGHS does', () => {
    const verdicts = { safe: 0, unsafe: 0 };
    fc.assert(
      fc.property(trials, ({ input, k, draws: [percent, draws] }) => {
        const cells = cellsOf(input).map((cell, at) => ({
          ...cell,
          isHidden: (cell.count > 0 && cell.count < k) || (draws[at] ?? 0) < percent,
        }));
        const hidden = new Set(cells.filter(({ isHidden }) => isHidden).map(({ codes }) => codes.join('|')));
        const { system, counts, published, namesOf } = buildCaseSystem(input);
        const withheld = new Set(published.filter((cell) => hidden.has(namesOf(cell).join('|'))));
        const facts = {
          given: counts.map((count, cell) =>
            published.includes(cell) && !withheld.has(cell) ? count : undefined,
          ),
          withheld,
          lower: counts.map(() => 0),
          upper: counts.map(() => Number.POSITIVE_INFINITY),
          contradictions: [],
        };
        const { kept } = attackSystem(system, facts, { k, solver: pool.solver, ranges: false });
        const unsafe = unsafeIn(input, csvOf(input, cells), k);
        verdicts[kept ? 'safe' : 'unsafe'] += 1;
        expect(unsafe.length === 0).toBe(kept);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(Math.min(verdicts.safe, verdicts.unsafe)).toBeGreaterThan(5);
  });
});
