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

/** The messages of a language, each of which isolates the ids that it holds or is given. */
export function withIsolatedIds<T>(messages: T): T {
  return mapWords(messages) as T;
}

function mapWords(value: unknown): unknown {
  if (typeof value === 'string') return isolateIds(value);
  if (typeof value === 'function') return (...input: unknown[]) => mapAnswer(value(...input));
  if (Array.isArray(value)) return value.map(mapWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapWords(item)]));
}

/** A text or a sentence; figures and links in it are whole as they are. */
function mapAnswer(answer: unknown): unknown {
  if (typeof answer === 'string') return isolateIds(answer);
  return Array.isArray(answer) ? answer.map(mapAnswer) : answer;
}
