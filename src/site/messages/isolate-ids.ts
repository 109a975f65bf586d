/**
 * Ids and numbers with hyphens in running text of a language that runs from right to left. The parts of `2025-Q2` or of a telephone number would each
 * take their own way, and readers would see `Q2-2025`; between Unicode's marks of isolation (UAX #9) they stay in order.
 */

const OPEN = '\u2066';
const CLOSE = '\u2069';

/** What begins with a digit or a line and holds a letter, `2025-Q2`, `_T`; digits with hyphens, `2025-06-30`, a telephone number. */
const ID = /(?<![\w\u2066.-])(?:(?=[\w.-]*[A-Za-z_])[\d_](?:[\w.-]*\w)?|\d+(?:-\d+)+(?![\w-]))/g;

/** The text without any marks, as it was written. */
export function withoutMarks(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/** The text with its ids between marks. */
export function isolateIds(text: string): string {
  return text.replace(ID, (id) => OPEN + id + CLOSE);
}
