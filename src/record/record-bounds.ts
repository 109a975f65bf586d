/**
 * What a figure on the record tells the attack of its cell: whole numbers between which the count lies,
 * both included.
 *
 *   exact, or the bare number    145,825             145,825 to 145,825
 *   more than                    11,200              11,201 and up
 *   fewer than                   14,000              0 to 13,999
 *   about, rounded               145,800             145,750 to 145,850
 *
 * A rounded figure lies within half a unit of its last digit that is not 0, ends included, whichever way
 * ties go. A bare number counts as exact: an attack that believes too much fails on the safe side, because it
 * condemns a release that a careful reader could not break.
 */
import type { PublicRecord, RecordedFigure } from './record.ts';

export interface Bounds {
  readonly lower: number;
  /** Null where the figure sets no limit. */
  readonly upper: number | null;
}

/** Bounds of a figure with a whole value, as every figure that maps to a cell has. */
export function recordBounds({ value, qualifier }: Pick<RecordedFigure, 'value' | 'qualifier'>): Bounds {
  switch (qualifier) {
    case '':
    case 'exact':
      return { lower: value, upper: value };
    case 'more than':
      return { lower: value + 1, upper: null };
    case 'fewer than':
      return { lower: 0, upper: value - 1 };
    case 'about':
    case 'rounded': {
      const half = Math.floor(lastUnit(value) / 2);
      return { lower: value - half, upper: value + half };
    }
  }
}

/** The bounds of all cells that figures on the record map to. */
export function cellBounds({ figures }: PublicRecord): ({ readonly cell: string } & Bounds)[] {
  return figures
    .filter(({ cell }) => cell !== '')
    .map((figure) => ({ cell: figure.cell, ...recordBounds(figure) }));
}

/** 100 for 145,800; 1 for 145,825 and for 0. */
function lastUnit(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}
