/**
 * Messages in ICU MessageFormat to sentences and texts; the only importer of the library that reads them. A figure, a link
 * or a quote stays a whole part of the sentence, so that the gate finds the origin of every number.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Figure } from '../../figures/figure.ts';
import { isFigure, type Part, type Sentence, sentenceText } from '../figures/sentence.ts';
import { contract } from './contract.ts';

/** What takes the place of a parameter. */
export type Piece = Part | Sentence;

/** What a plural goes by: a whole count as it is printed, or a number that only chooses the form. */
export type Count = Figure | number;

/** A message with parameters: called, a sentence; as `text`, one string, from nothing but texts. */
export interface Message<Values> {
  (values: Values): Sentence;
  text(values: Texts<Values>): string;
  /** As it is written, its parameters by their names in braces, for a script of the page to fill in. */
  pattern(): string;
}

type Texts<Values> = { readonly [Name in keyof Values]: Values[Name] & (string | number) };

/** The values of any message; the types of `Messages` say which ones each takes. */
type AnyValues = Readonly<Record<string, Piece | Count>>;

/** A constant text as it is, a text with parameters as a message. `inOrder` is put over every text that comes out. */
export function readMessage(
  text: string,
  language: string,
  inOrder: (text: string) => string,
): string | Message<AnyValues> {
  if (!text.includes('{')) return inOrder(text.replaceAll("''", "'"));
  let format: IntlMessageFormat | undefined;
  const fill = (values: AnyValues): Sentence => {
    format ??= new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    const placed = Object.entries(values).map(([name, value]) => [name, placedOf(value)] as const);
    const parts = format
      .formatToParts<Placed>(Object.fromEntries(placed))
      .flatMap(({ value }): Sentence => (typeof value === 'string' ? [value] : value.parts));
    return contract(parts, language);
  };
  return Object.assign(
    (values: AnyValues) => fill(values).map((part) => (typeof part === 'string' ? inOrder(part) : part)),
    {
      text: (values: AnyValues) => inOrder(sentenceText(fill(values))),
      pattern: () => inOrder(patternOf(text)),
    },
  );
}

/** A message that chooses by its parameters is none. */
function patternOf(text: string): string {
  if (/\{\w+,/.test(text)) throw new Error(`internal error: no script can fill in "${text}"`);
  return text.replaceAll("''", "'");
}

/** A value in its place: the library hands it back whole, and asks for a number or a word where it has to choose. */
interface Placed {
  readonly parts: Sentence;
  readonly [Symbol.toPrimitive]: () => string | number;
}

function placedOf(value: Piece | Count): Placed {
  if (typeof value === 'number') return placed([String(value)], value);
  if (isSentence(value)) return placed(value, sentenceText(value));
  const isCount = typeof value !== 'string' && isFigure(value);
  return placed([value], isCount ? wholeCount(value) : sentenceText([value]));
}

function placed(parts: Sentence, key: string | number): Placed {
  return { parts, [Symbol.toPrimitive]: () => key };
}

function isSentence(value: Piece): value is Sentence {
  return Array.isArray(value);
}

function wholeCount({ text }: Figure): number {
  return Number(text.replaceAll(/\D/g, ''));
}
