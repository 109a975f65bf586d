/** What messages there are and what each takes. Made from en.json by `npm run messages`: change that file, not this one. */
import type { Count, Message, Piece } from './format.ts';

export interface WrittenMessages {
  readonly travel: {
    readonly useFigure: string;
    readonly csv: string;
    readonly json: string;
    readonly svg: string;
    readonly png: string;
    readonly quote: string;
    readonly citation: string;
    readonly quoted: Message<{
      readonly title: Piece;
      readonly city: Piece;
      readonly program: Piece;
      readonly release: Piece;
    }>;
    readonly cited: Message<{ readonly citation: Piece; readonly title: Piece; readonly address: Piece }>;
    readonly embedLatest: string;
    readonly embedFrozen: Message<{ readonly release: Piece }>;
    readonly embedLead: string;
    readonly figureOnPage: string;
    readonly ofRelease: Message<{ readonly city: Piece; readonly program: Piece; readonly release: Piece }>;
    readonly hiddenNote: string;
    readonly inventedMark: string;
  };
  readonly around: {
    readonly menu: {
      readonly overview: string;
      readonly kept: string;
      readonly asked: string;
      readonly served: string;
      readonly data: string;
    };
    readonly here: string;
    readonly pagesHere: string;
    readonly contents: string;
    readonly trust: {
      readonly label: string;
      readonly release: Message<{ readonly release: Piece }>;
      readonly through: Message<{ readonly period: Piece }>;
      readonly due: Message<{ readonly day: Piece }>;
      readonly checked: Message<{ readonly hidden: Count; readonly attack: Piece }>;
      readonly attack: string;
      readonly nothingHidden: string;
      readonly unchanged: string;
      readonly changed: string;
      readonly looked: Message<{ readonly day: Piece }>;
    };
  };
  readonly overview: {
    readonly held: Message<{
      readonly word: 'more' | 'fewer' | 'other';
      readonly now: Piece;
      readonly by: Piece;
    }>;
    readonly heldNever: Message<{ readonly held: Piece; readonly never: Piece }>;
    readonly inPeriod: Message<{ readonly label: Piece; readonly period: Piece }>;
    readonly atEndOf: Message<{ readonly label: Piece; readonly period: Piece }>;
    readonly change: Message<{
      readonly word: 'more' | 'fewer' | 'other';
      readonly by: Piece;
      readonly before: Piece;
    }>;
    readonly meanings: {
      readonly 'records-held': string;
      readonly 'legal-requests-received': string;
      readonly 'legal-requests-open': string;
      readonly 'cards-issued': string;
      readonly applications: string;
    };
    readonly news: string;
    readonly firstRelease: string;
    readonly changed: Message<{ readonly link: Piece }>;
  };
  readonly whatIsKept: {
    readonly how: string;
    readonly answer: Message<{ readonly way: Piece; readonly answer: Piece }>;
    readonly help: string;
    readonly inEnglish: Message<{ readonly words: Piece }>;
    readonly whoAsked: string;
    readonly asked: Message<{ readonly link: Piece; readonly outcome: Piece }>;
    readonly nobodyCan: string;
    readonly noneKnown: string;
    readonly never: Message<{ readonly never: Piece }>;
    readonly yearsSubtitle: Message<{ readonly city: Piece }>;
    readonly short: string;
  };
}
