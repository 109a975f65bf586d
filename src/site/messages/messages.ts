/** The languages of the site, found by their folders: to add one is to add a folder (docs/languages.md). */
import { withIsolatedIds } from './isolate-ids.ts';
import type { Language, Messages } from './language.ts';

const folders = import.meta.glob<{ readonly language: Language }>('./*/language.ts', { eager: true });

const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  Object.values(folders).map(({ language }) => [language.code, inOrder(language)]),
);

function inOrder(language: Language): Language {
  if (language.direction === 'ltr') return language;
  return { ...language, messages: withIsolatedIds(language.messages) };
}

export function isWritten(code: string): boolean {
  return LANGUAGES.has(code);
}

/** A language that has no folder is our own bug: `loadPrograms` refuses papers that name one. */
export function languageOf(code: string): Language {
  const language = LANGUAGES.get(code);
  if (language === undefined) throw new Error(`internal error: no messages in "${code}"`);
  return language;
}

export function messagesIn(code: string): Messages {
  return languageOf(code).messages;
}
