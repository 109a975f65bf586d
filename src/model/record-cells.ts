/**
 * Cells that only a figure on the record speaks of, such as one month of one area where tables have years by area.
 * Such a cell is a part of every cell that contains it, and contains others whole:
 *
 *   part <= whole        for each pair of cells of one measure, of which one lies within the other
 */
import { type Codelist, leafSets } from './codelist.ts';
import type { Declaration } from './declaration.ts';
import { type MonthNumber, monthNumber, periodMonths } from './period.ts';

/** A cell by its key in the system, `measure|period|code|...`. */
export interface KeyedCell {
  readonly key: string;
  readonly measure: string;
}

/** Keys of cells, the first of which lies within the second. */
export type Within = readonly [part: string, whole: string];

/** All pairs of which one is `key`. `codelists` are all those of the release, `period` and others. */
export function pairsWith(
  key: string,
  cells: Iterable<KeyedCell>,
  { measures, period }: Declaration,
  codelists: readonly Codelist[],
): Within[] {
  const [id = ''] = key.split('|');
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined || period === undefined) return [];
  const spans = (one: string, other: string) =>
    spanWithin(spanOf(one, period), spanOf(other, period), measure.kind);
  const isWithin = (part: string, whole: string) => {
    const [, partPeriod = '', ...partCodes] = part.split('|');
    const [, wholePeriod = '', ...wholeCodes] = whole.split('|');
    return (
      spans(partPeriod, wholePeriod) &&
      measure.dimensions.every((dimension, at) =>
        codeWithin(partCodes[at] ?? '', wholeCodes[at] ?? '', listOf(dimension, codelists)),
      )
    );
  };
  const others = [...cells].filter((cell) => cell.measure === id && cell.key !== key);
  return others.flatMap((cell): Within[] => {
    if (isWithin(key, cell.key)) return [[key, cell.key]];
    return isWithin(cell.key, key) ? [[cell.key, key]] : [];
  });
}

type Span = readonly [MonthNumber, MonthNumber];

function spanOf(
  code: string,
  { from, fiscalYearStartMonth }: NonNullable<Declaration['period']>,
): Span | undefined {
  const toDate = code.startsWith('..') ? monthNumber(code.slice(2)) : undefined;
  if (toDate === undefined) return periodMonths(code, fiscalYearStartMonth);
  return [monthNumber(from) ?? toDate, toDate];
}

/** A stock is as of the end of a period, so that only periods with one end can be compared. */
function spanWithin(part: Span | undefined, whole: Span | undefined, kind: 'flow' | 'stock'): boolean {
  if (part === undefined || whole === undefined) return false;
  if (kind === 'stock') return part[1] === whole[1];
  return part[0] >= whole[0] && part[1] <= whole[1];
}

function listOf(dimension: string, codelists: readonly Codelist[]): Codelist | undefined {
  return codelists.find((list) => list.dimension === dimension);
}

function codeWithin(part: string, whole: string, codelist: Codelist | undefined): boolean {
  if (part === whole) return true;
  if (codelist === undefined) return false;
  const leaves = leafSets(codelist);
  const [inner, outer] = [leaves.get(part), leaves.get(whole)];
  return inner !== undefined && outer !== undefined && [...inner].every((leaf) => outer.has(leaf));
}
