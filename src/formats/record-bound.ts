/** What figures on the record tell of cells, as the attack takes them and as an audit keeps them. */

/** What a figure on the record says of a cell: whole numbers, `upper` null where it sets no limit. */
export interface RecordBound {
  /** The cell as `measure|period|code|...`. */
  readonly cell: string;
  readonly lower: number;
  readonly upper: number | null;
}

/** `recordFigures` of an audit; in audits of before 2026-12 only how many figures there were. */
export type KnownFigures = readonly RecordBound[] | number;

export const KNOWN_FIGURES_FORM =
  'a figure on the record has a cell and whole numbers of 0 or more, "lower" not above "upper"; each stands once, in order';

/** Each once, in the one order in which they are written. */
export function orderBounds(bounds: readonly RecordBound[]): RecordBound[] {
  const sorted = bounds.toSorted(compareBounds);
  return sorted.filter((bound, at) => {
    const before = sorted[at - 1];
    return before === undefined || compareBounds(before, bound) < 0;
  });
}

/** Whether a value read from an audit is one that could be written, in a browser too, where no schema is at hand. */
export function isKnownFigures(value: unknown): value is KnownFigures {
  if (!Array.isArray(value)) return isCount(value);
  if (!value.every(isBound)) return false;
  const ordered = orderBounds(value);
  return ordered.length === value.length && ordered.every((bound, at) => bound === value[at]);
}

function isBound(value: unknown): value is RecordBound {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.keys(value).join() !== 'cell,lower,upper') return false;
  const { cell, lower, upper } = value as Record<keyof RecordBound, unknown>;
  const isCell = typeof cell === 'string' && cell !== '';
  return isCell && isCount(lower) && (upper === null || (isCount(upper) && upper >= lower));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** By cell, then by lower and upper limit; no limit comes last. */
function compareBounds(one: RecordBound, other: RecordBound): number {
  if (one.cell !== other.cell) return one.cell < other.cell ? -1 : 1;
  if (one.lower !== other.lower) return one.lower - other.lower;
  if (one.upper === other.upper) return 0;
  return (one.upper ?? Number.POSITIVE_INFINITY) - (other.upper ?? Number.POSITIVE_INFINITY);
}
