/**
 * `cubes/<measure>.csv` and `tables/<table>.csv`: a column per dimension, then `count`, `status`, `note`.
 * A row for every cell, published or not; `count` is empty where the status is `c`, `z` or `x`. Where counts may be known as
 * ranges alone, `at_least` and `at_most` stand behind `count`: both where there is a range, and then the status is `x`.
 */
import {
  hasNoCount,
  type PublishedCell,
  RANGE_NOTE,
  STATUSES,
  type Status,
  WITHHELD_NOTE,
} from '../program/cell.ts';
import { type GivenRange, RANGE_COLUMNS } from '../program/count-range.ts';
import type { Declaration } from '../program/declaration.ts';
import { countsRequests } from '../program/docket-plan.ts';
import { formatCsv, parseCsv } from '../reading/csv.ts';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { markNote, type Nature, unmarkNote } from './invented-mark.ts';

const VALUE_COLUMNS = ['count', 'status', 'note'] as const;

/** What cells of a file say beside their codes. */
export interface CellForm {
  readonly nature: Nature;
  /** Whether counts may be known as ranges alone; not if left out. */
  readonly withRanges?: boolean;
}

/** Of cells of a measure, or of lines that follow from them. */
export function formOf(
  { nature, requests }: Pick<Declaration, 'nature' | 'requests'>,
  measure: string,
): CellForm {
  return { nature, withRanges: requests === 'totals' && countsRequests(measure) };
}

function columnsOf(dimensions: readonly string[], { withRanges = false }: CellForm): string[] {
  const [count, ...others] = VALUE_COLUMNS;
  return [...dimensions, count, ...(withRanges ? RANGE_COLUMNS : []), ...others];
}

/** `dimensions` are the columns in order, `period` first; every cell has one code for each. */
export function formatCells(
  dimensions: readonly string[],
  cells: readonly PublishedCell[],
  form: CellForm,
): string {
  const rows = cells.map(({ codes, count, range, status, note }) => [
    ...codes,
    count === null ? '' : String(count),
    ...(form.withRanges === true ? [range?.least, range?.most].map((end) => String(end ?? '')) : []),
    status,
    markNote(note, form.nature),
  ]);
  return formatCsv({ header: columnsOf(dimensions, form), rows });
}

/** Reads what `formatCells` wrote; refuses a count beside `c`, `z` or `x`, and a missing one elsewhere. */
export function parseCells(
  text: string,
  file: string,
  dimensions: readonly string[],
  form: CellForm,
): Checked<PublishedCell[]> {
  const table = parseCsv(text, file, columnsOf(dimensions, form));
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const cells = table.value.rows.flatMap((row, index) => {
    const cell = readCell(row, dimensions.length, form);
    if (cell !== undefined) return [cell];
    problems.push({
      file,
      line: index + 2,
      column: 'count',
      code: 'cell',
      message: 'The count and the status do not fit together.',
      fix: 'Take the file from the release again.',
    });
    return [];
  });
  return problems.length > 0 ? refuse(problems) : accept(cells);
}

function readCell(
  row: readonly string[],
  width: number,
  { nature, withRanges = false }: CellForm,
): PublishedCell | undefined {
  const [count = '', ...rest] = row.slice(width);
  const [statusText = '', text = ''] = rest.slice(withRanges ? RANGE_COLUMNS.length : 0);
  const note = unmarkNote(text, nature);
  const status = STATUSES.find((one): one is Status => one === statusText);
  if (status === undefined || note === undefined || hasNoCount(status) !== (count === '')) return undefined;
  if (status === 'c' && note !== WITHHELD_NOTE) return undefined;
  if (count !== '' && !isWhole(count)) return undefined;
  const cell = { codes: row.slice(0, width), count: count === '' ? null : Number(count), status, note };
  const ends = withRanges ? rest.slice(0, RANGE_COLUMNS.length) : [];
  if (ends.every((end) => end === '')) return note === RANGE_NOTE ? undefined : cell;
  const range = readRange(ends);
  return range === undefined || status !== 'x' || note !== RANGE_NOTE ? undefined : { ...cell, range };
}

function isWhole(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));
}

function readRange(ends: readonly string[]): GivenRange | undefined {
  const [least = Number.NaN, most = Number.NaN] = ends.map((end) =>
    isWhole(end) ? Number(end) : Number.NaN,
  );
  return least < most ? { least, most } : undefined;
}
