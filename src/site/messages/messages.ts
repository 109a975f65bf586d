/** Messages by language. A language that is not written yet is our own bug: `program.json` may not name it. */
import { en, type Messages } from './en.ts';

export type { Messages };

const LANGUAGES: ReadonlyMap<string, Messages> = new Map([['en', en]]);

export function messagesIn(language: string): Messages {
  const messages = LANGUAGES.get(language);
  if (messages === undefined) throw new Error(`internal error: no messages in "${language}"`);
  return messages;
}

/** Right to left for scripts that run so. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur', 'yi'].includes(language) ? 'rtl' : 'ltr';
}
