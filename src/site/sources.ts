/** Where a program's figures come from and how they were read. */
import type { Sentence } from './sentence.ts';
import type { View } from './view.ts';

/** One sentence under every chart and table. */
export function sourceSentence({ program, messages }: View): Sentence {
  const parts = program.sources.flatMap(
    ({ title, url, howRead }, index): Sentence => [
      ...(index === 0 ? [] : ['; ']),
      url === undefined ? title : { href: url, label: title },
      ...(howRead === undefined ? [] : [' (', howRead, ')']),
    ],
  );
  return parts.length === 0 ? [] : [messages.source, ...parts, '.'];
}
