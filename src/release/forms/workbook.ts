/** A release as a workbook (XLSX): the cells of its CSV files, a sheet each, and first a sheet that says what they are. */
import { unzipSync } from 'fflate';
import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Datapackage, Resource } from '../../formats/datapackage-file.ts';
import { valueAt } from '../../indexes/look-up.ts';
import { splitCsv } from '../../reading/csv.ts';
import { zipFiles } from './archive.ts';

/** What a spreadsheet takes as the name of a sheet. */
const LONGEST_NAME = 31;
/** In characters; a longer text runs on into the next cell, or is read in the line above the sheet. */
const WIDEST_COLUMN = 60;

interface Sheet {
  readonly sheet: string;
  readonly data: Row[];
  readonly columns: { readonly width: number }[];
  /** Rows that stay in sight. */
  readonly stickyRowsCount?: number;
}

const ABOUT_SHEET = 'About';

/** The part of a workbook that has all its texts. */
const TEXTS = 'xl/sharedStrings.xml';
/** At both ends of each while the library has them: it looks texts up in an object, and would take "constructor" for known. */
const TEXT_MARK = '|';

/**
 * `resources` are files of the release, whose texts stand in `files` by path. Counts are numbers and all else is text, so
 * that no spreadsheet takes a period for a day or a note for a formula; what is empty in the CSV is an empty cell. The
 * same files give the same bytes.
 */
export async function formatWorkbook(
  datapackage: Datapackage,
  resources: readonly Resource[],
  files: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const names = sheetNames(resources.map(({ path }) => path));
  const sheets = resources.map((resource, at) => dataSheet(resource, valueAt(names, at), files));
  const book = writeWorkbook([aboutSheet(datapackage, resources, names), ...sheets]);
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(await book.toBuffer()))));
  const texts = new TextDecoder().decode(parts.get(TEXTS));
  const unmarked = texts
    .replaceAll(`<si><t>${TEXT_MARK}`, '<si><t xml:space="preserve">')
    .replaceAll(`${TEXT_MARK}</t></si>`, '</t></si>');
  // Packed again: the library puts the time into the zip.
  return zipFiles(parts.set(TEXTS, new TextEncoder().encode(unmarked)));
}

/** Of each path the last name, cut to what a spreadsheet takes; where two are cut to the same, the later ones are numbered. */
export function sheetNames(paths: readonly string[]): string[] {
  const taken = new Set([ABOUT_SHEET.toLowerCase()]);
  return paths.map((path) => {
    const whole = path.replace(/^.*\//, '').replace(/\.csv$/, '');
    const name = freeName(whole, taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function freeName(whole: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const ending = at === 1 ? '' : `~${at}`;
    const name = whole.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function dataSheet(
  { path, schema: { fields } }: Resource,
  sheet: string,
  files: ReadonlyMap<string, string>,
): Sheet {
  const text = files.get(path);
  if (text === undefined) throw new Error(`internal error: no file ${path}`);
  const [header = [], ...rows] = splitCsv(text, ',');
  const isNumber = fields.map(({ type }) => type === 'integer');
  const cells = rows.map((row) => row.map((field, at) => cellOf(field, isNumber[at] === true)));
  return styled(sheet, [header.map(heading), ...cells], 1);
}

function cellOf(field: string, isNumber: boolean): string | number | null {
  if (field === '') return null;
  return isNumber ? Number(field) : field;
}

/** Everything here stands in `datapackage.json`. */
function aboutSheet(
  { title, description, version, licenses, sources }: Datapackage,
  resources: readonly Resource[],
  names: readonly string[],
): Sheet {
  const facts: Row[] = [
    [heading('Title'), title],
    [heading('Release'), version],
    [heading('About'), description],
    ...licenses.map((licence): Row => [heading('Licence'), licence.title, licence.path]),
    ...sources.map((source): Row => [heading('Source'), source.title, source.path ?? null]),
  ];
  const sheets = resources.map(({ path, title: own }, at): Row => [valueAt(names, at), own, path]);
  const columns = resources.flatMap(({ schema }, at) =>
    schema.fields.map(
      (field): Row => [valueAt(names, at), field.title, field.name, field.description ?? null],
    ),
  );
  const rows: Row[] = [
    ...facts,
    [],
    ['Sheet', 'Holds', 'File'].map(heading),
    ...sheets,
    [],
    ['Sheet', 'Column', 'Name', 'Meaning'].map(heading),
    ...columns,
  ];
  return styled(ABOUT_SHEET, rows, 0);
}

const heading = (value: string) => ({ value, fontWeight: 'bold' as const });

function styled(sheet: string, data: Row[], stickyRowsCount: number): Sheet {
  const widths: number[] = [];
  for (const row of data)
    for (const [at, cell] of row.entries())
      widths[at] = Math.max(at < widths.length ? valueAt(widths, at) : 1, lengthOf(cell));
  const columns = widths.map((width) => ({ width: Math.min(WIDEST_COLUMN, width + 2) }));
  const marked = data.map((row) => row.map(marking));
  return { sheet, data: marked, columns, ...(stickyRowsCount > 0 ? { stickyRowsCount } : {}) };
}

function marking(cell: Row[number]): Row[number] {
  if (typeof cell === 'string') return TEXT_MARK + cell + TEXT_MARK;
  const isObject = typeof cell === 'object' && cell !== null && 'value' in cell;
  return isObject ? { ...cell, value: `${TEXT_MARK}${cell.value}${TEXT_MARK}` } : cell;
}

function lengthOf(cell: Row[number]): number {
  const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
  return value === undefined || value === null ? 0 : String(value).length;
}
