import type { Separators } from '../../charts/points.ts';
import type { Patterns } from '../island-words.ts';
import type { Messages } from '../messages/message-types.ts';

type TableWords = Pick<
  Messages['tables'],
  'tableFollows' | 'hidden' | 'hiddenProved' | 'notAvailable' | 'notApplicable' | 'partialYear' | 'total'
> &
  Patterns<Pick<Messages['tables'], RangeWord>>;

/** `{least} to {most}`, of a count that is known only as a range, or hidden. */
export type RangeWord = 'range' | 'hiddenBetween' | 'hiddenAtLeast';

/** What the explorer says, in the reader's language. */
export interface ExplorerWords extends Patterns<Messages['explorer']['words']>, TableWords {
  readonly separators: Separators & { readonly next: string };
  readonly invented: string | null;
  /** `{measure} by {by}`. */
  readonly title: string;
  readonly levels: Readonly<Record<string, string>>;
}
