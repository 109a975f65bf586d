import type { Patterns } from './island-words.ts';
import type { Messages } from './messages/message-types.ts';

/** What "Check everything" says, in the reader's language. */
export type VerifyWords = Patterns<Messages['verifyPage']['words']>;
