/** The words of legal requests: who asks, with what, and what came of it (DESIGN section 6). */

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

/** One per request: closed ones first, then open ones, then one that may not be told. */
export const OUTCOMES = [
  'disclosed_in_full',
  'disclosed_in_part',
  'no_records_held',
  'declined',
  'withdrawn_by_requester',
  'set_aside_by_court',
  'not_valid_or_misdirected',
  'duplicate',
  'received_not_answered',
  'awaiting_requester',
  'objection_pending',
  'in_court',
  'not_permitted_to_say',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
