/** What messages there are and what each takes. Made from en.json by `npm run messages`: change that file, not this one. */
import type { Message, Piece } from './format.ts';

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
}
