// Certificates of random tables: every claim of a kept promise is shown by addition alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackTable } from './certified.ts';

test('certify of random tables whose pattern keeps the promise: always shown by addition alone', () => {
  let kept = 0;
  const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 3, maxLength: 3 });
  // The total of all stays published, so that every count has a limit.
  const names = ['r0', 'r1', 'r2', 'all']
    .flatMap((row) => ['c0', 'c1', 'c2', 'any'].map((column) => `${row}|${column}`))
    .slice(0, -1);
  fc.assert(
    fc.property(list(list(count)), fc.subarray(names, { minLength: 5 }), (counts, hidden) => {
      const found = attackTable(counts, hidden);
      fc.pre(found.kept && found.claims.ranges.size > 0);
      kept += 1;
      expect(found.check({})).toEqual({ faults: [], shown: found.claims.ranges.size, onWord: [] });
    }),
    { numRuns: 40, seed: 4, maxSkipsPerRun: 400 },
  );
  expect(kept).toBe(40);
});
