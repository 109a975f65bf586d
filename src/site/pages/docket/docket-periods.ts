/** In which periods a release breaks its requests down, from the tables that it declares. */

import { codesAtLevel, TOTAL } from '../../../program/codelist.ts';
import { RECEIVED, SIGNATURE, SIGNATURES } from '../../../program/docket-plan.ts';
import { REQUESTERS } from '../../../program/request.ts';
import { WITH_PAGE } from '../../../release/balance.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { codeLabel, endLabel, type ReleaseView } from '../../view.ts';

export const [SIGNED, NOT_SIGNED] = SIGNATURES;

const LEVELS = ['year', 'fiscal-year', 'half-year', 'quarter'];

/** The longest periods that are over and by which requests are broken down; where they never are, the longest. */
export function chartPeriods({ release }: ReleaseView): string[] {
  const periods = release.codelists.find(({ dimension }) => dimension === 'period');
  const received = release.declaration.tables.filter(({ measure }) => measure === RECEIVED);
  const divided = received.filter(({ levels }) => Object.keys(levels).length > 1);
  const isTabled = (level: string) =>
    (divided.length > 0 ? divided : received).some(({ levels }) => levels.period === level);
  const found = LEVELS.filter(isTabled).map((level) =>
    periods === undefined ? [] : codesAtLevel(periods, level),
  );
  return found.find(({ length }) => length > 0) ?? [];
}

/** These, and the total to date where the sheet has it by who signed. */
export function tablePeriods(view: ReleaseView): string[] {
  const toDate = balanceAddress(TOTAL, SIGNATURE, SIGNED, 'received');
  return [...chartPeriods(view), ...(view.source.cells.has(toDate) ? [TOTAL] : [])];
}

export function periodName(view: ReleaseView, period: string): string {
  return period === TOTAL
    ? view.messages.docket.toDate.text({ end: endLabel(view) })
    : codeLabel(view, 'period', period);
}

/** What the sheet by requester to date is taken by: all requests where it has them, else those with a page of their own. */
export function requesterSheet({ source }: ReleaseView): {
  readonly by: string;
  readonly isWithPage: boolean;
} {
  const isWhole = source.cells.has(balanceAddress(TOTAL, 'requester', REQUESTERS[0], 'open_at_end'));
  return { by: isWhole ? 'requester' : `requester${WITH_PAGE}`, isWithPage: !isWhole };
}
