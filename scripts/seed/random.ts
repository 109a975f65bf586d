/**
 * Chance that always falls the same way. Generator: Mulberry32 by Tommy Ettinger (2017, public domain,
 * gist.github.com/tommyettinger/46a874533244883189143505d203312c); 32 bits of state are enough to draw some
 * hundred thousand times.
 */

/** The next number from 0 (included) to 1 (excluded). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How `count` people fall on groups of the given weights, each by a draw of their own. */
export function spread(count: number, weights: readonly number[], random: Random): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.map(() => 0);
  for (let person = 0; person < count; person += 1) {
    const group = groupAt(random() * total, weights);
    found[group] = (found[group] ?? 0) + 1;
  }
  return found;
}

function groupAt(point: number, weights: readonly number[]): number {
  let left = point;
  for (const [group, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return group;
  }
  return weights.length - 1;
}
