// What a reader knows of a table that is drawn as rows of counts.

import { naturalZeros } from '../../src/system/natural-zeros.ts';
import type { Facts } from '../../src/verify/facts.ts';
import type { Table } from './tables.ts';

/** A bound on the record by key: at least, at most. */
export type Bounds = Readonly<Record<string, readonly [number, number]>>;

/**
 * A dot is a withheld count, `-` one that the office gave not, `z` a zero that cannot be otherwise; in the order of the
 * system's cells.
 */
export function factsFrom({ system }: Table, drawing: string, record: Bounds = {}): Facts {
  const drawn = drawing.trim().split(/\s+/);
  const bound = (side: 0 | 1, none: number) => system.cells.map(({ key }) => record[key]?.[side] ?? none);
  const countOf = (sign: string) => (/\d/.test(sign) ? Number(sign) : undefined);
  const cellsWith = (sign: string) => system.cells.flatMap((_, cell) => (drawn[cell] === sign ? [cell] : []));
  return {
    given: system.cells.map((_, cell) => countOf((drawn[cell] ?? '').replace('z', '0'))),
    withheld: new Set(cellsWith('.')),
    lower: bound(0, 0),
    upper: bound(1, Number.POSITIVE_INFINITY),
    contradictions: [],
    natural: naturalZeros(system, new Set(cellsWith('z'))),
  };
}
