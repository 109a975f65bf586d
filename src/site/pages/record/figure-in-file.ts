/** What the file of a chart says of a figure on the record beside its number. */
import type { RecordedFigure } from '../../../record/record.ts';
import { periodSentence, qualifierWords } from '../../figures/record-sentence.ts';
import type { TableRow } from '../../frame/page.ts';
import type { View } from '../../view.ts';

/** Its remark begins with how the source puts the number, unless that is exact. */
export function figureInFile(view: View, figure: RecordedFigure): NonNullable<TableRow['inFile']> {
  const { unit, period, qualifier, note } = figure;
  const put = qualifier === 'exact' ? '' : qualifierWords(view.messages, qualifier);
  const said = [put, note].filter((text) => text !== '');
  return {
    unit,
    period: periodSentence(view, period),
    note: said.flatMap((text, at) => (at === 0 ? [text] : [view.messages.marks.next, text])),
  };
}
