/**
 * The index of one language and the answer to a question: sections in which for every word asked for some word begins so, or
 * one that means the same here; where there is none, those that have some of the words. Of each page first the section that says most of it; of these those first whose heading says so,
 * pages on people before others, real programs before the invented one.
 */
import MiniSearch, { type Query } from 'minisearch';
import type { SearchRank } from '../../formats/site/search-index.ts';
import { askedWords, plain, wordsOf } from './words.ts';

/** A section of a page, or an entry of the page's own list. */
export interface Entry {
  readonly href: string;
  readonly heading: string;
  readonly page: string;
  readonly program: string;
  readonly isInvented: boolean;
  readonly rank: SearchRank;
  readonly texts: readonly string[];
}

/** What readers type, and how words begin that mean it here; a key may be of several words. */
export type Meanings = ReadonlyMap<string, readonly string[]>;

/** One entry for each address: the first, with what others say of the same. */
export function oneForEach(entries: readonly Entry[]): Entry[] {
  const found = Map.groupBy(entries, ({ href }) => href);
  return [...found.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const texts = others.flatMap(({ heading, texts: own }) => [heading, ...own]);
    return [{ ...first, texts: [...new Set([...first.texts, ...texts])] }];
  });
}

export interface Found {
  readonly entries: readonly Entry[];
  /** Whether they have every word asked for, and not some of them. */
  readonly hasAll: boolean;
}

export type Finder = (asked: string) => Found;

/** From the strictest reading of a question on: every word, one letter wrong, some of the words. */
const READINGS = [
  { combineWith: 'AND', fuzzy: false },
  { combineWith: 'AND', fuzzy: true },
  { combineWith: 'OR', fuzzy: true },
] as const;

const WEIGHTS = { heading: 5, page: 3, lead: 3, program: 2 } as const;
const RANK_WEIGHTS: Readonly<Record<SearchRank, number>> = { home: 3, first: 2, other: 1, last: 0.4 };
/** Of how a page begins, before its sections. */
const START_WEIGHT = 1.5;
const INVENTED_WEIGHT = 0.1;
/** Of a word that means what was asked. */
const MEANING_WEIGHT = 0.3;
/** Of an entry that has the words as they were asked for, one after the other: "Ward 33", not a 33 beside another ward. */
const PHRASE_WEIGHT = 5;
/** Of a word of so many letters one may be wrong. */
const FUZZY_LETTERS = 6;

export function makeFinder(entries: readonly Entry[], meanings: Meanings): Finder {
  const index = new MiniSearch<Entry & { readonly id: number }>({
    fields: ['heading', 'page', 'lead', 'program', 'text'],
    extractField: fieldOf,
    tokenize: wordsOf,
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const search = (query: Query, fuzzy: boolean, hasPhrase: (entry: Entry) => boolean): Entry[] =>
    index
      .search(query, {
        boost: WEIGHTS,
        boostDocument: (id) => weightOf(entries[id], hasPhrase),
        // A number is meant whole.
        prefix: (term) => /\p{L}/u.test(term),
        fuzzy: (term) => (fuzzy && term.length >= FUZZY_LETTERS && /^\p{L}+$/u.test(term) ? 1 : false),
        tokenize: (text) => [text],
      })
      .flatMap(({ id }) => entries[id] ?? []);
  return (asked) => {
    const queries = queriesOf(asked, meanings);
    for (const { combineWith, fuzzy } of queries.length === 0 ? [] : READINGS) {
      const found = search({ combineWith, queries }, fuzzy, phraseIn(asked));
      if (found.length > 0) return { entries: pageByPage(found), hasAll: combineWith === 'AND' };
    }
    return { entries: [], hasAll: true };
  };
}

const isStart = ({ href }: Pick<Entry, 'href'>): boolean => !href.includes('#');

/** What a page begins with is its lead; what stands further down is text. */
function fieldOf(entry: Entry & { readonly id: number }, field: string): string {
  const told = entry.texts.join(' ');
  if (field === 'lead') return isStart(entry) ? told : '';
  if (field === 'text') return isStart(entry) ? '' : told;
  return String(entry[field as keyof Entry]);
}

function weightOf(entry: Entry | undefined, hasPhrase: (entry: Entry) => boolean): number {
  if (entry === undefined) throw new Error('internal error: the index found what it does not hold');
  const start = isStart(entry) ? START_WEIGHT : 1;
  const phrase = hasPhrase(entry) ? PHRASE_WEIGHT : 1;
  return RANK_WEIGHTS[entry.rank] * start * phrase * (entry.isInvented ? INVENTED_WEIGHT : 1);
}

/** Whether an entry has two or more words in the order asked for, each whole. */
function phraseIn(asked: string): (entry: Entry) => boolean {
  const inOrder = (text: string) => ` ${askedWords(text).join(' ')} `;
  const phrase = inOrder(asked);
  if (phrase.trim().split(' ').length < 2) return () => false;
  return ({ heading, texts }) => [heading, ...texts].some((text) => inOrder(text).includes(phrase));
}

/** The best of each page first, then what else they say, both in the order given. */
function pageByPage(found: readonly Entry[]): Entry[] {
  const best = [...Map.groupBy(found, ({ href }) => href.split('#')[0]).values()].flatMap(
    ([first]) => first ?? [],
  );
  return [...best, ...found.filter((entry) => !best.includes(entry))];
}

/** Of every word that is asked for: the word, or a meaning of it. */
function queriesOf(asked: string, meanings: Meanings): Query[] {
  const { left, groups } = phrasesIn(plain(asked), meanings);
  const words = askedWords(left).map((word) => [word, ...(meanings.get(word) ?? [])]);
  return [...groups, ...words].map((group) => ({
    combineWith: 'OR' as const,
    queries: group.map((one, at) => ({
      combineWith: 'AND' as const,
      queries: askedWords(one),
      boostTerm: () => (at === 0 ? 1 : MEANING_WEIGHT),
    })),
  }));
}

/** Meanings of several words, `my data`, and in Chinese of any part, and what was asked besides. */
function phrasesIn(asked: string, meanings: Meanings): { left: string; groups: (readonly string[])[] } {
  const groups: (readonly string[])[] = [];
  let left = asked.replace(/\s+/g, ' ');
  for (const [phrase, meant] of meanings) {
    const isHan = /\p{Script=Han}/u.test(phrase);
    if (!isHan && !phrase.includes(' ')) continue;
    const [text, part] = isHan ? [left, phrase] : [` ${left} `, ` ${phrase} `];
    if (!text.includes(part)) continue;
    groups.push([phrase, ...meant]);
    left = text.replace(part, ' ').trim();
  }
  return { left, groups };
}

/** The text that says most of what was asked, to show under its heading. */
export function excerptOf({ texts }: Entry, asked: string, meanings: Meanings): string {
  const wanted = askedWords(asked).flatMap((word) => [word, ...(meanings.get(word) ?? []).map(plain)]);
  const told = texts.map((text) => {
    const words = wordsOf(text);
    return { text, count: wanted.filter((one) => words.some((word) => word.startsWith(one))).length };
  });
  const [best] = told.toSorted((one, other) => other.count - one.count);
  return best?.text ?? '';
}
