/** What every page says of a way to apply: whether something stays of the person, and since when the way is open. */
import { formatDay } from '../../figures/dates.ts';
import type { Channel } from '../../program/program.ts';
import type { Glyph, Sentence } from '../figures/sentence.ts';
import type { View } from '../view.ts';

const GLYPHS: Readonly<Record<Channel['leavesRecords'], Glyph>> = {
  no: { glyph: 'nothing' },
  yes: { glyph: 'kept' },
  'not-on-the-record': { glyph: 'unknown' },
};

export function keptGlyph({ leavesRecords }: Pick<Channel, 'leavesRecords'>): Glyph {
  return GLYPHS[leavesRecords];
}

/** `since 3 May 2021`; undefined where nobody said when it opened. */
export function openSentence(
  { language, messages }: View,
  { opened, closed }: Channel,
): Sentence | undefined {
  if (opened === undefined) return undefined;
  const from = formatDay(opened, language);
  return closed === undefined
    ? messages.record.openSince({ opened: from })
    : messages.record.openedClosed({ opened: from, closed: formatDay(closed, language) });
}
