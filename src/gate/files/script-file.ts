/**
 * Scripts: they may store nothing, ask no other origin, and carry no data. A bundle holds the site's own code and
 * packages; a number of 1,000 or more, or one inside a text, must stand in the source of one of them. A script is read by
 * acorn: what its names and texts mean counts, however they are written (`"\u0031"` is a digit, `local\u0053torage` a name).
 */
import { type Comment, parse, type Token } from 'acorn';
import type { Finding } from '../finding.ts';
import { findNumbers } from '../numbers.ts';
import type { Root } from '../root.ts';

const FORBIDDEN =
  /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|sendBeacon|WebSocket|EventSource|XMLHttpRequest|eval|importScripts)\b|\.cookie\b|\bcaches\.|["'`]\/\/[\w$]|https?:\/\/(?!www\.w3\.org\/|react\.dev\/errors\/)/g;
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
  const finding = (what: string, why: string): Finding => ({ file, where: '', what, why });
  const read = readScript(script);
  if (read === undefined) return [finding('', 'A script must be one that can be read.')];
  const { texts, numbers, names } = read;
  const words = [script, ...texts, ...names].flatMap((text) =>
    [...text.matchAll(FORBIDDEN)].map(([word]) => word),
  );
  const inTexts = texts
    .flatMap((text) => findNumbers(text))
    .filter(({ text }) => !known.texts.has(text))
    .map(({ text }) => text);
  const inCode = numbers.filter((text) => !(Number(text) < LARGEST) && !known.values.has(Number(text)));
  return [
    ...[...new Set(words)].map((word) =>
      finding(word, 'A script may store nothing and ask no other origin.'),
    ),
    ...[...inTexts, ...inCode].map((text) => finding(text, 'A script may carry no data.')),
  ];
}

interface ReadScript {
  /** What its texts say, patterns among them. */
  readonly texts: readonly string[];
  /** Literals of its code and of its comments. */
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** What a token means; acorn's types leave it out. */
const meaning = (token: Token & { readonly value?: unknown }): string => String(token.value);

/** Undefined for what is no script. */
function readScript(script: string): ReadScript | undefined {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  try {
    parse(script, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens, onComment: comments });
  } catch {
    return undefined;
  }
  const written = ({ start, end }: Token) => script.slice(start, end);
  const of = (...labels: readonly string[]) => tokens.filter(({ type }) => labels.includes(type.label));
  return {
    texts: [...of('string', 'template', 'invalidTemplate').map(meaning), ...of('regexp').map(written)],
    numbers: [
      ...of('num').map((token) => written(token).replace(SEPARATOR, '').replace(/n$/, '')),
      ...comments.flatMap(({ value }) => literalsOf(value).map(({ text }) => text)),
    ],
    names: of('name', 'privateId').map(meaning),
  };
}

function literalsOf(code: string): { readonly text: string; readonly value: number }[] {
  return [...code.matchAll(LITERAL)].map(([text]) => ({ text, value: Number(text) }));
}
