/** The languages of the site, each with its messages. */
import { isolateIds } from './isolate-ids.ts';
import { LANGUAGES, type LanguageFacts } from './languages.ts';
import type { Messages } from './message-types.ts';
import { readMessages, type Written } from './read-messages.ts';

export interface Language extends LanguageFacts {
  readonly messages: Messages;
}

const files = import.meta.glob<Written>('./*.json', { eager: true, import: 'default' });

const languages: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((facts) => [facts.code, { ...facts, messages: read(facts) }]),
);

function read({ code, direction }: LanguageFacts): Messages {
  const written = files[`./${code}.json`];
  if (written === undefined) throw new Error(`internal error: no file of messages in "${code}"`);
  return readMessages(written, code, direction === 'ltr' ? (text) => text : isolateIds);
}

export function isWritten(code: string): boolean {
  return languages.has(code);
}

/** A language that has no file is our own bug: `loadPrograms` refuses papers that name one. */
export function languageOf(code: string): Language {
  const language = languages.get(code);
  if (language === undefined) throw new Error(`internal error: no messages in "${code}"`);
  return language;
}

export function messagesIn(code: string): Messages {
  return languageOf(code).messages;
}
