/** What stands around a picture: its words and its language, the notice of an invented program. */
import type { ChartFrame } from '../../charts/points.ts';
import { type Sentence, sentenceText } from '../figures/sentence.ts';
import { languageOf } from '../messages/messages.ts';
import type { View } from '../view.ts';

/** What a frame needs of a view; what is told of no program has none. */
type Framed = Pick<View, 'language' | 'messages'> & Partial<Pick<View, 'program'>>;

/** `id` is unique on its page; `unit` says what is counted. */
export function frameOf(
  { messages, language, program }: Framed,
  { id, unit }: { readonly id: string; readonly unit: string },
  title: Sentence,
): ChartFrame {
  return {
    id: `drawing-${id}`,
    title: sentenceText(title),
    summary: messages.tables.tableFollows,
    unit,
    language,
    direction: languageOf(language).direction,
    separators: messages.marks,
    invented: program?.nature === 'invented' ? messages.frame.inventedNotice : null,
    hiddenLabel: messages.tables.hidden,
    notAvailableLabel: messages.tables.notAvailable,
    notApplicableLabel: messages.tables.notApplicable,
    partialLabel: messages.tables.partialYear,
  };
}
