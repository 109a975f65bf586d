/** The large figures of requests. */
import { TOTAL } from '../../../program/codelist.ts';
import { ALL } from '../../../release/balance.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { givenRange } from '../../blocks/table-block.ts';
import { cellFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, Stat } from '../../frame/page.ts';
import { endLabel, type ReleaseView } from '../../view.ts';
import { NOT_SIGNED, SIGNED } from './docket-periods.ts';

/** How many requests came in, who signed them, how many are open: as far as it is published. */
export function docketStats(view: ReleaseView): Block[] {
  const { docket } = view.messages;
  const lines: readonly (readonly [Sentence, string, string, string])[] = [
    [docket.received({ end: endLabel(view) }), ALL, TOTAL, 'received'],
    [[docket.signed], 'signature', SIGNED, 'received'],
    [[docket.unsigned], 'signature', NOT_SIGNED, 'received'],
    [docket.open({ end: endLabel(view) }), ALL, TOTAL, 'open_at_end'],
  ];
  const stats = lines.flatMap(([label, by, code, line]): Stat[] => {
    const address = balanceAddress(TOTAL, by, code, line);
    const figure = cellFigure(view.source, address);
    return figure === undefined
      ? rangeStat(view, label, address)
      : [{ label, qualifier: '', figure, note: [] }];
  });
  return stats.length === 0 ? [] : [{ kind: 'stats', stats }];
}

/** The least that is known, with the most beside it. */
function rangeStat(view: ReleaseView, label: Sentence, address: string): Stat[] {
  const { tables } = view.messages;
  const range = givenRange(view, address);
  if (range === undefined) return [];
  const { least, most } = range;
  return [{ label, qualifier: tables.atLeast, figure: least, note: tables.atMost({ most }) }];
}
