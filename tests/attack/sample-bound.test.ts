// The bound on what a sample may miss, against counting all samples of small numbers, and against the rule of three.
import { expect, test } from 'vitest';
import { mostIn } from '../../src/attack/sample-bound.ts';

/** In how many of all samples of `drawn` among `possible`, of which the first `marked` are such, at most `found` are. */
function shareWithAtMost(possible: number, drawn: number, marked: number, found: number): number {
  let [few, all] = [0, 0];
  for (let chosen = 0; chosen < 2 ** possible; chosen += 1) {
    const bits = Array.from({ length: possible }, (_, at) => (chosen >> at) & 1);
    const count = (list: readonly number[]) => list.reduce((sum, bit) => sum + bit, 0);
    if (count(bits) !== drawn) continue;
    all += 1;
    few += Number(count(bits.slice(0, marked)) <= found);
  }
  return few / all;
}

test('mostIn is the most of which more than one sample in twenty has so few: counted through for 9', () => {
  for (const drawn of [0, 1, 4, 6, 9])
    for (let found = 0; found <= drawn; found += 1) {
      const fits = Array.from({ length: 10 }, (_, marked) => marked).filter(
        (marked) =>
          marked >= found && 9 - marked >= drawn - found && shareWithAtMost(9, drawn, marked, found) > 0.05,
      );
      expect(mostIn({ possible: 9, drawn, found })).toBe(Math.max(...fits));
    }
});

test('mostIn where all were drawn is what was found, and where none was, all', () => {
  expect(mostIn({ possible: 30, drawn: 30, found: 4 })).toBe(4);
  expect(mostIn({ possible: 0, drawn: 0, found: 0 })).toBe(0);
  expect(mostIn({ possible: 7, drawn: 0, found: 0 })).toBe(7);
});

// 1 - 0.05^(1/300) = 0.00994 of all, a little less than 3/300.
test('mostIn of none found among many is the rule of three', () => {
  expect(mostIn({ possible: 1_000_000, drawn: 300, found: 0 })).toBe(9934);
});

// Clopper and Pearson's upper ends at 95 %, one-sided: 1 of 10 is 0.3942, 5 of 50 is 0.1988, 299 of 300 is 0.99983.
test('mostIn of a sample from very many is the bound of Clopper and Pearson', () => {
  const share = (found: number, drawn: number) => mostIn({ possible: 10_000_000, drawn, found }) / 10_000_000;
  expect(share(1, 10)).toBeCloseTo(0.3942, 4);
  expect(share(5, 50)).toBeCloseTo(0.1988, 4);
  expect(share(299, 300)).toBeCloseTo(0.99983, 5);
  expect(share(10, 10)).toBe(1);
});
