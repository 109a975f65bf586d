import { beforeAll, describe, expect, test } from 'vitest';
import { DIST, listPages } from './site.ts';
import { hasIsland, isHome, LIMITS, type PageWeight, weighPages, weighStyles } from './weigh.ts';

const KB = 1000;
let weights: readonly PageWeight[] = [];

beforeAll(() => {
  weights = weighPages(DIST);
});

describe('over the wire', () => {
  test('every page is weighed, with what it loads', () => {
    expect(weights.length).toBeGreaterThanOrEqual(listPages().length);
    expect(Math.min(...weights.filter(({ path }) => isHome(path)).map(({ requests }) => requests))).toBe(4);
    expect(Math.max(...weights.map(({ scriptBytes }) => scriptBytes))).toBeGreaterThan(LIMITS.script * KB);
  });

  test('every page weighs at most 100 kB with all that it loads, a home page 50 kB', () => {
    const limitOf = (path: string) => (isHome(path) ? LIMITS.home : LIMITS.page) * KB;
    expect(weights.filter(({ path, bytes }) => bytes > limitOf(path))).toEqual([]);
  });

  test('scripts weigh at most 15 kB, but for those of the explorer and the attack', () => {
    const others = weights.filter(({ path }) => !hasIsland(path));
    expect(others.filter(({ scriptBytes }) => scriptBytes > LIMITS.script * KB)).toEqual([]);
  });

  test('all style sheets together weigh at most 12 kB', () => {
    const bytes = weighStyles(DIST);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(LIMITS.styles * KB);
  });
});
