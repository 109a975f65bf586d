// Which margins may go, and what is left of the rows, in systems drawn by hand. Cells are named `period|area|age`.
import { describe, expect, test } from 'vitest';
import { leaveOutMargins } from '../../src/system/idle-margins.ts';
import { type DrawnSystem, drawnSystem } from './drawn-systems.ts';

const none = () => false;

/** The cells that go, and the rows that are left, `whole = part + part`. */
function lean(
  { cells, rows }: DrawnSystem,
  { parts = [], isNamed = none }: { parts?: readonly string[]; isNamed?: (key: string) => boolean } = {},
) {
  const keyOf = (cell: number) => cells[cell]?.key ?? '';
  const places = parts.map((key) => cells.findIndex((cell) => cell.key === key));
  const found = leaveOutMargins({ cells, rows }, places, (cell) => isNamed(keyOf(cell)));
  const side = (row: (typeof rows)[number], sign: number) =>
    row.cells
      .filter((_, term) => row.coefficients[term] === sign)
      .map(keyOf)
      .join(' + ');
  return {
    gone: [...found.gone].map(keyOf).sort(),
    rows: found.rows.map((row) => `${side(row, -1)} = ${side(row, 1)}`),
  };
}

/** A quarter of one area by age, of which only the quarter of the area is published: its ages by month are not. */
const QUARTER = `q|n|_T = 1|n|_T + 2|n|_T
                 1|n|_T = 1|n|u + 1|n|o
                 2|n|_T = 2|n|u + 2|n|o`;

describe('leaveOutMargins', () => {
  test('of sums on the way to a published one: they go, and their parts take their place', () => {
    expect(lean(drawnSystem(QUARTER, ['q|n|_T']))).toEqual({
      gone: ['1|n|_T', '2|n|_T'],
      rows: ['q|n|_T = 1|n|u + 1|n|o + 2|n|u + 2|n|o'],
    });
  });

  test('of a sum in two ways: it goes, and both come to the same', () => {
    const twice = `1|n|_T = 1|n|u + 1|n|o
                   1|n|_T = 1|c|_T + 1|d|_T`;
    expect(lean(drawnSystem(twice))).toEqual({
      gone: ['1|n|_T'],
      rows: ['1|n|u + 1|n|o = 1|c|_T + 1|d|_T'],
    });
  });

  test('of a row that others come to: it goes too', () => {
    const both = `q|n|_T = q|n|u + q|n|o
                  q|n|u = 1|n|u + 2|n|u
                  q|n|o = 1|n|o + 2|n|o
                  q|n|_T = 1|n|_T + 2|n|_T
                  1|n|_T = 1|n|u + 1|n|o
                  2|n|_T = 2|n|u + 2|n|o`;
    const { gone, rows } = lean(drawnSystem(both, ['q|n|_T']));
    expect(gone).toEqual(['1|n|_T', '2|n|_T', 'q|n|o', 'q|n|u']);
    expect(rows).toEqual(['q|n|_T = 1|n|u + 2|n|u + 1|n|o + 2|n|o']);
  });

  test('of what is published, or something besides the rows speaks of: none', () => {
    expect(lean(drawnSystem(QUARTER, ['q|n|_T', '1|n|_T'])).gone).toEqual(['2|n|_T']);
    expect(lean(drawnSystem(QUARTER, ['q|n|_T']), { isNamed: (key) => key === '1|n|_T' }).gone).toEqual([
      '2|n|_T',
    ]);
  });

  test('of a group: it stays', () => {
    const { cells, rows } = drawnSystem(QUARTER, ['q|n|_T']);
    const grouped = cells.map((cell) => (cell.key === '1|n|u' ? { ...cell, groups: ['1|n|_T'] } : cell));
    expect(lean({ cells: grouped, rows }).gone).toEqual(['2|n|_T']);
  });

  test('of a cell in a row that is no sum along one dimension: it stays', () => {
    expect(lean(drawnSystem(`${QUARTER}\n1|n|_T <= 1|m|_T`, ['q|n|_T'])).gone).toEqual(['2|n|_T']);
    expect(lean(drawnSystem(`${QUARTER}\n1|n|_T = 1|c|a + 1|d|b`, ['q|n|_T'])).gone).toEqual(['2|n|_T']);
  });

  test('of parts: they go only where they are sums of parts that stay', () => {
    const margins = ['1|n|_T', '2|n|_T'];
    const joint = ['1|n|u', '1|n|o', '2|n|u', '2|n|o'];
    const system = drawnSystem(QUARTER, ['q|n|_T']);
    expect(lean(system, { parts: [...margins, ...joint] }).gone).toEqual(margins);
    expect(lean(system, { parts: [...margins, ...joint.slice(1)] }).gone).toEqual(['2|n|_T']);
    expect(lean(system, { parts: margins }).gone).toEqual([]);
  });

  test('of two cells of which each is a part of the other: one stays', () => {
    const round = `a|n|_T = b|n|_T + c|n|_T
                   b|n|_T = a|n|_T + c|n|_T
                   q|n|_T = a|n|_T + d|n|_T`;
    expect(lean(drawnSystem(round, ['q|n|_T'])).gone).toHaveLength(1);
  });
});
