/**
 * A request that was listed stays listed, and one that was counted stays counted: old and new together would tell of
 * one request about how many people it asks, or in which count it stood.
 */

import { type MonthNumber, monthCode } from '../../program/period.ts';
import type { Problem } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Docket, DocketRequest } from '../../requests/docket.ts';
import { hasPage } from '../../requests/list-requests.ts';
import { REQUESTS_FILE } from '../../tallies/docket/docket-source.ts';

export interface Turn {
  readonly own: Docket;
  readonly corrected: Docket;
  readonly k: number;
  /** The last month that a release has closed. */
  readonly closed: MonthNumber;
}

/** Throws `RefusedError` where a batch would give a request of a closed period a page, or take its page away. */
export function refuseTurned({ own, corrected, k, closed }: Turn): void {
  const before = new Map(own.requests.map((request) => [request.request, hasPage(request, k)]));
  const turned = corrected.requests.filter((request) => {
    const had = before.get(request.request);
    return had !== undefined && had !== hasPage(request, k) && isClosed(request, closed);
  });
  if (turned.length === 0) return;
  throw new RefusedError(
    'input',
    'The corrections have faults. Mend them, then try again.',
    turned.map((request) => problemOf(request, hasPage(request, k))),
  );
}

function isClosed({ received }: DocketRequest, closed: MonthNumber): boolean {
  return received.slice(0, 7) <= monthCode(closed);
}

function problemOf({ request }: DocketRequest, isListed: boolean): Problem {
  return {
    file: `corrections/${REQUESTS_FILE}`,
    line: 0,
    column: request,
    code: 'turned',
    message: isListed
      ? 'A release has counted the request without a page of its own, and it would have one.'
      : 'A release has given the request a page of its own, and it would have none.',
    fix: 'Leave "people_asked_about" as it was: a request stays listed or counted.',
  };
}
