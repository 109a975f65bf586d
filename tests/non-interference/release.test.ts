// Non-interference (CONTRIBUTING.md): what is withheld leaves no trace in a release but the pattern.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '../../src/gate/read-files.ts';
import { AGES, CHANNELS, type Counts, releaseFrom, YEARS } from './small-program.ts';

const CUBE = 'cubes/cards-issued.csv';
const RUNS = 12;

const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 40 }));
const triple = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 3, maxLength: 3 });
const counts = fc.tuple(triple(triple(count)), triple(triple(count)));

/** How many people are added (or taken away) in each cell. */
type Move = Counts;

const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/**
 * People moved around four cells of a year, so that no total of the year changes; in one year, or the other
 * way round in the other year, so that no total over the years changes:   +1 -1    -1 +1
 *                                                                         -1 +1    +1 -1
 */
const MOVES: readonly Move[] = PAIRS.flatMap((rows) =>
  PAIRS.flatMap((columns) =>
    [
      [1, -1],
      [-1, 1],
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ].map((years) => years.map((sign) => corner(sign, rows, columns))),
  ),
);

function corner(sign: number, rows: readonly number[], columns: readonly number[]): number[][] {
  const side = (list: readonly number[], at: number) => Number(list[0] === at) - Number(list[1] === at);
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => sign * side(rows, row) * side(columns, column)));
}

const zip = (one: Counts, other: Counts): Counts =>
  one.map((table, year) =>
    table.map((cells, row) => cells.map((cell, column) => cell + (other[year]?.[row]?.[column] ?? 0))),
  );

/** Whether a move leaves every published cell as it is and no count below zero. */
function isHidden(from: Counts, move: Move, withheld: ReadonlySet<string>): boolean {
  return CHANNELS.every((channel, row) =>
    AGES.every((age, column) => {
      const steps = YEARS.map((_, year) => move[year]?.[row]?.[column] ?? 0);
      const total = steps.reduce((sum, step) => sum + step, 0);
      const isYearFine = (step: number, year: number) =>
        step === 0 ||
        (withheld.has([YEARS[year], channel, age].join()) && (from[year]?.[row]?.[column] ?? 0) + step >= 0);
      return steps.every(isYearFine) && (total === 0 || withheld.has(['_T', channel, age].join()));
    }),
  );
}

const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));

/** Keys of the withheld cells: the rows of the cube whose status is `c`. */
function patternOf(files: Files): string[] {
  const rows = textOf(files, CUBE)
    .split('\n')
    .map((row) => row.split(','));
  return rows.filter((row) => row[4] === 'c').map((row) => row.slice(0, 3).join());
}

test('two tallies with the same published cells and the same pattern give the same release, byte for byte', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(counts, fc.nat(1_000_000), async (one, choice) => {
      const first = await releaseFrom(one);
      fc.pre(first !== undefined);
      const pattern = patternOf(first);
      const moves = MOVES.filter((move) => isHidden(one, move, new Set(pattern)));
      const move = moves[choice % moves.length];
      fc.pre(move !== undefined);
      const second = await releaseFrom(zip(one, move));
      fc.pre(second !== undefined && patternOf(second).join() === pattern.join());
      expect([...second.keys()]).toEqual([...first.keys()]);
      for (const path of first.keys()) expect(textOf(second, path), path).toBe(textOf(first, path));
      // The worlds of the audit are among them, so that these, too, come from published cells alone.
      expect(textOf(first, 'audit.json')).toMatch(/"worlds": \[\n/);
      compared += 1;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(compared).toBe(RUNS);
});
