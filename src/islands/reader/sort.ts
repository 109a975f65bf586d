/** Sorts a table by a column: buttons lie over its heads, which stay as they are. What is hidden or missing comes last. */
import { decimalPoint } from './locale.ts';

/** Shorter ones are seen at a glance. */
const FEWEST_ROWS = 6;

export function offerSorting(): void {
  for (const table of document.querySelectorAll('table'))
    if ((table.tBodies[0]?.rows.length ?? 0) >= FEWEST_ROWS) offerHeads(table);
}

function offerHeads(table: HTMLTableElement): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, column) => {
    if (head.textContent === '' || head.querySelector('a') !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', textOf(head));
    head.append(button);
    button.addEventListener('click', () => {
      const isDown = head.getAttribute('aria-sort') === 'descending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isDown ? 'ascending' : 'descending');
      table.tBodies[0]?.append(...sorted(rows, column, isDown ? 1 : -1));
    });
  });
}

/** The first column stands in an order of its own, of time or of a list: it is turned around. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, sign: 1 | -1): HTMLTableRowElement[] {
  if (column === 0) return sign === 1 ? [...rows] : [...rows].reverse();
  const keyed = rows.map((row) => ({ row, cell: row.cells[column] }));
  const told = keyed.filter(({ cell }) => isTold(cell));
  const compare = comparison(told.map(({ cell }) => textOf(cell)));
  told.sort((one, other) => sign * compare(textOf(one.cell), textOf(other.cell)));
  return [...told, ...keyed.filter(({ cell }) => !isTold(cell))].map(({ row }) => row);
}

function isTold(cell: Element | undefined): boolean {
  return cell !== undefined && !cell.matches('.hidden, .gap') && textOf(cell) !== '';
}

function textOf(cell: Element | undefined): string {
  return cell?.textContent?.trim() ?? '';
}

/** By size where all are numbers, else by their letters. */
function comparison(texts: readonly string[]): (one: string, other: string) => number {
  const { lang } = document.documentElement;
  const point = decimalPoint();
  const sizeOf = (text: string) =>
    Number(
      text
        .replace(/[−-]/, 'm')
        .split(point)
        .map((part) => part.replace(/[^\dm]/g, ''))
        .join('.')
        .replace('m', '-'),
    );
  const areNumbers = texts.every(
    (text) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(text) && !Number.isNaN(sizeOf(text)),
  );
  return areNumbers
    ? (one, other) => sizeOf(one) - sizeOf(other)
    : new Intl.Collator(lang, { numeric: true }).compare;
}
