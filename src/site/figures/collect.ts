/**
 * Every number that a page prints, from its props. Whatever stands in the props once is printed once, so
 * the list is as exact as the page.
 */
import type { Plan } from '../../charts/marks.ts';
import type { Figure } from '../../figures/figure.ts';
import type { ManifestPage } from '../../figures/manifest.ts';
import type { Finding } from '../findings/finding.ts';
import type { DrawingProps } from '../frame/page.ts';
import { type Lexicon, readWords, type Word } from './lexicon.ts';
import { sentenceText } from './sentence.ts';

/** Names and addresses, which readers do not see as text, and what other props are made of. */
const UNPRINTED = new Set([
  'address',
  'cell',
  'claim',
  'home',
  'href',
  'id',
  'inFile',
  'kind',
  'lang',
  'ofRecord',
  'path',
  'published',
  'slug',
  'origin',
  'status',
  'updated',
]);

interface Printed {
  readonly figures: Figure[];
  readonly ticks: string[];
  readonly words: Word[];
  readonly claims: ManifestPage['claims'];
}

/** What the page at `path` prints, equal texts counted together. Throws where a text has a number of unknown origin. */
export function collectPage(path: string, props: unknown, lexicon: Lexicon): ManifestPage {
  const printed: Printed = { figures: [], ticks: [], words: [], claims: [] };
  collect(props, printed, lexicon, path);
  return {
    path,
    figures: counted(printed.figures, (figure) => JSON.stringify(figure)),
    ticks: counted(
      printed.ticks.map((text) => ({ text })),
      ({ text }) => text,
    ),
    words: counted(printed.words, ({ kind, text }) => `${kind} ${text}`),
    claims: printed.claims,
  };
}

function counted<T extends object>(
  items: readonly T[],
  keyOf: (item: T) => string,
): (T & { times: number })[] {
  const found = new Map<string, T & { times: number }>();
  for (const item of items) {
    const key = keyOf(item);
    found.set(key, { ...item, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

function collect(value: unknown, printed: Printed, lexicon: Lexicon, path: string): void {
  if (typeof value === 'string') collectText(value, [], printed, lexicon, path);
  else if (typeof value === 'object' && value !== null) collectObject(value, printed, lexicon, path);
}

function collectObject(value: object, printed: Printed, lexicon: Lexicon, path: string): void {
  if (isFigureObject(value)) printed.figures.push(value);
  else if (isDrawing(value)) collectDrawing(value, printed, lexicon, path);
  else if ('marks' in value) collectMarks(value as Plan, printed, lexicon, path);
  else {
    if (isFinding(value) && value.claim !== null)
      printed.claims.push({ ...value.claim, text: sentenceText(value.title) });
    for (const [key, item] of Object.entries(value))
      if (!UNPRINTED.has(key)) collect(item, printed, lexicon, path);
  }
}

/** Whatever has a title with a claim, a chart among them. */
function isFinding(value: object): value is Finding {
  return 'claim' in value && 'title' in value;
}

function isDrawing(value: object): value is DrawingProps {
  return 'plans' in value;
}

function isFigureObject(value: object): value is Figure {
  return 'origin' in value && 'text' in value;
}

function collectText(
  text: string,
  figures: readonly Figure[],
  printed: Printed,
  lexicon: Lexicon,
  path: string,
): void {
  for (const word of readWords(text, lexicon, figures)) {
    if (word === null)
      throw new Error(`internal error: ${path} prints a number of unknown origin in "${text}"`);
    if ('origin' in word) printed.figures.push(word);
    else printed.words.push(word);
  }
}

/** What the marks of a picture print, on a page or in a file of its own. */
function collectMarks({ marks }: Plan, printed: Printed, lexicon: Lexicon, path: string): void {
  for (const mark of marks) {
    if (mark.kind === 'tick') printed.ticks.push(mark.text);
    if (mark.kind === 'words') collectText(mark.text, [], printed, lexicon, path);
    if (mark.kind === 'figure') collect([mark.figure, mark.words, mark.to], printed, lexicon, path);
    if ('says' in mark) collect(mark.says, printed, lexicon, path);
  }
}

/** Each size says the title and the description, which may name gaps, and prints its marks. */
function collectDrawing(
  { plans, title, description, spoken }: DrawingProps,
  printed: Printed,
  lexicon: Lexicon,
  path: string,
): void {
  for (const plan of plans) {
    for (const text of [title, description]) collectText(text, spoken, printed, lexicon, path);
    collectMarks(plan, printed, lexicon, path);
  }
}
