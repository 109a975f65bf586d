/** The files of messages, as they are kept. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Written } from '../../../src/site/messages/read-messages.ts';

const FOLDER = 'src/site/messages';

/** The languages that have a file. */
export const codes = readdirSync(FOLDER).flatMap((name) =>
  name.endsWith('.json') ? [name.slice(0, -5)] : [],
);

export function writtenIn(code: string): Written {
  return JSON.parse(readFileSync(`${FOLDER}/${code}.json`, 'utf8')) as Written;
}
