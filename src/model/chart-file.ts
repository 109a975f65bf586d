/**
 * A chart's data as files of its own: `charts/<chart>.json` with all that a reader must know, `charts/<chart>.csv`
 * with the cells alone. Cells stand as in the release that they come from, named by their address; labels and
 * sentences are in the language of the file's path.
 */
import { z } from 'astro/zod';
import { STATUSES } from './cell.ts';
import { formatCsv, parseCsv } from './csv.ts';
import { formatJson, parseJson } from './json-file.ts';
import type { Checked } from './problem.ts';

const linkSchema = z.strictObject({ label: z.string(), href: z.string() });

const cellSchema = z.strictObject({
  row: z.string(),
  column: z.string(),
  /** `measure|period|code|...`, as in the cubes of the release. */
  cell: z.string(),
  /** Null where the status is `c`, `z` or `x`. */
  count: z.number().int().nullable(),
  status: z.enum(STATUSES),
  note: z.string(),
});

const chartFileSchema = z.strictObject({
  title: z.string(),
  program: z.string(),
  city: z.string(),
  release: z.string(),
  /** That the figures are invented; null for a real program. */
  invented: z.string().nullable(),
  /** What the rows and columns of its table are. */
  table: z.string(),
  notes: z.array(z.string()),
  source: z.string(),
  quote: z.string(),
  citation: z.string(),
  page: linkSchema,
  licence: linkSchema,
  cells: z.array(cellSchema),
});

export type ChartFile = z.infer<typeof chartFileSchema>;
export type ChartCell = ChartFile['cells'][number];

const COLUMNS = ['row', 'column', 'cell', 'count', 'status', 'note'] as const;

export function formatChartJson(file: ChartFile): string {
  return formatJson(file);
}

export function parseChartJson(text: string, file: string): Checked<ChartFile> {
  return parseJson(text, file, chartFileSchema);
}

export function formatChartCsv(cells: readonly ChartCell[]): string {
  const rows = cells.map(({ count, ...texts }) => {
    const fields = { ...texts, count: count === null ? '' : String(count) };
    return COLUMNS.map((column) => fields[column]);
  });
  return formatCsv({ header: COLUMNS, rows });
}

/** The rows as text, one field per column; what they say is the gate's to judge. */
export function parseChartCsv(
  text: string,
  file: string,
): Checked<Record<(typeof COLUMNS)[number], string>[]> {
  const table = parseCsv(text, file, COLUMNS);
  if (!table.ok) return table;
  const rows = table.value.rows.map(
    ([row = '', column = '', cell = '', count = '', status = '', note = '']) => ({
      row,
      column,
      cell,
      count,
      status,
      note,
    }),
  );
  return { ok: true, value: rows };
}
