/** `certified-zeros.csv`: "none received", for one kind of instrument or requester and a period, signed and running out. */

import type { CertifiedZero } from '../../formats/zeros-file.ts';
import { TOTAL } from '../../program/codelist.ts';
import { type MonthNumber, monthCode, monthsOf } from '../../program/period.ts';
import { INSTRUMENTS, REQUESTERS } from '../../program/request.ts';
import type { Fault } from '../../reading/problem.ts';
import type { ProblemLog } from '../problem-log.ts';
import { day, isWhole, oneOf, openFields, type Rule, someText } from './docket-fields.ts';
import type { RequestRow } from './docket-requests.ts';

/** The columns of the file, in the order of its template. */
export const ZERO_COLUMNS = [
  'period',
  'instrument',
  'requester',
  'signed_on',
  'signed_by',
  'expires_on',
] as const;

const instrument = oneOf([TOTAL, ...INSTRUMENTS]);
const requester = oneOf([TOTAL, ...REQUESTERS]);

/** What a certificate is held against: all requests, the last month of the release, how fiscal years run. */
export interface ZeroContext {
  readonly requests: readonly RequestRow[];
  readonly end: MonthNumber;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

/** The certificate, or undefined after a fault or where its period ends after the release. */
export function readZero(
  texts: readonly string[],
  line: number,
  log: ProblemLog,
  { requests, end, fiscalYearStartMonth }: ZeroContext,
): CertifiedZero | undefined {
  const fields = openFields(ZERO_COLUMNS, texts, line, log);
  const row = {
    period: fields.read('period', quarterOrYear),
    instrument: fields.read('instrument', instrument),
    requester: fields.read('requester', requester),
    signedOn: fields.read('signed_on', day),
    signedBy: fields.read('signed_by', someText),
    expiresOn: fields.read('expires_on', day),
  };
  if (!isWhole<CertifiedZero>(row)) return undefined;
  const [first, last] = monthsOf(row.period, fiscalYearStartMonth);
  const isIn = ({ received }: RequestRow) =>
    received.slice(0, 7) >= monthCode(first) && received.slice(0, 7) <= monthCode(last);
  const isMeant = (request: RequestRow) =>
    [TOTAL, request.instrument].includes(row.instrument) &&
    [TOTAL, request.requester].includes(row.requester);
  const rules: readonly (readonly [boolean, string, Fault])[] = [
    [row.expiresOn < row.signedOn, 'expires_on', EXPIRED],
    [row.signedOn.slice(0, 7) <= monthCode(last), 'signed_on', TOO_EARLY],
    [row.instrument !== TOTAL && row.requester !== TOTAL, 'requester', TWO_CODES],
    [requests.some((request) => isIn(request) && isMeant(request)), 'period', CONTRADICTED],
  ];
  for (const [holds, column, fault] of rules) if (holds) log.report(line, column, fault);
  return last > end ? undefined : row;
}

const quarterOrYear: Rule<string> = (text) =>
  /^(FY)?\d{4}$|^\d{4}-Q[1-4]$/.test(text)
    ? { value: text }
    : {
        fault: {
          code: 'period-form',
          message: 'The period is neither a quarter nor a year.',
          fix: 'Write it as 2025-Q2, 2025 or FY2025.',
        },
      };

const EXPIRED: Fault = {
  code: 'expired-before-signed',
  message: 'The certificate had expired before it was signed.',
  fix: 'Correct one of the two dates.',
};
const TOO_EARLY: Fault = {
  code: 'signed-too-early',
  message: 'The certificate was signed before its period was over.',
  fix: 'Sign once the period has ended, or certify an earlier one.',
};
const TWO_CODES: Fault = {
  code: 'two-codes',
  message: 'The certificate names an instrument and a requester; no published cell is of both.',
  fix: 'Write _T for one of the two, and certify the other for all.',
};
const CONTRADICTED: Fault = {
  code: 'zero-contradicted',
  message: 'The docket has a request of which the certificate says that there was none.',
  fix: 'Take the certificate back; if a release has printed it, by a batch of corrections (docs/operator.md).',
};
