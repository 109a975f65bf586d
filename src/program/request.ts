/** The words of legal requests: who asks, with what, what happened, and what came of it (docs/method.md). */

export const REQUESTERS = [
  'federal_immigration',
  'federal_other',
  'state',
  'local_police',
  'local_other',
  'foreign',
  'private_litigant',
  'press',
  'public',
] as const;

export const INSTRUMENTS = [
  'search_warrant',
  'court_order',
  'grand_jury_or_criminal_subpoena',
  'civil_subpoena',
  'administrative_subpoena',
  'civil_investigative_demand',
  'civil_immigration_warrant_or_detainer',
  'public_records_request',
  'emergency_request',
  'informal_request',
  'preservation_request',
  'oversight_or_audit',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Totals may know of a subpoena and not of which kind; a docket knows each. */
export const TOTALS_INSTRUMENTS = [...INSTRUMENTS, 'subpoena'] as const;

/** The instruments that a judge signs; all others bear no judge's signature. */
export const SIGNED_BY_JUDGE: readonly Instrument[] = ['search_warrant', 'court_order'];

/** What came of a request that is closed. */
export const CLOSED_OUTCOMES = [
  'disclosed_in_full',
  'disclosed_in_part',
  'no_records_held',
  'declined',
  'withdrawn_by_requester',
  'set_aside_by_court',
  'not_valid_or_misdirected',
  'duplicate',
] as const;
/** The outcomes of a request from which something left the building; from all others nothing did. */
export const DISCLOSED: readonly ClosedOutcome[] = ['disclosed_in_full', 'disclosed_in_part'];
export type ClosedOutcome = (typeof CLOSED_OUTCOMES)[number];

export function isClosed(outcome: Outcome): outcome is ClosedOutcome {
  return CLOSED_OUTCOMES.some((closed) => closed === outcome);
}

/** Where a request stands that is open. */
const OPEN_STATES = ['received_not_answered', 'awaiting_requester', 'objection_pending', 'in_court'] as const;

/** One per request: closed ones first, then open ones, then one that may not be told. */
export const OUTCOMES = [...CLOSED_OUTCOMES, ...OPEN_STATES, 'not_permitted_to_say'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** By what totals of requests may tell them apart: columns of `legal-request-totals.csv`. */
export const TOLD_BY = ['instrument', 'requester', 'outcome'] as const;
/** Those of closed requests: with instruments too they would tell more together (`docket-plan.ts`). */
export const CLOSED_TOLD_BY = ['requester', 'outcome'] as const;

/** What left the building, from least to most. */
export const LEFT = ['nothing', 'aggregate_only', 'application_data', 'document_images'] as const;
export type Left = (typeof LEFT)[number];

export const EVENT_KINDS = [
  'received',
  'acknowledged',
  'objected',
  'narrowed',
  'refused',
  'court_filing',
  'court_order',
  'appealed',
  'people_notified',
  'disclosed',
  'withdrawn',
  'closed',
  'statement',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** On whom a request was served, and who holds what it asks for. */
export const HOLDERS = ['office', 'vendor'] as const;
