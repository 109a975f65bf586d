/**
 * Files with cells of a release, those of charts among them: every cell is the release's own, every other number has its origin in the manifest, and
 * the PNG is the rendering of the SVG beside it, byte for byte.
 */
import { z } from 'astro/zod';
import { printedNumber } from '../../figures/figure.ts';
import { formatApi } from '../../formats/site/api-file.ts';
import { parseChartCsv } from '../../formats/site/chart-file.ts';
import type { Rasterize } from '../../raster/kept-pictures.ts';
import { type Checked, refuse } from '../../reading/problem.ts';
import type { Finding } from '../finding.ts';
import { type Place, tidy } from '../places.ts';
import type { Files } from '../read-files.ts';
import type { Facts, ReleaseFacts } from './facts.ts';

const DATA_FILE = /^[^/]+\/([^/]+)\/(?:releases\/([^/]+)\/api\/[^/]+\.json|charts\/[^/]+\.(?:json|csv))$/;
const PICTURE = /^[^/]+\/(?:[^/]+\/charts\/[^/]+|(?:[^/]+\/)*preview)\.png$/;

export function isCellData(path: string): boolean {
  return DATA_FILE.test(path);
}

export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** A cell as the file tells it; `count` is as printed. A row of no cell has no count; what it says has its origin in the manifest. */
interface ToldCell {
  readonly derived: string;
  readonly cell: string;
  readonly count: string;
  readonly status: string;
}

/** Findings on cells, and the texts that the manifest must account for. */
export function readCellData(
  path: string,
  text: string,
  facts: Facts,
): { readonly findings: readonly Finding[]; readonly places: readonly Place[] } {
  const [language = ''] = path.split('/');
  const read = path.endsWith('.csv') ? readCsv(text, path, language) : readJson(text, path, language);
  if (!read.ok)
    return {
      findings: read.problems.map(({ message: why }) => ({ file: path, where: '', what: '', why })),
      places: [],
    };
  const cells = cellsFor(path, facts);
  const findings = read.value.cells.flatMap(({ cell, count, status, derived }): Finding[] => {
    if (cell === '' && count === '' && status === '') return [];
    const known = cells?.get(cell);
    const isSame =
      derived === '' &&
      known !== undefined &&
      known.status === status &&
      (known.count === null ? '' : String(known.count)) === count;
    if (isSame) return [];
    return [{ file: path, where: cell, what: count, why: 'The release does not say this of the cell.' }];
  });
  return { findings, places: read.value.texts };
}

/** Of the release below which the file stands, or of the latest. */
function cellsFor(path: string, facts: Facts): ReleaseFacts['cells'] | undefined {
  const [, program = '', release] = DATA_FILE.exec(path) ?? [];
  const releases = facts.get(program)?.releases ?? new Map<string, ReleaseFacts>();
  const found = release === undefined ? [...releases.values()].at(-1) : releases.get(release);
  return found?.cells;
}

interface CellData {
  readonly cells: readonly ToldCell[];
  readonly texts: readonly Place[];
}

function readCsv(text: string, path: string, language: string): Checked<CellData> {
  const rows = parseChartCsv(text, path);
  if (!rows.ok) return rows;
  const cells = rows.value.map(({ cell, value, status }) => ({
    cell,
    status,
    count: cell === '' ? '' : value,
    derived: cell === '' ? value : '',
  }));
  const texts = rows.value.map(({ cell, value, status: _, ...others }) => ({
    ...others,
    ...(cell === '' ? { value: printed(value, language) } : {}),
  }));
  return { ok: true, value: { cells, texts: placesOf(texts, 'rows') } };
}

/** As the manifest has it, in the language of the file; what is no plain number stays as it is, for the manifest to know. */
function printed(derived: string, language: string): string {
  return PLAIN.test(derived) ? printedNumber(derived, language) : derived;
}

const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d+)?%?$/;

/** Whatever else the file holds, its cells stand under `cells`; each of their texts but the address is accounted for. */
function readJson(text: string, path: string, language: string): Checked<CellData> {
  const file = fileSchema.safeParse(parseOr(text, undefined));
  if (!file.success || formatApi(parseOr(text, null)) !== text)
    return refuse([
      {
        file: path,
        line: 0,
        column: '',
        code: 'form',
        message: 'The file is not in the form that Daylight writes.',
        fix: 'Build the site again.',
      },
    ]);
  const { cells = [], ...rest } = file.data;
  const told = cells.map(({ cell, count, status, derived = '' }) => ({
    cell,
    status,
    derived,
    count: String(count ?? ''),
  }));
  const texts = cells.map(({ cell: _, count: __, status: ___, derived = '', ...others }) => ({
    ...others,
    derived: printed(derived, language),
  }));
  return { ok: true, value: { cells: told, texts: placesOf({ ...rest, texts }, '') } };
}

const cellSchema = z.looseObject({
  cell: z.string(),
  count: z.number().nullable(),
  status: z.string(),
  derived: z.string().optional(),
});
const fileSchema = z.looseObject({ cells: z.array(cellSchema).optional() });

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** Every text and number at any depth; one under `href` is an address. */
export function placesOf(value: unknown, path: string, name = '#text'): Place[] {
  if (typeof value === 'string' || typeof value === 'number')
    return [{ path, name, tag: '', isSvg: false, isTick: false, text: tidy(String(value)) }];
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
