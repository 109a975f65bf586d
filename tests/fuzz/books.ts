// Damaged workbooks: a table as a workbook, with damage in its cells, in one of its XML files or in its bytes.
import { unzipSync, zipSync } from 'fflate';
import { makeWorkbook } from '../input/make-workbook.ts';
import { type Dice, damage } from './mutate.ts';

export function damagedBook(csv: string, dice: Dice, words: readonly string[]): Uint8Array<ArrayBuffer> {
  const kind = dice.roll(3);
  const text = kind === 0 ? new TextDecoder().decode(damage(csv, dice, words)) : csv;
  const book = bookOf(text, dice);
  if (kind === 1) return respoilt(book, dice, words);
  if (kind === 2)
    for (let left = 1 + dice.roll(4); left > 0; left -= 1) book[dice.roll(book.length)] = dice.roll(256);
  return book;
}

/** Cells are cut at commas; now and then some are merged, or the sheet stands there twice. */
function bookOf(text: string, dice: Dice): Uint8Array<ArrayBuffer> {
  const rows = text
    .split('\n')
    .slice(0, 20)
    .map((line) =>
      line
        .split(',')
        .slice(0, 20)
        .map((cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell)),
    );
  const merged = dice.roll(6) === 0 ? ['B2:B3'] : [];
  const sheets = [{ name: 'Rows', rows, merged }];
  return makeWorkbook(dice.roll(6) === 0 ? [...sheets, { name: 'Rows again', rows }] : sheets);
}

/** The text of one file in it is damaged. */
function respoilt(
  book: Uint8Array<ArrayBuffer>,
  dice: Dice,
  words: readonly string[],
): Uint8Array<ArrayBuffer> {
  const files = unzipSync(book);
  const paths = Object.keys(files);
  const path = paths[dice.roll(paths.length)] ?? '';
  const text = new TextDecoder().decode(files[path]);
  return new Uint8Array(zipSync({ ...files, [path]: damage(text, dice, words) }));
}
