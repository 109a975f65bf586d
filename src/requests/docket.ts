/** The clerk's docket as read and checked. Confidential, all of it: a small request stands here by name. */
import type { ListedEvent, ListedRequest } from '../formats/docket-file.ts';
import type { CertifiedZero } from '../formats/zeros-file.ts';

export interface DocketRequest
  extends Omit<ListedRequest, 'people' | 'outcome' | 'outcomeAsOf' | 'left' | 'daysToAnswer'> {
  /** How many people it asks about; null where nobody knows. */
  readonly people: number | 'program' | null;
  /** Oldest first, up to the end of the release. */
  readonly events: readonly ListedEvent[];
}

export interface Docket {
  /** In order of receipt, then of id. Requests under an order that forbids to speak of them are not among them. */
  readonly requests: readonly DocketRequest[];
  readonly zeros: readonly CertifiedZero[];
}
