/**
 * One sheet of a workbook as rows of text, and the cells that hold no text of their own: merged ones, errors, formulas
 * whose result was never saved. Taken for empty, these would say something, in a docket above all. Cells are named as
 * a spreadsheet does; nothing that stands in one is told. Throws where the sheet is damaged.
 */
import type { Fault } from '../../reading/problem.ts';
import { type BookParts, plainText } from './book-parts.ts';
import { type Attribute, walkXml } from './xml.ts';

interface CellFault {
  /** From 1. */
  readonly line: number;
  readonly column: string;
  readonly fault: Fault;
}

export interface SheetRows {
  /** From the first row of the sheet on, each up to its last cell. */
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly CellFault[];
}

interface Cell {
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

const MOST_COLUMNS = 256;
const MOST_ROWS = 1_048_576;

export function readSheet(xml: string, parts: BookParts): SheetRows {
  const rows: string[][] = [];
  const faults: CellFault[] = [];
  let [line, column, isText, isSound] = [0, 0, false, false];
  let cell: Cell | undefined;
  walkXml(xml, {
    open: (name, attribute) => {
      isText = name === 'v' || name === 't';
      if (name === 'rPh') isSound = true;
      if (name === 'row') [line, column] = [Number(attribute('r') ?? line + 1), 0];
      if (name === 'mergeCell') faults.push({ ...placeOf(attribute('ref')), fault: MERGED });
      if (name === 'c') {
        cell = openCell(attribute, line, column);
        column = cell.column + 1;
      }
      if (cell !== undefined) markCell(cell, name);
    },
    text: (piece) => {
      if (cell !== undefined && isText && !isSound) cell.text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isSound = false;
      if (name !== 'c' || cell === undefined) return;
      const fault = cellFault(cell);
      if (fault !== undefined) faults.push({ line: cell.line, column: letters(cell.column), fault });
      else keepCell(rows, cell, parts);
      cell = undefined;
    },
  });
  return { rows, faults };
}

function openCell(attribute: Attribute, line: number, next: number): Cell {
  const place = /^([A-Z]{1,3})\d+$/.exec(attribute('r') ?? '');
  const column = place?.[1] === undefined ? next : numberOf(place[1]);
  if (!Number.isInteger(line) || line < 1 || line > MOST_ROWS || column < next) damaged();
  const [type, style] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0)];
  return { line, column, type, style, hasFormula: false, hasValue: false, text: '' };
}

function markCell(cell: Cell, element: string): void {
  if (element === 'f') cell.hasFormula = true;
  if (element === 'v') cell.hasValue = true;
}

function cellFault({ type, column, hasFormula, hasValue, text }: Cell): Fault | undefined {
  if (type === 'e') return ERROR;
  // A formula that gives an empty text has an empty value.
  if (hasFormula && !(type === 'str' ? hasValue : text.trim() !== '')) return NO_RESULT;
  return column >= MOST_COLUMNS && text !== '' ? TOO_WIDE : undefined;
}

function keepCell(rows: string[][], cell: Cell, parts: BookParts): void {
  const text = textOf(cell, parts);
  if (text === '') return;
  while (rows.length < cell.line) rows.push([]);
  const row = rows.at(-1) ?? [];
  if (rows.length > cell.line || row.length > cell.column) damaged();
  while (row.length < cell.column) row.push('');
  row.push(text);
}

/** Numbers in digits, days as 2024-01-31, others as a spreadsheet writes them into a CSV file. */
function textOf({ type, style, text }: Cell, { texts, showsDay, firstDayMs }: BookParts): string {
  switch (type) {
    case 'n':
      if (text.trim() === '') return '';
      return showsDay[style] === true ? dayOf(firstDayMs + numberIn(text) * DAY_MS) : String(numberIn(text));
    case 's':
      return text.trim() === '' ? '' : (texts[numberIn(text)] ?? damaged());
    case 'b':
      return text.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return dayOf(Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`));
    case 'str':
    case 'inlineStr':
      return plainText(text);
    default:
      return damaged();
  }
}

const DAY_MS = 86_400_000;

/** To the second: a spreadsheet counts parts of a day. */
function dayOf(ms: number): string {
  const day = new Date(Math.round(ms / 1000) * 1000);
  if (Number.isNaN(day.getTime())) return damaged();
  const text = day.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

function numberIn(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? damaged() : number;
}

function damaged(): never {
  throw new Error('damaged');
}

/** Of the first cell of a range such as `B2:C3`. */
function placeOf(range = ''): { line: number; column: string } {
  const [, column = '', line = '0'] = /^\$?([A-Z]+)\$?(\d+)/.exec(range) ?? [];
  return { line: Number(line), column: `column ${column}` };
}

/** `A` is 0, `AA` 26. */
function numberOf(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(column: number): string {
  let [rest, name] = [column + 1, ''];
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return `column ${name}`;
}

const MERGED: Fault = {
  code: 'merged-cells',
  message: 'Cells are merged from here on: all but the first of them are empty.',
  fix: 'Take the merge apart ("Unmerge cells") and write into each cell what it stands for.',
};
const ERROR: Fault = {
  code: 'cell-error',
  message: 'The cell shows an error of the spreadsheet, not a value.',
  fix: 'Mend its formula, or write the value itself.',
};
const NO_RESULT: Fault = {
  code: 'formula-without-result',
  message: 'The cell has a formula whose result was never saved.',
  fix: 'Open the workbook in a spreadsheet, let it calculate, and save it.',
};
const TOO_WIDE: Fault = {
  code: 'too-wide',
  message: `Something stands beyond the first ${MOST_COLUMNS} columns.`,
  fix: 'Take it out: a tally has a few columns.',
};
