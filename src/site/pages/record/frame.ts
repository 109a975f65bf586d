/** What stands around a picture of figures on the record, which has nothing hidden and nothing missing. */
import type { ChartFrame } from '../../../charts/points.ts';
import { languageOf } from '../../messages/messages.ts';
import type { Telling } from '../../record-sentence.ts';
import { type Sentence, sentenceText } from '../../sentence.ts';

/** `id` is unique on its page; `unit` says what is counted. */
export function recordFrame(
  { messages, language }: Telling,
  id: string,
  unit: string,
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
    invented: null,
    hiddenLabel: messages.tables.hidden,
    notAvailableLabel: messages.tables.notAvailable,
    notApplicableLabel: messages.tables.notApplicable,
    partialLabel: messages.tables.partialYear,
  };
}
