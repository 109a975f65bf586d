/**
 * The files of a chart: every cell is the release's own, every other number has its origin in the manifest, and
 * the PNG is the rendering of the SVG beside it, byte for byte.
 */
import { parseChartCsv, parseChartJson } from '../model/chart-file.ts';
import type { Checked } from '../model/problem.ts';
import type { Rasterize } from '../raster/rasterize.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { type Place, tidy } from './places.ts';
import type { Files } from './site-files.ts';

const CHART_FILE = /^([^/]+)\/([^/]+)\/releases\/([^/]+)\/charts\/[^/]+\.(json|csv|png)$/;

export function isChartData(path: string): boolean {
  return CHART_FILE.test(path) && !path.endsWith('.png');
}

export function isChartPicture(path: string): boolean {
  return CHART_FILE.test(path) && path.endsWith('.png');
}

/** A cell as the file tells it; `count` is as printed. */
interface ToldCell {
  readonly cell: string;
  readonly count: string;
  readonly status: string;
}

/** Findings on cells, and the texts that the manifest must account for. */
export function readChartData(
  path: string,
  text: string,
  facts: Facts,
): { readonly findings: readonly Finding[]; readonly places: readonly Place[] } {
  const read = path.endsWith('.csv') ? readCsv(text, path) : readJson(text, path);
  if (!read.ok)
    return {
      findings: read.problems.map(({ message: why }) => ({ file: path, where: '', what: '', why })),
      places: [],
    };
  const [, , program = '', release = ''] = CHART_FILE.exec(path) ?? [];
  const cells = facts.get(program)?.releases.get(release)?.cells;
  const findings = read.value.cells.flatMap(({ cell, count, status }): Finding[] => {
    const known = cells?.get(cell);
    const isSame =
      known !== undefined &&
      known.status === status &&
      (known.count === null ? '' : String(known.count)) === count;
    if (isSame) return [];
    return [{ file: path, where: cell, what: count, why: 'The release does not say this of the cell.' }];
  });
  return { findings, places: read.value.texts };
}

interface ChartData {
  readonly cells: readonly ToldCell[];
  readonly texts: readonly Place[];
}

function readCsv(text: string, path: string): Checked<ChartData> {
  const rows = parseChartCsv(text, path);
  if (!rows.ok) return rows;
  const texts = rows.value.map(({ row, column, note }) => ({ row, column, note }));
  return { ok: true, value: { cells: rows.value, texts: placesOf(texts, 'rows', '#text') } };
}

function readJson(text: string, path: string): Checked<ChartData> {
  const file = parseChartJson(text, path);
  if (!file.ok) return file;
  const { cells, ...rest } = file.value;
  const told = cells.map(({ count, ...cell }) => ({ ...cell, count: count === null ? '' : String(count) }));
  const labels = cells.map(({ row, column, note }) => ({ row, column, note }));
  return { ok: true, value: { cells: told, texts: placesOf({ ...rest, labels }, '', '#text') } };
}

/** Every text at any depth; one under `href` is an address. */
function placesOf(value: unknown, path: string, name: string): Place[] {
  if (typeof value === 'string')
    return [{ path, name, tag: '', isSvg: false, isTick: false, text: tidy(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    placesOf(item, path === '' ? key : `${path}.${key}`, key === 'href' ? 'href' : '#text'),
  );
}

export function pictureFindings(file: string, files: Files, rasterize: Rasterize): Finding[] {
  const drawing = files.get(file.replace(/png$/, 'svg'));
  const picture = files.get(file);
  const [language = ''] = file.split('/');
  const isSame =
    drawing !== undefined &&
    picture !== undefined &&
    Buffer.compare(picture, rasterize(new TextDecoder().decode(drawing), language)) === 0;
  return isSame
    ? []
    : [{ file, where: '', what: '', why: 'The picture is not the rendering of the drawing beside it.' }];
}
