/** What federal immigration authorities asked for, year by year, what was answered and what left; how much of it is hidden. */

import { formatDay } from '../../../figures/dates.ts';
import { TOTAL } from '../../../program/codelist.ts';
import { WITH_PAGE } from '../../../release/balance.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { cellFigure, cellsFigure, withheldFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import { claimOf } from '../../findings/finding.ts';
import { citeChart } from '../../frame/citation.ts';
import type { Block, Section } from '../../frame/page.ts';
import { pagePath } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';
import { chartPeriods } from './docket-periods.ts';
import { leftGlyph, leftWords } from './docket-register.ts';
import { yearTable } from './docket-years.ts';

const WHO = 'federal_immigration';
const SECTION = 'immigration';
const LISTED = `requester${WITH_PAGE}`;

/** None where the release breaks its requests down by nobody. */
export function immigrationSections(view: ReleaseView, requests: ReleasedRequests): Section[] {
  const { messages, source } = view;
  const { asked } = messages;
  const received = cellFigure(source, balanceAddress(TOTAL, LISTED, WHO, 'received'));
  const closed = cellFigure(source, balanceAddress(TOTAL, LISTED, WHO, 'closed'));
  if (received === undefined || closed === undefined) return [];
  const own = requests.docket.filter(({ requester }) => requester === WHO).toReversed();
  const hasLeft = own.some(({ left }) => left !== 'nothing');
  const title = (hasLeft ? asked.immigrationSome : asked.immigrationNothing)({ received, closed });
  const says = hasLeft ? 'something' : 'nothing';
  const permanent = `${pagePath({ ...view, frozen: true }, 'requests')}#${SECTION}`;
  const blocks: Block[] = [
    { kind: 'finding', title, claim: claimOf(source, 'left', `requester|${WHO}`, [], says) },
    ...hiddenBlocks(view),
    { kind: 'list', items: own.map((request) => requestSentence(view, request)) },
    yearTable(view, {
      id: 'immigration-table',
      caption: asked.immigrationCaption,
      requests: own,
      by: 'requester',
      code: WHO,
      isBySignature: false,
    }),
    { kind: 'citation', text: citeChart(view, [asked.immigrationCaption], permanent) },
  ];
  return [{ id: SECTION, heading: [messages.docket.requesters[WHO]], blocks }];
}

function requestSentence(view: ReleaseView, request: ReleasedRequests['docket'][number]): Sentence {
  const { messages, language } = view;
  const link = {
    href: pagePath(view, `requests/${request.request}`),
    label:
      formatDay(request.received, language) +
      messages.marks.comma +
      messages.record.instruments[request.instrument],
  };
  return [
    ...leftGlyph(request.left),
    ...messages.asked.became({
      link,
      outcome: messages.record.outcomes[request.outcome],
      left: leftWords(view, request),
    }),
  ];
}

/** In how many years the count of all their requests is hidden. */
function hiddenBlocks(view: ReleaseView): Block[] {
  const cells = chartPeriods(view).map((period) => balanceAddress(period, 'requester', WHO, 'received'));
  if (!cells.some((cell) => view.source.cells.get(cell)?.status === 'c')) return [];
  const text = view.messages.asked.immigrationHidden({
    hidden: withheldFigure(view.source, cells),
    cells: cellsFigure(view.source, cells),
  });
  return [{ kind: 'prose', text }];
}
