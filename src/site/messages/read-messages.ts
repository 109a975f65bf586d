/** The messages of a language from its file: the tree of the English file, each text read as ICU MessageFormat. */
import english from './en.json' with { type: 'json' };
import { readMessage } from './format.ts';
import type { Messages } from './message-types.ts';

/** A file of messages: texts in namespaces. */
export interface Written {
  readonly [name: string]: string | Written;
}

/** In the order of the English file, whatever a translator's tool made of it. A text that is missing is our own bug: a test finds it. */
export function readMessages(
  written: Written,
  language: string,
  inOrder: (text: string) => string,
): Messages {
  const read = (source: Written, own: Written, path: string): unknown =>
    Object.fromEntries(
      Object.entries(source).map(([name, text]) => {
        const found = own[name];
        if (typeof text === 'string' && typeof found === 'string')
          return [name, readMessage(found, language, inOrder)];
        if (typeof text === 'object' && typeof found === 'object')
          return [name, read(text, found, `${path}${name}.`)];
        throw new Error(`internal error: no message "${path}${name}" in "${language}"`);
      }),
    );
  return read(english, written, '') as Messages;
}
