/**
 * `cubes/<measure>.csv` and `tables/<table>.csv`: a column per dimension, then `count`, `status`, `note`.
 * A row for every cell, published or not; `count` is empty where the status is `c`, `z` or `x`.
 */
import { hasNoCount, type PublishedCell, STATUSES, type Status, WITHHELD_NOTE } from '../program/cell.ts';
import { formatCsv, parseCsv } from '../reading/csv.ts';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { markNote, type Nature, unmarkNote } from './invented-mark.ts';

const VALUE_COLUMNS = ['count', 'status', 'note'] as const;

/** `dimensions` are the columns in order, `period` first; every cell has one code for each. */
export function formatCells(
  dimensions: readonly string[],
  cells: readonly PublishedCell[],
  nature: Nature,
): string {
  const rows = cells.map(({ codes, count, status, note }) => [
    ...codes,
    count === null ? '' : String(count),
    status,
    markNote(note, nature),
  ]);
  return formatCsv({ header: [...dimensions, ...VALUE_COLUMNS], rows });
}

/** Reads what `formatCells` wrote; refuses a count beside `c`, `z` or `x`, and a missing one elsewhere. */
export function parseCells(
  text: string,
  file: string,
  dimensions: readonly string[],
  nature: Nature,
): Checked<PublishedCell[]> {
  const table = parseCsv(text, file, [...dimensions, ...VALUE_COLUMNS]);
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const cells = table.value.rows.flatMap((row, index) => {
    const cell = readCell(row, dimensions.length, nature);
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

function readCell(row: readonly string[], width: number, nature: Nature): PublishedCell | undefined {
  const [count = '', statusText = '', text = ''] = row.slice(width);
  const note = unmarkNote(text, nature);
  const status = STATUSES.find((one): one is Status => one === statusText);
  if (status === undefined || note === undefined || hasNoCount(status) !== (count === '')) return undefined;
  if (status === 'c' && note !== WITHHELD_NOTE) return undefined;
  if (count !== '' && (!/^(0|[1-9]\d*)$/.test(count) || !Number.isSafeInteger(Number(count))))
    return undefined;
  return { codes: row.slice(0, width), count: count === '' ? null : Number(count), status, note };
}
