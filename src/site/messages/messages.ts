/** The languages of the site, found by their folders: to add one is to add a folder (docs/languages.md). */
import { isolateIds, withIsolatedIds } from './isolate-ids.ts';
import type { Language, Messages } from './language.ts';
import { readMessages, type Written } from './read-messages.ts';

const folders = import.meta.glob<{ readonly language: Language }>('./*/language.ts', { eager: true });

const files = import.meta.glob<Written>('./*.json', { eager: true, import: 'default' });

/** A language with its messages read. */
type ReadLanguage = Omit<Language, 'messages'> & { readonly messages: Messages };

const LANGUAGES: ReadonlyMap<string, ReadLanguage> = new Map(
  Object.values(folders).map(({ language }) => [language.code, inOrder(language)]),
);

function inOrder(language: Language): ReadLanguage {
  const { code, direction, messages } = language;
  const written = files[`./${code}.json`];
  if (written === undefined) throw new Error(`internal error: no file of messages in "${code}"`);
  return direction === 'ltr'
    ? { ...language, messages: { ...messages, ...readMessages(written, code, (text) => text) } }
    : { ...language, messages: { ...withIsolatedIds(messages), ...readMessages(written, code, isolateIds) } };
}

export function isWritten(code: string): boolean {
  return LANGUAGES.has(code);
}

/** A language that has no folder is our own bug: `loadPrograms` refuses papers that name one. */
export function languageOf(code: string): ReadLanguage {
  const language = LANGUAGES.get(code);
  if (language === undefined) throw new Error(`internal error: no messages in "${code}"`);
  return language;
}

export function messagesIn(code: string): Messages {
  return languageOf(code).messages;
}
