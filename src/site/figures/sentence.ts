/** Sentences of pages: plain words, figures and links in reading order. */
import type { Figure } from '../../figures/figure.ts';

export interface Link {
  readonly href: string;
  readonly label: string;
  /** The language of the label where it is not that of the page. */
  readonly lang?: string;
}

/** Words of somebody else, or a name, in a language of their own. */
export interface Quoted {
  readonly lang: string;
  readonly words: string;
}

/** A sign that says at a glance what the words beside it say: nothing is kept, something is, it is hidden, nobody knows. */
export interface Glyph {
  readonly glyph: 'nothing' | 'kept' | 'hidden' | 'unknown';
}

/** The day on which somebody reads the page: a script fills it in, without one these words ask for it. */
export interface Today {
  readonly today: string;
}

export type Part = string | Figure | Link | Quoted | Glyph | Today;
export type Sentence = readonly Part[];

export function isFigure(part: Part): part is Figure {
  return typeof part !== 'string' && 'origin' in part;
}

export function isLink(part: Part): part is Link {
  return typeof part !== 'string' && 'href' in part;
}

/** Whether it leads to a page or a file of the site: on paper such a line says nothing. */
export function leadsOn(sentence: Sentence): boolean {
  return sentence.some((part) => isLink(part) && part.href.startsWith('/'));
}

export function isQuoted(part: Part): part is Quoted {
  return typeof part !== 'string' && 'words' in part;
}

export function isGlyph(part: Part): part is Glyph {
  return typeof part !== 'string' && 'glyph' in part;
}

export function isToday(part: Part): part is Today {
  return typeof part !== 'string' && 'today' in part;
}

/** A text of somebody, closed by a stop of the language where it does not bring one of its own. */
export function closed(text: string, stop: string): string[] {
  return /[.!?…。！？؟]$/u.test(text) ? [text] : [text, stop];
}

/** The sentence as plain text, for titles of windows and spoken labels. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map(partText).join('');
}

function partText(part: Part): string {
  if (typeof part === 'string') return part;
  if (isQuoted(part)) return part.words;
  if (isGlyph(part)) return '';
  if (isToday(part)) return part.today;
  return isLink(part) ? part.label : part.text;
}
