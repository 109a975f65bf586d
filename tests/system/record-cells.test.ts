// Cells that only the record speaks of: where they lie among those of the tables, and what stays as it was.
import { describe, expect, test } from 'vitest';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { buildSystem, type System } from '../../src/system/system.ts';
import { SHAPE } from '../release/small-release.ts';
import { PROGRAM } from '../run/town.ts';

const sums = ({ cells, rows }: System) =>
  rows.map((row) =>
    row.cells
      .map(
        (cell, term) =>
          `${row.coefficients[term] === -1 ? '' : '+'}${cells[cell]?.key.split('|').slice(1).join('|')}`,
      )
      .join(' '),
  );

/** Cards, or cards held, by quarter and year, and by channel. */
function shapeOf(release: string, kind: 'flow' | 'stock', periods = ['quarter', 'year']) {
  const program = programSchema.parse({
    ...PROGRAM,
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    measures: [{ ...PROGRAM.measures[0], kind, dimensions: ['channel'] }],
    tables: periods.map((period) => ({
      id: `by-${period}`,
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period, channel: 'channel' },
    })),
    relations: [],
    notes: [],
  });
  const end = releaseEnd(release) ?? 0;
  return { release, declaration: declare(program), codelists: programCodelists(program, end) };
}

describe('buildSystem with cells of the record', () => {
  test('two months online add up in their quarter, with the rest of it', () => {
    const system = buildSystem([SHAPE], ['cards-issued|2024-05|online', 'cards-issued|2024-06|online']);
    const quarter = sums(system).filter((sum) => sum.startsWith('2024-Q2|online'));
    expect(quarter).toEqual(['2024-Q2|online +2024-04|online +2024-05|online +2024-06|online']);
    expect(system.cells.find(({ key }) => key === 'cards-issued|2024-05|online')?.role).toBe('unpublished');
  });

  test('a year that is not over holds its quarters and months to come', () => {
    const system = buildSystem([SHAPE], ['cards-issued|2024|event']);
    const months = ['07', '08', '09', '10', '11', '12'].map((month) => `2024-${month}`).join('+');
    expect(sums(system)).toContain(`2024|event +2024-Q1|event +2024-Q2|event +${months}|event`);
  });

  test('a total to a month within a quarter divides it', () => {
    const system = buildSystem([SHAPE], ['cards-issued|..2024-05|event']);
    expect(sums(system)).toContain('2024-Q2|event +2024-04+2024-05|event +2024-06|event');
    expect(sums(system)).toContain('..2024-05|event +2024-Q1|event +2024-04+2024-05|event');
  });

  test.for([
    ['a cell of a table', 'cards-issued|2024-Q2|online'],
    ['a total to the end of the release', 'cards-issued|..2024-06|online'],
    ['a period that comes later', 'cards-issued|2025-Q1|online'],
    ['another measure', 'applications|2024-05|online'],
    ['no period', 'cards-issued|someday|online'],
    ['a code that the release does not have', 'cards-issued|2024-05|portal'],
  ])('of %s: the same system', ([, key = '']) => {
    expect(buildSystem([SHAPE], [key])).toEqual(buildSystem([SHAPE]));
  });
});

describe('buildSystem of a stock', () => {
  test('periods that end together are one; no others are joined', () => {
    const system = buildSystem([shapeOf('2024-Q4', 'stock')], ['cards-issued|2024-11|event']);
    const along = sums(system).filter((sum) => sum.includes('|event') && !sum.includes('_T'));
    expect(along).toEqual(['2024-Q4|event +2024|event']);
  });

  test('a month that ends a quarter is that quarter', () => {
    const system = buildSystem([shapeOf('2024-Q2', 'stock')], ['cards-issued|2024-06|event']);
    expect(sums(system)).toContain('2024-Q2|event +2024-06|event');
  });
});
