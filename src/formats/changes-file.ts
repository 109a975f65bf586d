/** `changes.csv`: every figure published in this release and the one before that differs, and why. */
import { formatCsv, parseCsv } from '../reading/csv.ts';
import { accept, type Checked } from '../reading/problem.ts';

export interface Change {
  readonly measure: string;
  /** The cell's codes joined by bars, as in the cube. */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

const HEADER = ['measure', 'cell', 'before', 'after', 'reason'] as const;

export function formatChanges(changes: readonly Change[]): string {
  return formatCsv({ header: HEADER, rows: changes.map((change) => HEADER.map((column) => change[column])) });
}

/** Reads what `formatChanges` wrote. */
export function parseChanges(text: string, file: string): Checked<Change[]> {
  const table = parseCsv(text, file, HEADER);
  if (!table.ok) return table;
  return accept(
    table.value.rows.map(([measure = '', cell = '', before = '', after = '', reason = '']) => ({
      measure,
      cell,
      before,
      after,
      reason,
    })),
  );
}
