/** Requests year by year: how many came in, how many are listed, what became of these. */
import type { PublishedCell } from '../../../program/cell.ts';
import { SIGNATURE } from '../../../program/docket-plan.ts';
import { monthsOf } from '../../../program/period.ts';
import type { Left } from '../../../program/request.ts';
import { WITH_PAGE } from '../../../release/balance.ts';
import { BALANCE } from '../../../release/layout.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { hiddenLinks } from '../../blocks/hidden-links.ts';
import { tableCell } from '../../blocks/table-block.ts';
import { calendarFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { TableBlock } from '../../frame/page.ts';
import { fileLink } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';
import { chartPeriods, periodName, SIGNED } from './docket-periods.ts';
import { leftGlyph, leftKinds, leftWords } from './docket-register.ts';

type Listed = ReleasedRequests['docket'][number];

/** Requests that the sheet counts together, and how it names them: `requester`, `state`. */
export interface YearsOf {
  readonly id: string;
  readonly caption: string;
  /** Those that are listed. */
  readonly requests: readonly Listed[];
  readonly by: string;
  readonly code: string;
  /** Whether the sheet tells who signed them. */
  readonly isBySignature: boolean;
}

/** Year by year: how many came in, how many a judge signed, how many have a page, how many of these were closed, what left with them. */
export function yearTable(
  view: ReleaseView,
  { id, caption, requests, by, code, isBySignature }: YearsOf,
): TableBlock {
  const { messages } = view;
  const periods = chartPeriods(view);
  const { asked, docket } = messages;
  const cell = (...at: Parameters<typeof balanceAddress>) => tableCell(view, balanceAddress(...at));
  return {
    kind: 'table',
    id,
    caption: [caption],
    columns: [
      messages.tables.period,
      asked.askedAll,
      ...(isBySignature ? [docket.isSigned] : []),
      asked.askedListed,
      asked.answeredListed,
      asked.leftListed,
    ],
    rows: periods.map((period) => ({
      heading: [periodName(view, period)],
      cells: [
        cell(period, by, code, 'received'),
        ...(isBySignature ? [cell(period, SIGNATURE, SIGNED, 'received')] : []),
        cell(period, by + WITH_PAGE, code, 'received'),
        cell(period, by + WITH_PAGE, code, 'closed'),
        leftIn(view, requests, period, view.source.cells.get(balanceAddress(period, by, code, 'received'))),
      ],
    })),
    notes: isFiscal(view) ? [fiscalNote(view, chartPeriods(view).at(-1) ?? '')] : [],
    links: [
      fileLink(view, BALANCE, docket.downloadBalance),
      ...hiddenLinks(
        view,
        periods.map((period) => balanceAddress(period, by, code, 'received')),
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
  requests: readonly Listed[],
  period: string,
  all: PublishedCell | undefined,
): Sentence {
  const { messages, release } = view;
  const start = release.declaration.period?.fiscalYearStartMonth ?? 1;
  const [from, to] = monthsOf(period, start);
  const received = requests.filter((request) => {
    const [month] = monthsOf(request.received.slice(0, 7), start);
    return month >= from && month <= to;
  });
  if (received.length === 0) return [noneListed(view, all)];
  const told = new Map(received.flatMap((request) => kindsOf(view, request)));
  return [...told].flatMap(([words, left], at) => [
    ...(at === 0 ? [] : [messages.marks.comma]),
    ...leftGlyph(left),
    words,
  ]);
}

/** Each kind that left with a request, in words. */
function kindsOf(view: ReleaseView, request: Listed): (readonly [words: string, left: Left])[] {
  if (request.left === 'nothing') return [[leftWords(view, request), request.left]];
  const kinds = leftKinds(view.release.requests?.events ?? [], request);
  return kinds.map((left) => [view.messages.docket.leftWords[left], left]);
}

function noneListed({ messages: { asked } }: ReleaseView, all: PublishedCell | undefined): string {
  if (all?.count === 0) return asked.noRequest;
  return all?.status === 'c' ? asked.notTold : asked.notListed;
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
