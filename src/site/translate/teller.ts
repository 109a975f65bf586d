/** Says texts of a program's papers in a reader's language, and keeps account of what stays in its own. */
import { isolateIds } from '../messages/isolate-ids.ts';
import { languageOf } from '../messages/messages.ts';

export interface Teller {
  /** A text that must have a translation. */
  readonly text: (english: string) => string;
  /** A proper name or the title of a source: translated where a translation is given. */
  readonly name: (english: string) => string;
  /** Words of somebody else: they stay as they were said, and their sense is kept beside them where a translation is given. */
  readonly quote: (english: string) => string;
  /** The sense of such words, to stand beside them; undefined where no translation is given. */
  readonly sense: (english: string) => string | undefined;
}

/** What a teller found: texts that it needed, names that it was asked for, and what stays in English. */
export interface Told {
  readonly needed: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  /** What such words say, by the words. */
  readonly senses: ReadonlyMap<string, string>;
}

/** A text without letters says the same in every language. */
function isWorded(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** A teller over the texts of one language. A needed text without translation is said in English and listed in `needed`. */
export function tellerOf(
  texts: Readonly<Record<string, string>>,
  language: string,
): {
  readonly tell: Teller;
  readonly told: Told;
} {
  const [needed, names, kept] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const senses = new Map<string, string>();
  const inOrder = languageOf(language).direction === 'ltr' ? (text: string) => text : isolateIds;
  const find = (english: string): string | undefined => {
    const text = Object.hasOwn(texts, english) ? texts[english] : undefined;
    return text === undefined ? undefined : inOrder(text);
  };
  const tell: Teller = {
    text: (english) => {
      if (!isWorded(english)) return english;
      needed.add(english);
      return find(english) ?? english;
    },
    name: (english) => {
      if (!isWorded(english)) return english;
      names.add(english);
      const found = find(english);
      if (found === undefined) kept.add(english);
      return found ?? english;
    },
    quote: (english) => {
      if (!isWorded(english)) return english;
      kept.add(english);
      names.add(english);
      const found = find(english);
      if (found !== undefined) senses.set(english, found);
      return english;
    },
    sense: (english) => {
      if (isWorded(english)) names.add(english);
      return find(english);
    },
  };
  return { tell, told: { needed, names, kept, senses } };
}
