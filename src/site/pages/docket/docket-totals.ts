/** "Who asked" where the city keeps totals alone: what came of the requests, who made them, and why none is listed. */

import { TOTAL } from '../../../program/codelist.ts';
import { CLOSED_OUTCOMES, REQUESTERS } from '../../../program/request.ts';
import { ALL } from '../../../release/balance.ts';
import { BALANCE } from '../../../release/layout.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { tableCell } from '../../blocks/table-block.ts';
import type { Block, Section, TableBlock } from '../../frame/page.ts';
import { fileLink } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';
import { hasOwnRequests, registerId } from '../record/request-register.ts';
import { chartPeriods, periodName } from './docket-periods.ts';

/** What became of them first, as in a docket. */
export function totalsSections(view: ReleaseView): Section[] {
  const { asked, docket, record, tables } = view.messages;
  const closed = docket.measures['legal-requests-closed'];
  const all = { label: tables.total, by: ALL, code: TOTAL };
  const outcomes = totalsTable(view, 'outcomes', [docket.totalsOutcomes, closed], asked.outcomes, 'closed', [
    ...CLOSED_OUTCOMES.map((code) => ({ label: record.outcomes[code], by: 'outcome', code })),
    all,
  ]);
  const requesters = totalsTable(
    view,
    'requesters',
    [docket.totalsRequesters, docket.signatureUnit],
    record.requester,
    'received',
    [...REQUESTERS.map((code) => ({ label: docket.requesters[code], by: 'requester', code })), all],
  );
  return [
    { id: 'outcomes', heading: [isDivided(outcomes) ? asked.outcomes : closed], blocks: [outcomes] },
    { id: 'requesters', heading: requesters.caption, blocks: [requesters] },
    {
      id: 'register',
      heading: [docket.totalsRegister],
      blocks: [
        { kind: 'prose', text: [docket.totalsText] },
        ...recordedBlocks(view),
        ...(hasRanges(view) ? [{ kind: 'prose', text: [docket.totalsRanges] } as const] : []),
      ],
    },
  ];
}

/** A request that is known by name may be one of those that are counted. */
function recordedBlocks(view: ReleaseView): Block[] {
  const { docket, onRecord } = view.messages;
  if (!hasOwnRequests(view)) return [];
  const link = { href: `#${registerId(view)}`, label: onRecord.besideRegister };
  return [{ kind: 'prose', text: docket.totalsRecorded({ link }) }];
}

const hasRanges = ({ source }: ReleaseView): boolean =>
  [...source.cells.values()].some(({ range }) => range !== undefined);

/** Whether a table has a row beside its total. */
const isDivided = ({ rows }: TableBlock): boolean => rows.length > 1;

interface Line {
  readonly label: string;
  readonly by: string;
  readonly code: string;
}

/** By the longest periods that are over, and to date where the sheet has that. Codes by which nothing is told are left out. */
function totalsTable(
  view: ReleaseView,
  id: string,
  [divided, undivided]: readonly [divided: string, undivided: string],
  heading: string,
  line: 'received' | 'closed',
  lines: readonly Line[],
): TableBlock {
  const { source, messages } = view;
  const at = (period: string, { by, code }: Line) => balanceAddress(period, by, code, line);
  const told = lines.filter((one) =>
    [...chartPeriods(view), TOTAL].some((period) => source.cells.has(at(period, one))),
  );
  const periods = [...chartPeriods(view), TOTAL].filter((period) =>
    told.every((one) => source.cells.has(at(period, one))),
  );
  const isWhole = told.every(({ by }) => by === ALL);
  return {
    kind: 'table',
    id: `totals-${id}`,
    caption: [isWhole ? undivided : divided],
    columns: [
      isWhole ? messages.docket.requests : heading,
      ...periods.map((period) => periodName(view, period)),
    ],
    rows: told.map((one) => ({
      heading: [one.label],
      cells: periods.map((period) => tableCell(view, at(period, one))),
    })),
    notes: [],
    links: [fileLink(view, BALANCE, messages.docket.downloadBalance)],
  };
}
