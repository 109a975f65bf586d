// Cells that only the record speaks of: within which cells of the tables they lie, and what that tells.
import { describe, expect, test } from 'vitest';
import { pairsWith } from '../../src/model/record-cells.ts';
import { buildSystem } from '../../src/model/system.ts';
import { SHAPE } from '../release/small-release.ts';

const { declaration, codelists } = SHAPE;
const cells = buildSystem([SHAPE]).cells;
const within = (key: string) =>
  pairsWith(key, cells, declaration, codelists).map((pair) => pair.join(' in '));

describe('pairsWith', () => {
  test('a month online: within its quarter and all totals to date, online and in all', () => {
    expect(within('cards-issued|2024-05|online')).toEqual([
      'cards-issued|2024-05|online in cards-issued|2024-Q2|online',
      'cards-issued|2024-05|online in cards-issued|2024-Q2|_T',
      'cards-issued|2024-05|online in cards-issued|..2024-06|online',
      'cards-issued|2024-05|online in cards-issued|..2024-06|_T',
    ]);
  });

  test('a year: it holds its quarters, and lies within no total to date that ends before it', () => {
    expect(within('cards-issued|2024|event')).toEqual([
      'cards-issued|2024-Q1|event in cards-issued|2024|event',
      'cards-issued|2024-Q2|event in cards-issued|2024|event',
      'cards-issued|..2024-06|event in cards-issued|2024|event',
    ]);
  });

  test('of a stock: only periods that end together', () => {
    const measures = declaration.measures.map((measure) => ({ ...measure, kind: 'stock' as const }));
    const pairs = pairsWith('cards-issued|2024-06|event', cells, { ...declaration, measures }, codelists);
    expect(pairs.every(([part]) => part === 'cards-issued|2024-06|event')).toBe(true);
    expect(pairs.map(([, whole]) => whole)).not.toContain('cards-issued|2024-Q1|event');
    expect(pairs.map(([, whole]) => whole)).toContain('cards-issued|2024-Q2|event');
  });

  test('of another measure, or a period that is none: no pairs', () => {
    expect([within('applications|2024-05|online'), within('cards-issued|someday|online')]).toEqual([[], []]);
  });
});

describe('buildSystem with a recorded cell', () => {
  test('adds it as an unknown under no promise, at most each cell that it lies within', () => {
    const key = 'cards-issued|2024-05|online';
    const system = buildSystem([SHAPE], [key]);
    const at = system.index.get(key) ?? -1;
    expect(system.cells[at]?.role).toBe('unpublished');
    const rows = system.rows.filter((row) => row.cells.includes(at));
    expect(rows.map(({ coefficients, lower, upper }) => [coefficients, lower, upper])).toEqual(
      Array.from({ length: 4 }, () => [[1, -1], Number.NEGATIVE_INFINITY, 0]),
    );
  });

  test('of a cell that tables hold already: the same system', () => {
    expect(buildSystem([SHAPE], ['cards-issued|2024-Q2|online'])).toEqual(buildSystem([SHAPE]));
  });
});
