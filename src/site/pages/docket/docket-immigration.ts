/** What federal immigration authorities asked for, year by year, what was answered and what left; how much of it is hidden. */

import { formatDay } from '../../../figures/dates.ts';
import { TOTAL } from '../../../program/codelist.ts';
import { monthsOf } from '../../../program/period.ts';
import { BALANCE } from '../../../release/layout.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { WITH_PAGE } from '../../../system/balance.ts';
import { hiddenLinks } from '../../blocks/hidden-links.ts';
import { cellProps } from '../../blocks/table-block.ts';
import { calendarFigure, cellFigure, cellsFigure, withheldFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import { claimOf } from '../../findings/finding.ts';
import { citeChart } from '../../frame/citation.ts';
import type { Block, Section, TableBlock } from '../../frame/page.ts';
import { fileLink, pagePath } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';
import { chartPeriods, periodName } from './docket-periods.ts';
import { leftGlyph, leftWords } from './docket-register.ts';

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
    yearTable(view, own),
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

function yearTable(view: ReleaseView, own: readonly ReleasedRequests['docket'][number][]): TableBlock {
  const { messages } = view;
  const periods = chartPeriods(view);
  const { asked, docket } = messages;
  return {
    kind: 'table',
    id: 'immigration-table',
    caption: [asked.immigrationCaption],
    columns: [
      messages.tables.period,
      asked.askedAll,
      asked.askedListed,
      asked.answeredListed,
      asked.leftListed,
    ],
    rows: periods.map((period) => ({
      heading: [periodName(view, period)],
      cells: [
        cellProps(view, balanceAddress(period, 'requester', WHO, 'received')),
        cellProps(view, balanceAddress(period, LISTED, WHO, 'received')),
        cellProps(view, balanceAddress(period, LISTED, WHO, 'closed')),
        leftIn(view, own, period),
      ],
    })),
    notes: isFiscal(view) ? [fiscalNote(view, chartPeriods(view).at(-1) ?? '')] : [],
    links: [
      fileLink(view, BALANCE, docket.downloadBalance),
      ...hiddenLinks(
        view,
        periods.map((period) => balanceAddress(period, 'requester', WHO, 'received')),
      ),
    ],
  };
}

/**
 * What left with the requests that have a page and were received in a period: in words, each once. Where none has a page,
 * that nobody asked, or that it is not told and why: an empty place would read as "nothing".
 */
function leftIn(
  view: ReleaseView,
  own: readonly ReleasedRequests['docket'][number][],
  period: string,
): Sentence {
  const { messages, release } = view;
  const start = release.declaration.period?.fiscalYearStartMonth ?? 1;
  const [from, to] = monthsOf(period, start);
  const received = own.filter((request) => {
    const [month] = monthsOf(request.received.slice(0, 7), start);
    return month >= from && month <= to;
  });
  if (received.length === 0) return [noneListed(view, period)];
  const told = new Map(received.map((request) => [leftWords(view, request), request.left]));
  return [...told].flatMap(([words, left], at) => [
    ...(at === 0 ? [] : [messages.marks.comma]),
    ...leftGlyph(left),
    words,
  ]);
}

function noneListed({ messages: { asked }, source }: ReleaseView, period: string): string {
  const cell = source.cells.get(balanceAddress(period, 'requester', WHO, 'received'));
  if (cell?.count === 0) return asked.noRequest;
  return cell?.status === 'c' ? asked.notTold : asked.notListed;
}

function isFiscal(view: ReleaseView): boolean {
  return chartPeriods(view).some((period) => period.startsWith('FY'));
}

/** In which month a fiscal year ends, after which it is named. */
export function fiscalNote(view: ReleaseView, period: string): Sentence {
  const [, end] = monthsOf(period, view.release.declaration.period?.fiscalYearStartMonth ?? 1);
  return view.messages.asked.fiscalEnds({
    period: periodName(view, period),
    end: calendarFigure(view.source, period, 0, end),
  });
}
