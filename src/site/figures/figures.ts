/**
 * Where figures are made, but for those that count requests on the record (`request-figures.ts`) and those of the audit
 * (`audit-figures.ts`): numbers with their origin, from published cells, the record, the rules of a program or the threshold. A figure that would need a count that is not published is not made (`undefined`).
 * Shares and changes in percent with one decimal, counts whole, always.
 */

import { formatDay } from '../../figures/dates.ts';
import { evaluate, type Figure, type Formula, formatNumber, isPercentage } from '../../figures/figure.ts';
import { cellKey, type PublishedCell } from '../../program/cell.ts';
import type { CountRange } from '../../program/count-range.ts';
import { type MonthNumber, monthCode } from '../../program/period.ts';
import { nextDue } from '../../program/schedule.ts';
import type { SumRange } from '../../release/sum-range.ts';

/** Where figures come from and for whom they are written. */
export interface FigureSource {
  readonly program: string;
  readonly release: string;
  readonly language: string;
  /** Published and withheld cells by `cellAddress`. */
  readonly cells: ReadonlyMap<string, PublishedCell>;
  /** Between what numbers sums of them lie. */
  readonly rangeOf: SumRange;
}

/** A figure on the record, as the site needs it. */
export interface RecordedNumber {
  readonly id: string;
  readonly value: number;
}

/** `cards-issued|2024|online`: the name of a cell among all measures of a release. */
export function cellAddress(measure: string, codes: readonly string[]): string {
  return cellKey([measure, ...codes]);
}

/** The published count of one cell. */
export function cellFigure(source: FigureSource, address: string): Figure | undefined {
  return formulaFigure(source, 'count', [address]);
}

export function sumFigure(source: FigureSource, addresses: readonly string[]): Figure | undefined {
  return formulaFigure(source, 'sum', addresses);
}

/** The first less all others. */
export function differenceFigure(source: FigureSource, addresses: readonly string[]): Figure | undefined {
  return formulaFigure(source, 'difference', addresses);
}

/** `part` in percent of `whole`. */
export function shareFigure(source: FigureSource, part: string, whole: string): Figure | undefined {
  return formulaFigure(source, 'share', [part, whole]);
}

/** By how much `after` is above `before`, in percent of `before`; undefined where it is below. */
export function moreFigure(source: FigureSource, before: string, after: string): Figure | undefined {
  return formulaFigure(source, 'more', [before, after]);
}

/** By how much `after` is below `before`, in percent of `before`; undefined where it is above. */
export function fewerFigure(source: FigureSource, before: string, after: string): Figure | undefined {
  return formulaFigure(source, 'fewer', [before, after]);
}

/** How often the first share (`part` of `whole`) is the second. */
export function timesFigure(
  source: FigureSource,
  cells: readonly [string, string, string, string],
): Figure | undefined {
  return formulaFigure(source, 'times', cells);
}

/** The middle one of the cells. */
export function medianFigure(source: FigureSource, cells: readonly string[]): Figure | undefined {
  return formulaFigure(source, 'median', cells);
}

function formulaFigure(
  source: FigureSource,
  formula: Parameters<typeof evaluate>[0],
  addresses: readonly string[],
): Figure | undefined {
  const counts = addresses.map((address) => source.cells.get(address)?.count ?? null);
  if (counts.length === 0 || !counts.every((count) => count !== null)) return undefined;
  const value = evaluate(formula, counts);
  return Number.isFinite(value) ? figureOf(source, formula, addresses, value) : undefined;
}

/** The least and most that cells can add up to: one and the same figure where what is published leaves no other. */
export function rangeFigures(source: FigureSource, addresses: readonly string[]): RangeFigures | undefined {
  const range = source.rangeOf(addresses);
  if (range === undefined) return undefined;
  const { least, most } = range;
  return {
    least: figureOf(source, 'least', addresses, least),
    most: most === null ? null : figureOf(source, 'most', addresses, most),
    range,
  };
}

/** `most` is null where nothing limits it. */
export interface RangeFigures {
  readonly least: Figure;
  readonly most: Figure | null;
  readonly range: CountRange;
}

/** A number of `program.json` by its path. */
export function papersFigure(program: string, path: string, value: number, language: string): Figure {
  const text = formatNumber(value, language, { percent: false, decimals: 0 });
  return { text, origin: { kind: 'papers', program, path } };
}

/** The day on which the release after this one is due, by the program's schedule. */
export function dueFigure(program: string, release: string, daysAfter: number, language: string): Figure {
  return {
    text: formatDay(nextDue(release, daysAfter), language),
    origin: { kind: 'schedule', program, release },
  };
}

