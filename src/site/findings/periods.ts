/** Which periods findings compare: the last that is whole and has a count, and the same a year before. */
import { isPartOfYear, PERIOD_LEVELS } from '../../program/period.ts';
import type { Measure, Table } from '../../program/program.ts';
import { addressAt, levelCodes } from '../blocks/table-grid.ts';
import { cellFigure } from '../figures/figures.ts';
import { inSentence } from '../figures/in-sentence.ts';
import { codeLabel, endOf, type ReleaseView } from '../view.ts';

type Levels = Pick<Table, 'levels'>;

/** The last period of a table for which some count is published in this cell. */
export function latestPeriod(
  view: ReleaseView,
  { table, measure }: { readonly table: Levels; readonly measure: Measure },
): string | undefined {
  return levelCodes(view, table, 'period').findLast(
    (period) => cellFigure(view.source, addressAt(measure, new Map([['period', period]]))) !== undefined,
  );
}

/** Two periods a year apart. */
export interface Compared {
  readonly before: string;
  readonly now: string;
}

/** The last two of a level that may be compared in the cell with these codes; a cell with a remark of its own may not. */
export function comparedPeriods(
  view: ReleaseView,
  measure: Measure,
  level: string,
  codes: ReadonlyMap<string, string> = new Map(),
): Compared | undefined {
  const isWhole = (period: string) => {
    const cell = view.source.cells.get(addressAt(measure, new Map([...codes, ['period', period]])));
    return cell?.count != null && cell.status === '' && cell.note === '';
  };
  const periods = levelCodes(view, { levels: { period: level } }, 'period');
  const last = periods.findLast((period) => !period.includes('..') && isWhole(period));
  const before = last === undefined ? undefined : yearBefore(last);
  return last === undefined || before === undefined || !periods.includes(before) || !isWhole(before)
    ? undefined
    : { before, now: last };
}

/** `2024-06` of `2025-06`, `FY2024` of `FY2025`; undefined for a part of a year. */
export function yearBefore(period: string): string | undefined {
  const match = /^(FY)?(\d{4})(-\d{2}|-[QH]\d)?$/.exec(period);
  if (match === null) return undefined;
  const [, fiscal = '', year = '', rest = ''] = match;
  return `${fiscal}${Number(year) - 1}${rest}`;
}

/** The level of the longest periods for which a measure has a published count; years of the office before those of the calendar. */
export function longestLevel(view: ReleaseView, measure: Measure): string | undefined {
  const levels = PERIOD_LEVELS.toReversed();
  return levels.find((level) => comparedPeriods(view, measure, level) !== undefined);
}

/** The name of a period after a comma or a dash: `fiscal year 2025`, `June 2025`. */
export function periodBare(view: ReleaseView, period: string): string {
  const label = codeLabel(view, 'period', period);
  return period.startsWith('FY') ? inSentence(label) : label;
}

/** The same inside a sentence, with its article in a language that has one there. */
export function periodWords(view: ReleaseView, period: string): string {
  const bare = periodBare(view, period);
  return period.startsWith('FY') ? view.messages.words.yearWithin.text({ period: bare }) : bare;
}

/** What a period ends with, inside a sentence after "the end of". */
export function endWords(view: ReleaseView, period: string): string {
  return isPartOfYear(period) ? endOf(view, period) : periodWords(view, period);
}
