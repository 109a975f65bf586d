// Workbooks (XLSX) written for one test, cell by cell, as Excel writes them.
import { zipSync } from 'fflate';

/** A text, a number, a day (`{ day: '2024-01-31' }`), nothing, or the XML of a cell's attributes and inside. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly is: string; readonly type?: string };

export interface SheetMade {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges of merged cells. */
  readonly merged?: readonly string[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function makeWorkbook(sheets: readonly SheetMade[]): Uint8Array<ArrayBuffer> {
  const files = { ...FIXED, ...bookOf(sheets) };
  const encoder = new TextEncoder();
  const bytes = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(bytes), { mtime: '2024-01-01T00:00:00' }));
}

/** Each row as a row of texts, but numbers as numbers. */
export function workbookOfCsv(csv: string, name = 'Sheet1'): Uint8Array<ArrayBuffer> {
  const rows = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').map((field) => (/^\d+$/.test(field) ? Number(field) : field)));
  return makeWorkbook([{ name, rows }]);
}

function bookOf(sheets: readonly SheetMade[]): Record<string, string> {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at}"/>`,
  );
  const links = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="${LINKS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${LINKS}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}<Relationship Id="s" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  };
}

const FIXED = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function sheetXml({ rows, merged = [] }: SheetMade): string {
  const xml = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letter(column)}${at + 1}`)).join('')}</row>`,
  );
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet ${MAIN}><sheetData>${xml.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function cellXml(cell: Cell, name: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  if ('day' in cell) return `<c r="${name}" s="1"><v>${serial(cell.day)}</v></c>`;
  return `<c r="${name}"${cell.type === undefined ? '' : ` t="${cell.type}"`}>${cell.is}</c>`;
}

/** The day as a spreadsheet counts it. */
function serial(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[^\t\n\x20-\uD7FF\uE000-\uFFFD]/g, '');
}