interface KeptUntilSource {
  readonly program: string;
  readonly channel: string;
  readonly group: string;
}

/** Until when the record is kept of who applied in a month, by the rules of the program. */
export function keptUntilFigure(
  source: KeptUntilSource,
  { age, month, until }: { readonly age: string; readonly month: string; readonly until: string },
  language: string,
): Figure {
  return { text: formatDay(until, language), origin: { kind: 'kept-until', ...source, age, month } };
}

/** A month in which a way to apply was open. */
export function openMonthFigure(source: KeptUntilSource, month: string, language: string): Figure {
  return { text: formatDay(month, language), origin: { kind: 'kept-until', ...source, age: '', month } };
}

/** A number of the invented table that explains hiding, by its path. */
export function exampleFigure(path: string, value: number, language: string): Figure {
  const text = formatNumber(value, language, { percent: false, decimals: 0 });
  return { text, origin: { kind: 'example', path } };
}

/** The month that ends some years after a period; `end` is that month. */
export function calendarFigure(
  { program, release, language }: FigureSource,
  period: string,
  years: number,
  end: MonthNumber,
): Figure {
  const text = formatDay(monthCode(end), language);
  return { text, origin: { kind: 'calendar', program, release, period, years } };
}

/** How many of the cells are withheld. */
export function withheldFigure(source: FigureSource, addresses: readonly string[]): Figure {
  const withheld = addresses.filter((address) => source.cells.get(address)?.status === 'c').length;
  return figureOf(source, 'withheld', addresses, withheld);
}

/** How many of the cells have a published count. */
export function publishedFigure(source: FigureSource, addresses: readonly string[]): Figure {
  const published = addresses.filter((address) => (source.cells.get(address)?.count ?? null) !== null).length;
  return figureOf(source, 'published', addresses, published);
}

/** How many cells there are. */
export function cellsFigure(source: FigureSource, addresses: readonly string[]): Figure {
  return figureOf(source, 'cells', addresses, addresses.length);
}

function figureOf(
  { program, release, language }: FigureSource,
  formula: Formula,
  cells: readonly string[],
  value: number,
): Figure {
  if (cells.length === 0) throw new Error('internal error: a figure of no cells has no origin');
  const decimals = isPercentage(formula) || formula === 'times' ? 1 : 0;
  const text = formatNumber(value, language, { percent: isPercentage(formula), decimals });
  return { text, origin: { kind: 'cells', program, release, formula, cells: [...cells], decimals } };
}

/** A figure as somebody else published it, one of ours by `derived` included. Its qualifier stands beside it, never in it. */
export function recordFigure(program: string, { id, value }: RecordedNumber, language: string): Figure {
  const decimals = Number.isInteger(value) ? 0 : 1;
  const text = formatNumber(value, language, { percent: false, decimals });
  return { text, origin: { kind: 'record', program, formula: 'count', figures: [id], decimals } };
}

/** One figure on the record in percent of another, as we computed it. */
export function recordShare(
  program: string,
  part: RecordedNumber,
  whole: RecordedNumber,
  language: string,
): Figure {
  return recordRatio(program, 'share', [part, whole], part.value / whole.value, language);
}

/** By how much one figure on the record is above or below the one before it, in percent of that, as we computed it. */
export function recordChange(
  program: string,
  before: RecordedNumber,
  after: RecordedNumber,
  language: string,
): { readonly word: 'more' | 'fewer' | 'other'; readonly by: Figure | string } {
  if (after.value === before.value) return { word: 'other', by: '' };
  const word = after.value < before.value ? 'fewer' : 'more';
  const ratio = Math.abs(after.value - before.value) / before.value;
  return { word, by: recordRatio(program, word, [before, after], ratio, language) };
}

function recordRatio(
  program: string,
  formula: 'share' | 'more' | 'fewer',
  figures: readonly RecordedNumber[],
  value: number,
  language: string,
): Figure {
  return {
    text: formatNumber(value, language, { percent: true, decimals: 1 }),
    origin: { kind: 'record', program, formula, figures: figures.map(({ id }) => id), decimals: 1 },
  };
}

/** The fewest people that a published count of a program, other than zero, may stand for. */
export function thresholdFigure(program: string, k: number, language: string): Figure {
  return {
    text: formatNumber(k, language, { percent: false, decimals: 0 }),
    origin: { kind: 'threshold', program },
  };
}
