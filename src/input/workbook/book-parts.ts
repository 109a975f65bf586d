/**
 * The parts of a workbook (XLSX: ISO/IEC 29500, SpreadsheetML) that its cells refer to: sheets by name, shared texts,
 * which styles show days, and the day from which days are counted. Each reader throws where a part is no XML.
 */
import { walkXml } from './xml.ts';

/** Unpacked files by path. */
export type BookFiles = ReadonlyMap<string, string>;

export interface BookParts {
  /** The XML of every sheet, by its name, in their order. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly texts: readonly string[];
  /** By number of the style: whether it shows a number as a day. */
  readonly showsDay: readonly boolean[];
  /** Milliseconds from 1970 to day 0. */
  readonly firstDayMs: number;
}

export function readParts(files: BookFiles): BookParts {
  const links = readLinks(partOf(files, 'xl/_rels/workbook.xml.rels'));
  const partAt = (target: string | undefined) => files.get(pathOf(target ?? ''));
  const book = { sheets: new Map<string, string>(), is1904: false };
  walkXml(partOf(files, 'xl/workbook.xml'), {
    open: (name, attribute) => {
      const xml = name === 'sheet' ? partAt(links.byId.get(attribute('id') ?? '')) : undefined;
      if (xml !== undefined) book.sheets.set(attribute('name') ?? '', xml);
      if (name === 'workbookPr') book.is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    },
  });
  return {
    sheets: book.sheets,
    texts: readTexts(partAt(links.byKind.get('sharedStrings'))),
    showsDay: readStyles(partAt(links.byKind.get('styles'))),
    firstDayMs: book.is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
}

function partOf(files: BookFiles, path: string): string {
  const part = files.get(path);
  if (part === undefined) throw new Error('damaged');
  return part;
}

/** Targets are meant from the folder of the book, or from the root. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function readLinks(xml: string): { byId: Map<string, string>; byKind: Map<string, string> } {
  const links = { byId: new Map<string, string>(), byKind: new Map<string, string>() };
  walkXml(xml, {
    open: (name, attribute) => {
      const target = attribute('Target');
      if (name !== 'Relationship' || target === undefined) return;
      links.byId.set(attribute('Id') ?? '', target);
      const kind = attribute('Type')?.split('/').at(-1);
      if (kind !== undefined) links.byKind.set(kind, target);
    },
  });
  return links;
}

/** The pieces of each text put together, without the sounds that stand above letters. */
function readTexts(xml: string | undefined): string[] {
  const texts: string[] = [];
  const place = { isText: false, isSound: false };
  if (xml === undefined) return texts;
  let text = '';
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') place.isSound = true;
      place.isText = name === 't';
    },
    text: (piece) => {
      if (place.isText && !place.isSound) text += piece;
    },
    close: (name) => {
      place.isText = false;
      if (name === 'rPh') place.isSound = false;
      if (name === 'si') texts.push(plainText(text));
    },
  });
  return texts;
}

/** Characters that XML does not have are written `_x000D_`. */
export function plainText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Formats of days and times that every spreadsheet knows by number. */
const isKnownDay = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 58 && format !== 48 && format !== 49);

function readStyles(xml: string | undefined): boolean[] {
  const own = new Map<string, string>();
  const styles: boolean[] = [];
  let isCell = false;
  if (xml === undefined) return styles;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'cellXfs') isCell = true;
      if (name === 'numFmt') own.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name !== 'xf' || !isCell) return;
      const format = attribute('numFmtId') ?? '0';
      const code = own.get(format);
      styles.push(code === undefined ? isKnownDay(Number(format)) : isDayCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return styles;
}

/** `yyyy-mm`, `[$-409]mmm-yy`, not `0 "days"` or `[Red]0`. */
function isDayCode(code: string): boolean {
  return /[ymdhs]/i.test(code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, ''));
}
