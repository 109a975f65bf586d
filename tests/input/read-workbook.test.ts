// The parts of a workbook that spreadsheets write in many ways: texts, days, styles, prefixes.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook, type Sheet } from '../../src/input/workbook/read-workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly cells?: string;
  readonly book?: string;
  readonly styles?: string;
  readonly texts?: string;
}

/** The sheet of a book of one. */
function sheetOf({ cells = '', book = '', styles = '', texts = '' }: Parts): Sheet | undefined {
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${book}<sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${LINKS}/worksheet" Target="/xl/a.xml"/><Relationship Id="r2" Type="${LINKS}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${LINKS}/sharedStrings" Target="texts.xml"/></Relationships>`,
    'xl/a.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1">${cells}</x:row></x:sheetData></x:worksheet>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/texts.xml': `<sst>${texts}</sst>`,
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return readWorkbook(zipSync(bytes))?.[0];
}

const rowOf = (parts: Parts) => sheetOf(parts)?.rows[0];

const styled = (format: string) =>
  rowOf({
    styles: `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
    cells: '<x:c r="A1" s="1"><x:v>45292</x:v></x:c>',
  })?.[0];

test.each(['yyyy-mm-dd', 'mmm-yy', '[$-409]d/m/yyyy;@', 'dddd'])(
  'a number in the format %s is a day',
  (format) => {
    expect(styled(format)).toBe('2024-01-01');
  },
);

test.each(['General', '0.00', '#,##0', '[Red]0', '0 &quot;days&quot;', '0%', '_(* #,##0_)'])(
  'a number in the format %s is a number',
  (format) => {
    expect(styled(format)).toBe('45292');
  },
);

test('days are counted from 1904 where the book says so', () => {
  const day = {
    styles: '<cellXfs><xf numFmtId="17"/></cellXfs>',
    cells: '<x:c r="A1" s="0"><x:v>43830</x:v></x:c>',
  };
  expect(rowOf(day)).toEqual(['2019-12-31']);
  expect(rowOf({ ...day, book: '<workbookPr date1904="1"/>' })).toEqual(['2024-01-01']);
});

test('a day with a time is no first day of a period', () => {
  const cells = '<x:c r="A1" s="0"><x:v>45292.5</x:v></x:c><x:c t="d"><x:v>2024-01-01</x:v></x:c>';
  expect(rowOf({ styles: '<cellXfs><xf numFmtId="22"/></cellXfs>', cells })).toEqual([
    '2024-01-01T12:00:00.000Z',
    '2024-01-01',
  ]);
});

test('texts are put together from their pieces, without the sounds above them', () => {
  const texts =
    '<si><t>on</t></si><si><r><t>on</t></r><r><t xml:space="preserve">line &amp; </t></r><rPh><t>no</t></rPh><r><t><![CDATA[<x>]]>_x000D_</t></r></si>';
  const cells =
    '<x:c r="B1" t="s"><x:v>1</x:v></x:c><x:c r="D1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="E1" t="b"><x:v>1</x:v></x:c>';
  expect(rowOf({ texts, cells })).toEqual(['', 'online & <x>\r', '', 'a', 'TRUE']);
});

test.each([
  ['a text that is not there', '<x:c r="A1" t="s"><x:v>7</x:v></x:c>'],
  ['a number that is none', '<x:c r="A1"><x:v>12 cards</x:v></x:c>'],
  ['a kind of cell that nobody knows', '<x:c r="A1" t="z"><x:v>1</x:v></x:c>'],
  ['two cells in one place', '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="A1"><x:v>2</x:v></x:c>'],
  [
    'a row in two pieces',
    '<x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c>',
  ],
  [
    'rows out of order',
    '</x:row><x:row r="3"><x:c><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c><x:v>1</x:v></x:c>',
  ],
  ['a row beyond the last', '</x:row><x:row r="9999999"><x:c><x:v>1</x:v></x:c>'],
  ['XML that does not close', '<x:c r="A1"><x:v>1'],
])('readWorkbook refuses %s', (_, cells) => {
  expect(rowOf({ cells })).toBeUndefined();
});

test('a cell far to the right is a fault, and fills no memory', () => {
  const { rows, faults } = sheetOf({ cells: '<x:c r="XFD1"><x:v>1</x:v></x:c>' }) ?? {};
  expect([rows, faults]).toEqual([[], [expect.objectContaining({ line: 1, column: 'column XFD' })]]);
});
