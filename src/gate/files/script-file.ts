/**
 * Scripts: they may store nothing, ask no other origin, and carry no data. A bundle holds the site's own code and
 * packages; a number of 1,000 or more, or one inside a text, must stand in the source of one of them.
 */
import type { Finding } from '../finding.ts';
import { findNumbers } from '../numbers.ts';
import type { Root } from '../root.ts';

const FORBIDDEN =
  /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|sendBeacon|WebSocket|EventSource|XMLHttpRequest|eval|importScripts)\b|\.cookie\b|\bcaches\.|["'`]\/\/[\w$]|https?:\/\/(?!www\.w3\.org\/|react\.dev\/errors\/)/g;
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const LITERAL = /(?<![\w$.])(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[-+]?\d+)?)/gi;

/** Between the digits of a literal, as in 86_400_000. */
const SEPARATOR = /(?<=\d)_(?=\d)/g;

/** Numbers of code are small; a list of counts is not code. */
const LARGEST = 1000;

/** The numbers that stand in code: literals by value, and whatever reads like a number in its texts. */
export interface KnownNumbers {
  readonly values: ReadonlySet<number>;
  readonly texts: ReadonlySet<string>;
}

/** What sources of packages and of the site's own code hold. */
export function numbersOfSources(sources: readonly string[]): KnownNumbers {
  return {
    values: new Set(
      sources.flatMap((source) => literalsOf(source.replace(SEPARATOR, '')).map(({ value }) => value)),
    ),
    texts: new Set(
      sources.flatMap((source) => findNumbers(source.replace(/,\s+/g, ',')).map(({ text }) => text)),
    ),
  };
}

/** With the numbers of the path below which the site stands: a script names the files that it loads. */
export function withBase({ values, texts }: KnownNumbers, { base }: Root): KnownNumbers {
  return { values, texts: new Set([...texts, ...findNumbers(base).map(({ text }) => text)]) };
}

export function scriptFindings(file: string, script: string, known: KnownNumbers): Finding[] {
  const words = [...script.matchAll(FORBIDDEN)].map(([what]) => ({
    file,
    where: '',
    what,
    why: 'A script may store nothing and ask no other origin.',
  }));
  const inTexts = [...script.matchAll(STRING)]
    .flatMap(([text]) => findNumbers(text))
    .filter(({ text }) => !known.texts.has(text));
  const inCode = literalsOf(script.replace(STRING, "''")).filter(
    ({ value }) => !(value < LARGEST) && !known.values.has(value),
  );
  return [
    ...words,
    ...[...inTexts, ...inCode].map(({ text }) => ({
      file,
      where: '',
      what: text,
      why: 'A script may carry no data.',
    })),
  ];
}

function literalsOf(code: string): { readonly text: string; readonly value: number }[] {
  return [...code.matchAll(LITERAL)].map(([text]) => ({ text, value: Number(text) }));
}
