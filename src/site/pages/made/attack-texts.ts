/** What the attack on a release found, number by number: what is hidden, what was asked about, what has a certificate. */
import { type Audit, askedCounts } from '../../../formats/audit-file.ts';
import { auditFigure } from '../../figures/audit-figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { View } from '../../view.ts';

/** Of a release that hides something. */
export function attackTexts({ messages, language }: View, audit: Audit): Sentence[] {
  const { attackText } = messages.papers;
  const figure = (path: Parameters<typeof auditFigure>[1]) => auditFigure(audit, path, language);
  const [withheld, k] = [figure('cells.withheld'), figure('k')];
  const asked = askedCounts(audit);
  const found = attackText.found({ withheld, published: figure('cells.published'), k });
  const worked = { withheld, asked: figure('asked.cells'), known: figure('asked.known'), k };
  const beside = { differences: figure('asked.differences'), certified: figure('asked.certified') };
  return [
    found,
    ...(asked.known > 0 ? [attackText.asked(worked)] : []),
    ...(asked.differences > 0 ? [attackText.differences(beside)] : []),
    ...((audit.sets?.undecided ?? 0) > 0
      ? [attackText.sets({ parts: figure('sets.parts'), undecided: figure('sets.undecided') })]
      : []),
  ];
}
