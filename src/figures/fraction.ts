/** Shares that people say in words: `one in five` for 20.7%. */

/** By their names; messages have the words. */
const VALUES = {
  'nine-tenths': 9 / 10,
  'four-fifths': 4 / 5,
  'three-quarters': 3 / 4,
  'two-thirds': 2 / 3,
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
} as const;
export type Fraction = keyof typeof VALUES;

export const FRACTIONS = Object.keys(VALUES) as [Fraction, ...Fraction[]];

/** A share this much off the fraction is not near it: 20.7% is one in five, 21% is not. */
const NEAR = 0.04;

/** The nearest fraction of a share of 0 to 1; undefined where none is near. */
export function fractionNear(share: number): Fraction | undefined {
  const off = (name: Fraction) => Math.abs(share / VALUES[name] - 1);
  const nearest = FRACTIONS.reduce((best, name) => (off(name) < off(best) ? name : best));
  return off(nearest) <= NEAR ? nearest : undefined;
}
