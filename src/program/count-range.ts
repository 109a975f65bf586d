/** Counts of which no more is known than between what numbers they lie, both included: one adder for all of them. */

/** What is known of a count; `most` is null where nothing limits it. */
export interface CountRange {
  readonly least: number;
  readonly most: number | null;
}

/** Whether nothing more is known than that it is a count. */
export function isUnlimited({ least, most }: CountRange): boolean {
  return least === 0 && most === null;
}

/** A range as an office gives it. */
export interface GivenRange extends CountRange {
  readonly most: number;
}

/** The columns of files that hold its ends. */
export const RANGE_COLUMNS = ['at_least', 'at_most'] as const;

/** The end of the sum of counts; NaN where one of them is not known at all, or where nothing limits it. */
export function sumOfRanges(end: 'least' | 'most', ranges: readonly (CountRange | undefined)[]): number {
  return ranges.reduce((sum, range) => sum + (range?.[end] ?? Number.NaN), 0);
}

/** The sum of ranges that have both ends; undefined where one of them is not known. */
export function addRanges(ranges: readonly (GivenRange | undefined)[]): GivenRange | undefined {
  const [least, most] = [sumOfRanges('least', ranges), sumOfRanges('most', ranges)];
  return Number.isNaN(most) ? undefined : { least, most };
}

/** What a reader knows of a cell: its count, the range that is given of it, what the audit proved of it, or nothing. */
export function rangeOfCell(
  cell:
    | { readonly count: number | null; readonly status: string; readonly range?: GivenRange | undefined }
    | undefined,
  proved: CountRange | undefined,
): CountRange | undefined {
  if (cell?.status === 'z') return { least: 0, most: 0 };
  if (cell?.status === 'c') return proved;
  const count = cell?.count ?? null;
  return count === null ? cell?.range : { least: count, most: count };
}
