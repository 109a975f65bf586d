/** The rows of a chart's files: one for each number of its table, with its unit, its period and what is remarked of it. */
import { type Figure, plainNumber, printedNumber } from '../../figures/figure.ts';
import type { ChartCell } from '../../formats/site/chart-file.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { isFigure, type Sentence, sentenceText } from '../figures/sentence.ts';
import type { CellProps, TableBlock, TableRow } from '../frame/page.ts';
import { cellNote } from '../frame/travel.ts';
import { codeLabel, type ReleaseView, type View, withCells } from '../view.ts';

interface FileRow {
  readonly cell: ChartCell;
  /** Its texts, with the figures that they hold. */
  readonly printed: unknown;
}

/** A row for every cell of the chart's table, whether it has a count or not, and for every figure that stands in place of one. */
export function chartRows(view: View, { columns, rows }: TableBlock): FileRow[] {
  const found = withCells(view);
  return rows.flatMap((row) => {
    const told = row.inFile === undefined ? row.cells : row.cells.slice(0, 1);
    return told.flatMap((cell, at): FileRow[] => {
      const column = columns[at + 1] ?? '';
      if (!('address' in cell)) return derivedRows(view, { row, column, told: cell });
      const known = found?.source.cells.get(cell.address);
      if (found === undefined || known === undefined) return [];
      const own = { row: sentenceText(row.heading), column, ...releasedCell(found, cell, known) };
      return [{ cell: own, printed: { ...own, row: row.heading } }];
    });
  });
}

interface Derived {
  readonly row: TableRow;
  readonly column: string;
  /** What stands in place of a cell. */
  readonly told: Sentence;
}

/**
 * One for each number that stands in place of a cell, the words that stand with it as its note: `702 to 820`, `about 500`. Where
 * there is no number, a day or `no records`, the words alone. A row that says its unit, its period and its remark says no more.
 */
function derivedRows(view: View, { row, column, told }: Derived): FileRow[] {
  const mark = cellNote(view, { status: '', note: '' });
  const { unit = '', period = [], note: remark = [] } = row.inFile ?? {};
  const rowOf = (said: Sentence, figure?: Figure): FileRow => {
    const note: Sentence = mark === '' || said.length === 0 ? [mark, ...said] : [mark, '. ', ...said];
    const derived = figure && { derived: plainNumber(figure.text, view.language) };
    const cell: ChartCell = {
      row: sentenceText(row.heading),
      column,
      cell: '',
      count: null,
      unit,
      period: sentenceText(period),
      status: '',
      note: sentenceText(note),
      ...derived,
    };
    return { cell, printed: { row: row.heading, column, unit, period, note, figure } };
  };
  const numbers = told.filter(isFigure).filter((figure) => isPlain(figure, view.language));
  if (numbers.length === 0) return [rowOf(told)];
  const said = row.inFile === undefined && told.length > 1 ? told : remark;
  return numbers.map((figure) => rowOf(said, figure));
}

function isPlain({ text }: Figure, language: string): boolean {
  return printedNumber(plainNumber(text, language), language) === text;
}

function releasedCell(
  view: ReleaseView,
  { address }: CellProps,
  { count, status, note }: PublishedCell,
): Omit<ChartCell, 'row' | 'column'> {
  const [measure = '', period] = address.split('|');
  const declared = view.release.declaration.measures.find(({ id }) => id === measure);
  return {
    cell: address,
    count,
    unit: declared?.unit ?? '',
    period: declared === undefined || period === undefined ? '' : codeLabel(view, 'period', period),
    status,
    note: cellNote(view, { status, note }),
  };
}
