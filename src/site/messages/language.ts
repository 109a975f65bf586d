/** What a language of the site is: one folder with a `language.ts` that exports it. */
import type { messages } from './en/messages.ts';
import type { WrittenMessages } from './message-types.ts';

export type { ChangeWords } from './en/findings.ts';

/** Of files in ICU MessageFormat, and those that still stand in TypeScript; English says which ones there are. */
export type Messages = typeof messages & WrittenMessages;

export interface Language {
  /** BCP 47, as in `lang` and in addresses: `es`, `zh-Hans`. */
  readonly code: string;
  /** In the language itself: `Español`. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * Who checked the translation: a name, or an office. Null while it is a draft; pages then say so, and what a
   * resident must be able to rely on stands in English beside it. Not used for English, which is no translation.
   */
  readonly reviewedBy: string | null;
  readonly messages: typeof messages;
}
