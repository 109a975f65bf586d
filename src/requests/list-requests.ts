/**
 * Which requests have a page of their own, and what is published of them: those that ask about k or more people
 * or about the program as a whole (docs/method.md). A number that nobody knows counts as few.
 */

import type { ListedRequest } from '../formats/docket-file.ts';
import { requestState } from '../program/request-state.ts';
import type { Listing } from '../system/listed.ts';
import type { Docket, DocketRequest } from './docket.ts';

export function hasPage({ people }: Pick<DocketRequest, 'people'>, k: number): boolean {
  return people === 'program' || (people !== null && people >= k);
}

/** Events stand request by request, in their order, oldest first. */
export function listRequests({ requests }: Docket, k: number): Listing {
  const own = requests.filter((request) => hasPage(request, k));
  return { docket: own.map(listRequest), events: own.flatMap(({ events }) => events) };
}

function listRequest({ events, people, ...request }: DocketRequest): ListedRequest {
  const { outcome, asOf, left, daysToAnswer } = requestState(request.received, events);
  const asked = typeof people === 'number' ? people : null;
  return { ...request, people: asked, outcome, outcomeAsOf: asOf, left, daysToAnswer };
}
