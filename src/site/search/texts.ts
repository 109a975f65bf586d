/** What a page says, sentence by sentence, as the search reads it: whatever it prints but its pictures and its files. */
import type { Figure } from '../../figures/figure.ts';
import {
  isFigure,
  isGlyph,
  isLink,
  isQuoted,
  isToday,
  type Part,
  type Sentence,
} from '../figures/sentence.ts';

/** Of props what a reader does not search for: names and addresses, pictures (their tables say the same), ways to travel. */
const LEFT_OUT = new Set([
  'address',
  'cell',
  'claim',
  'drawing',
  'had',
  'href',
  'id',
  'inFile',
  'index',
  'kind',
  'lang',
  'mark',
  'needsScript',
  'ofRecord',
  'path',
  'slug',
  'spark',
  'status',
  'travel',
  'words',
]);

/** Lists of plain texts, which are no sentences. */
const NAMES = new Set(['columns', 'lines']);

/** Every sentence in blocks, at any depth; a row of a table, a list of names, and lines of code are one each. */
export function textsIn(value: unknown): Sentence[] {
  if (typeof value === 'string') return value === '' ? [] : [[value]];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return isSentence(items) ? [items] : items.flatMap(textsIn);
  }
  if (isPart(value)) return [[value]];
  return Object.entries(value).flatMap(([key, item]) => {
    if (LEFT_OUT.has(key)) return [];
    if (key === 'rows') return (item as readonly unknown[]).map((row) => apart(textsIn(row)));
    return NAMES.has(key) ? [apart((item as readonly string[]).map((name) => [name]))] : textsIn(item);
  });
}

function isSentence(items: readonly unknown[]): items is Sentence {
  return items.length > 0 && items.every((item) => typeof item === 'string' || isPart(item));
}

function isPart(value: unknown): value is Exclude<Part, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const part = value as Figure;
  return isFigure(part) ? 'text' in part : isNamed(part);
}

function isNamed(part: Exclude<Part, string>): boolean {
  return (
    (isLink(part) && 'label' in part) || (isQuoted(part) && 'lang' in part) || isGlyph(part) || isToday(part)
  );
}

/** Cells beside each other, with a blank between. */
function apart(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [' ', ...sentence]));
}
