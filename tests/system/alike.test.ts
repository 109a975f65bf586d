// Which cells differ in their period alone, in systems drawn by hand. Cells are named `period|area`.
import { describe, expect, test } from 'vitest';
import { alikeCells } from '../../src/system/alike.ts';
import { drawnSystem } from './drawn-systems.ts';

/** Two quarters of two areas, each of two months, which make a year. */
const QUARTERS = `q1|n = 1|n + 2|n
                  q2|n = 3|n + 4|n
                  y|n = q1|n + q2|n
                  y|s = 1|s + 2|s + 3|s + 4|s
                  1|_T = 1|n + 1|s`;

const alike = (text: string, published: readonly string[]) => {
  const { cells, rows } = drawnSystem(text, published);
  const names = alikeCells({ cells, rows }).map((first) => cells[first]?.key);
  return Object.fromEntries(
    cells.map(({ key }, cell) => [key, names[cell]]).filter(([key, first]) => key !== first),
  );
};

describe('alikeCells', () => {
  test('of months within the same quarter and year: the first of them, by area', () => {
    expect(alike(QUARTERS, ['q1|n', 'q2|n', 'y|n', 'y|s', '1|_T'])).toEqual({
      '2|n': '1|n',
      '4|n': '3|n',
      '2|s': '1|s',
      '4|s': '3|s',
    });
  });

  test('of quarters that nobody publishes: the first of the year too', () => {
    expect(alike(QUARTERS, ['y|n', 'y|s'])).toMatchObject({ 'q2|n': 'q1|n' });
  });

  test('of cells that a table has: themselves', () => {
    expect(alike(QUARTERS, ['q1|n', 'q2|n', 'y|n', 'y|s', '1|_T', '1|n', '3|s'])).toEqual({
      '4|n': '3|n',
      '2|s': '1|s',
    });
  });

  test('of periods within no longer one: themselves', () => {
    expect(alike('1|_T = 1|n + 1|s\n2|_T = 2|n + 2|s', [])).toEqual({});
  });
});
