import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordBounds } from '../../src/record/record-bounds.ts';

test.each([
  [145825, 'exact', 145825, 145825],
  [500, '', 500, 500],
  [11200, 'more than', 11201, null],
  [14000, 'fewer than', 0, 13999],
  [145800, 'about', 145750, 145850],
  [800, 'about', 750, 850],
  [24000, 'about', 23500, 24500],
  [1025000, 'rounded', 1024500, 1025500],
  [145825, 'about', 145825, 145825],
  [10, 'rounded', 5, 15],
  [0, 'about', 0, 0],
] as const)('recordBounds of %s, "%s", is %s to %s', (value, qualifier, lower, upper) => {
  expect(recordBounds({ value, qualifier })).toEqual({ lower, upper });
});

test('recordBounds of a rounded figure holds every count that rounds to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 0, max: 4 }), (count, zeros) => {
      const unit = 10 ** zeros;
      const { lower, upper } = recordBounds({ value: Math.round(count / unit) * unit, qualifier: 'rounded' });
      if (count >= unit) expect(lower).toBeLessThanOrEqual(count);
      if (count >= unit) expect(upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(count);
    }),
  );
});
