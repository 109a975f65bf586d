/**
 * How a phone of 320 px shows a table, by a generous estimate of its width: rows of words as blocks, and rows of figures with words that
 * would not fit in one line; where cells would not fit beside the headings of rows, each heading over its cells if it is short, else the
 * row as a block too, unless names of its columns have numbers: a manifest lists what a page prints, and would not have these once a row.
 * Other tables stand as they are, and scroll if they must.
 */
import { textWidth } from '../../charts/text.ts';
import { isFigure, type Sentence, sentenceText } from '../figures/sentence.ts';
import type { CellProps, TableBlock } from '../frame/page.ts';

/** Between the margins of the screen. */
const ROOM_PX = 288;
/** The style sheet's least widths of a heading and of a cell on phones, with the room that it keeps between columns. */
const HEADING_PX = 64;
const CELL_PX = 48;
const GAP_PX = 11;
/** Headings are bold, and a pixel larger than in a picture; over a whole line the estimate has room for it, in a word not. */
const BOLD = 1.1;

export const isSentence = (cell: CellProps | Sentence): cell is Sentence => Array.isArray(cell);

/** More than figures, or nothing. */
export const isWords = (cell: CellProps | Sentence): boolean =>
  isSentence(cell) && (cell.length === 0 || !cell.every(isFigure));

/** Whether a hidden count says what was proved of it. */
export const saysProved = ({ rows }: TableBlock): boolean =>
  rows.some(({ cells }) =>
    cells.some((cell) => !isSentence(cell) && cell.status === 'c' && cell.range !== undefined),
  );

/** By column beside the headings of rows: whether a cell of it is words. */
export function wordColumns({ columns, rows }: TableBlock): boolean[] {
  return columns.slice(1).map((_, at) => rows.some(({ cells }) => cells[at] && isWords(cells[at])));
}

/** `reason` says of a cell without a figure why it has none. */
export function tableStyle(
  table: TableBlock,
  reason: (cell: CellProps) => string,
): 'words' | 'stacked' | undefined {
  const [corner = '', ...columns] = table.columns;
  const areWords = wordColumns(table);
  if (columns.length > 1 && areWords.every(Boolean)) return 'words';
  const headings = [corner, ...table.rows.map(({ heading }) => textIn(heading))];
  const textOf = (cell: CellProps | Sentence = []) =>
    isSentence(cell)
      ? textIn(cell)
      : (cell.figure?.text ?? (cell.range === undefined ? reason(cell) : textIn(cell.range)));
  const widths = columns.map((column, at) => {
    const texts = [column, ...table.rows.map(({ cells }) => textOf(cells[at]))];
    return Math.max(CELL_PX, ...texts.map((text) => wordWidth(text) + GAP_PX));
  });
  const sum = (px: readonly number[]) => px.reduce((total, one) => total + one, 0);
  if (areWords.some(Boolean) && sum(widths) > ROOM_PX) return 'words';
  const besidePx = [Math.max(HEADING_PX, ...headings.map((text) => halfWidth(text) + GAP_PX)), ...widths];
  if (sum(besidePx) <= ROOM_PX) return undefined;
  if (headings.every((heading) => textWidth(heading) <= ROOM_PX)) return 'stacked';
  return columns.some((column) => /\d/.test(column)) ? undefined : 'words';
}

/** No line breaks a figure, such as the name of a month. */
function textIn(sentence: Sentence): string {
  const unbroken = (text: string) => text.replaceAll(' ', '\u00a0');
  return sentenceText(
    sentence.map((part) => (isFigure(part) ? { ...part, text: unbroken(part.text) } : part)),
  );
}

/** Of a heading in two lines. */
function halfWidth(text: string): number {
  return Math.max(wordWidth(text), textWidth(text) / 2);
}

/** Of the longest part that no line breaks: a word, or a Chinese character. */
function wordWidth(text: string): number {
  return Math.max(0, ...text.split(/ |(?=\p{Script=Han})/u).map(textWidth)) * BOLD;
}
