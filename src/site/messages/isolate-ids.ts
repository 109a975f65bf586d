/**
 * Ids in running text of a language that runs from right to left. Letters and digits of an id such as `2025-Q2` would each
 * take their own way, and readers would see `Q2-2025`; between Unicode's marks of isolation (UAX #9) they stay in order.
 */

const OPEN = '\u2066';
const CLOSE = '\u2069';

/** What begins with a digit or a line and holds a letter, `2025-Q2`, `_T`; days and months, `2025-06-30`. */
const ID = /(?<![\w\u2066.-])(?:(?=[\w.-]*[A-Za-z_])[\d_](?:[\w.-]*\w)?|\d{4}-\d\d(?:-\d\d)?(?![\w-]))/g;

/** The text with its ids between marks. */
export function isolateIds(text: string): string {
  return text.replace(ID, (id) => OPEN + id + CLOSE);
}
