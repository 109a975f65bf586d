import type { Separators } from '../../charts/points.ts';
import type { Patterns } from '../island-words.ts';
import type { Messages } from '../messages/message-types.ts';

/** What "Test it yourself" says, in the reader's language. */
export interface AttackWords extends Patterns<Messages['attackPage']['words']> {
  readonly measure: string;
  readonly total: string;
  readonly separators: Separators;
}
