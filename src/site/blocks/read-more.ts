/** `Read more: Who asked`, with the way there. */

import type { Sentence } from '../figures/sentence.ts';
import type { Messages } from '../messages/message-types.ts';
import { pagePath } from '../routes.ts';
import type { View } from '../view.ts';

export function readMore(view: View, page: keyof Messages['names']): Sentence {
  const { names, tables } = view.messages;
  return [{ href: pagePath(view, page), label: tables.readMore.text({ page: names[page] }) }];
}
