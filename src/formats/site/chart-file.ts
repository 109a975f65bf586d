/**
 * A chart's data as files of its own: `charts/<chart>.json` with all that a reader must know, `charts/<chart>.csv`
 * with the numbers alone: a row each, with its unit, its period and what is remarked of it. Cells stand as in the release that they
 * come from, named by their address; labels and sentences are in the language of the file's path. What a chart draws and no cell
 * says, a sum, a share, the end of a range or a figure of the record, is of no cell: `derived` in JSON, and a value without a cell in
 * CSV; a number as in `1234`, a share as in `1.9%`.
 */

import { formatCsv, MARK, parseCsv } from '../../reading/csv.ts';
import type { Checked } from '../../reading/problem.ts';
import type { ApiCell, ApiLink } from './api-file.ts';

export interface ChartCell extends ApiCell {
  readonly row: string;
  readonly column: string;
  /** What is counted; empty where the row does not say it in a word. */
  readonly unit: string;
  /** In words; empty where the row's or the column's label says it. */
  readonly period: string;
  /** Of no cell: `cell` is empty then, and there is no count. */
  readonly derived?: string;
}

export interface ChartFile {
  readonly title: string;
  readonly program: string;
  readonly city: string;
  /** Null for a chart of what others reported. */
  readonly release: string | null;
  /** That the figures are invented; null for a real program. */
  readonly invented: string | null;
  /** What its table is. */
  readonly table: string;
  readonly notes: readonly string[];
  readonly source: string;
  readonly quote: string;
  readonly citation: string;
  readonly page: ApiLink;
  /** Of the release, or of a compilation of reports; null where what others reported stands beside releases. */
  readonly licence: ApiLink | null;
  readonly cells: readonly ChartCell[];
}

export const CHART_COLUMNS = ['row', 'column', 'value', 'unit', 'period', 'status', 'note', 'cell'] as const;

/**
 * Begins with a mark of its encoding (BOM): servers name none for CSV, and spreadsheets then take it for another. Sealed files have
 * no mark, and stay as they are.
 */
export function formatChartCsv(cells: readonly ChartCell[]): string {
  const rows = cells.map(({ count, derived = '', ...texts }) => {
    const fields = { ...texts, value: count === null ? derived : String(count) };
    return CHART_COLUMNS.map((column) => fields[column]);
  });
  return MARK + formatCsv({ header: CHART_COLUMNS, rows });
}

/** The rows as text, one field per column; what they say is the gate's to judge. */
export function parseChartCsv(
  text: string,
  file: string,
): Checked<Record<(typeof CHART_COLUMNS)[number], string>[]> {
  const table = parseCsv(text.startsWith(MARK) ? text.slice(1) : text, file, CHART_COLUMNS);
  if (!table.ok) return table;
  const rows = table.value.rows.map(
    ([row = '', column = '', value = '', unit = '', period = '', status = '', note = '', cell = '']) => ({
      row,
      column,
      value,
      unit,
      period,
      status,
      note,
      cell,
    }),
  );
  return { ok: true, value: rows };
}
