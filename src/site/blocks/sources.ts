/** Where a program's figures come from and how they were read. */
import { quoted, quotedLink } from '../figures/record-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { View } from '../view.ts';

/** One sentence under every chart and table. */
export function sourceSentence(view: View): Sentence {
  const { program, messages } = view;
  const { marks } = messages;
  const parts = program.sources.flatMap(
    ({ title, url, howRead }, index): Sentence => [
      ...(index === 0 ? [] : [marks.semicolon]),
      url === undefined ? quoted(view, title) : quotedLink(view, url, title),
      ...(howRead === undefined ? [] : [marks.open, howRead, marks.close]),
    ],
  );
  return parts.length === 0 ? [] : [messages.tables.source, ...parts, marks.stop];
}
