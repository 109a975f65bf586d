/** Sentences of pages: plain words, figures and links in reading order. */
import type { Figure } from '../model/figure.ts';

export interface Link {
  readonly href: string;
  readonly label: string;
}

export type Part = string | Figure | Link;
export type Sentence = readonly Part[];

export function isFigure(part: Part): part is Figure {
  return typeof part !== 'string' && 'origin' in part;
}

export function isLink(part: Part): part is Link {
  return typeof part !== 'string' && 'href' in part;
}

/** The sentence as plain text, for titles of windows and spoken labels. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map(partText).join('');
}

/** Items in one sentence, `a, b and c`, by the language's own rule. */
export function listSentence(items: readonly Part[], language: string): Sentence {
  const positions = items.map((_, index) => String(index));
  return new Intl.ListFormat(language, { type: 'conjunction' })
    .formatToParts(positions)
    .map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : value));
}

function partText(part: Part): string {
  if (typeof part === 'string') return part;
  return isLink(part) ? part.label : part.text;
}
