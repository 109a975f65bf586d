// Which totals over time may go, in systems drawn by hand. Cells are named `period|area`; `_T` is a total over time.
import { describe, expect, test } from 'vitest';
import { idleTotals, withoutCells } from '../../src/system/idle-totals.ts';
import type { Row } from '../../src/system/system.ts';
import { drawnSystem } from './drawn-systems.ts';

const none = () => false;
const idle = (
  { cells, rows }: ReturnType<typeof drawnSystem>,
  isNamed: (key: string) => boolean = none,
): string[] => [...idleTotals({ cells, rows }, isNamed)].map((cell) => cells[cell]?.key ?? '');

/** Two years of two areas, whose totals over time add up as the years do. */
const YEARS = `_T|n = 1|n + 2|n
               _T|s = 1|s + 2|s
               _T|_T = 1|_T + 2|_T
               1|_T = 1|n + 1|s
               2|_T = 2|n + 2|s
               _T|_T = _T|n + _T|s`;

describe('idleTotals', () => {
  test('of totals that nobody publishes: all of them', () => {
    expect(idle(drawnSystem(YEARS)).sort()).toEqual(['_T|_T', '_T|n', '_T|s']);
  });

  test('of a total that is published: none of it, though its parts may go', () => {
    expect(idle(drawnSystem(YEARS, ['_T|_T'])).sort()).toEqual(['_T|n', '_T|s']);
  });

  test('of what something besides the rows speaks of: none', () => {
    expect(idle(drawnSystem(YEARS), (key) => key === '_T|n').sort()).toEqual(['_T|_T', '_T|s']);
  });

  test('of totals whose areas add up while those of one year are not said to: none', () => {
    expect(idle(drawnSystem(YEARS.replace('2|_T = 2|n + 2|s\n', '')))).toEqual([]);
  });

  test('of totals one of which has no sum over time: none that it stands in a row with', () => {
    expect(idle(drawnSystem(YEARS.replace('_T|s = 1|s + 2|s\n', '')))).toEqual([]);
  });

  test('of totals over other times than those they stand in a row with: none', () => {
    expect(idle(drawnSystem(YEARS.replace('_T|s = 1|s + 2|s\n', '_T|s = 1|s + 3|s\n')))).toEqual([]);
  });

  test('of a total that a relation of its own speaks of: none', () => {
    expect(idle(drawnSystem(`${YEARS}\n_T|n <= x|x`))).not.toContain('_T|n');
    expect(idle(drawnSystem(`${YEARS}\nx|x <= _T|n`))).not.toContain('_T|n');
  });

  test('of a total in a relation that holds in every year as well: it goes', () => {
    const held = `_T|h = 1|h + 2|h
                  1|n <= 1|h
                  2|n <= 2|h
                  _T|n <= _T|h`;
    expect(idle(drawnSystem(`${YEARS}\n${held}`)).sort()).toEqual(['_T|_T', '_T|h', '_T|n', '_T|s']);
    expect(idle(drawnSystem(`${YEARS}\n${held.replace('2|n <= 2|h\n', '')}`)).sort()).toEqual([
      '_T|_T',
      '_T|s',
    ]);
  });

  test('of a total that is a part of another over time: none', () => {
    expect(idle(drawnSystem('_T|n@old = 1|n + 2|n\n_T|n@new = _T|n@old + 3|n'))).toEqual([]);
  });

  test('of a total with two sums: only where both come to the same parts', () => {
    const halves = `_T|n = 1|n + 2|n
                    _T|n = a|n + f|n + d|n
                    1|n = a|n + b|n
                    2|n = c|n + d|n
                    f|n = b|n + c|n`;
    expect(idle(drawnSystem(halves))).toEqual(['_T|n']);
    expect(idle(drawnSystem(halves.replace('f|n = b|n + c|n', 'f|n = b|n + e|n')))).toEqual([]);
  });

  test('of a group and of its categories: none of the group', () => {
    const { cells, rows } = drawnSystem(YEARS);
    const grouped = cells.map((cell) => (cell.key === '1|n' ? { ...cell, groups: ['_T|n'] } : cell));
    expect(idle({ cells: grouped, rows }).sort()).toEqual(['_T|_T', '_T|s']);
  });

  test('of a sum that counts a part twice, or has a remainder: none', () => {
    const { cells, rows } = drawnSystem('_T|n = 1|n + 2|n');
    const [row] = rows as [Row];
    expect(idle({ cells, rows: [{ ...row, coefficients: [-1, 1, 2] }] })).toEqual([]);
    expect(idle({ cells, rows: [{ ...row, lower: 3, upper: 3 }] })).toEqual([]);
    expect(idle({ cells, rows: [{ ...row, upper: 3 }] })).toEqual([]);
  });
});

test('withoutCells leaves out cells and their rows, and says where the others stand now', () => {
  const { cells, rows, places } = withoutCells(drawnSystem(YEARS), new Set([0, 3]));
  expect(cells.map(({ key }) => key)).toEqual(['1|n', '2|n', '1|s', '2|s', '_T|_T', '1|_T', '2|_T']);
  expect(rows.map((row) => row.cells.map((cell) => cells[cell]?.key).join())).toEqual([
    '_T|_T,1|_T,2|_T',
    '1|_T,1|n,1|s',
    '2|_T,2|n,2|s',
  ]);
  expect([...places.keys()]).toEqual([1, 2, 4, 5, 6, 7, 8]);
});
