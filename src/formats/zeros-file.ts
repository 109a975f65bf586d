/**
 * `requests/certified-zeros.csv`: "none received", for which instrument or requester and in which period, signed
 * by an office and running out on a day. A row stands here only where its cell is published, so that a missing
 * one tells nothing; after its last day it says nothing any more, and certainly no zero.
 */
import { z } from 'astro/zod';
import { TOTAL } from '../program/codelist.ts';
import { INSTRUMENTS, REQUESTERS } from '../program/request.ts';
import type { Checked } from '../reading/problem.ts';
import type { Nature } from './invented-mark.ts';
import { formatRows, type Noted, parseRows, type RowForm } from './row-file.ts';

const certifiedZeroSchema = z.strictObject({
  /** A period code of the release. */
  period: z.string().min(1),
  instrument: z.enum([TOTAL, ...INSTRUMENTS]),
  requester: z.enum([TOTAL, ...REQUESTERS]),
  signedOn: z.iso.date(),
  signedBy: z.string().min(1),
  /** The last day on which it holds. */
  expiresOn: z.iso.date(),
});
export type CertifiedZero = z.infer<typeof certifiedZeroSchema>;

export const ZEROS_FORM: RowForm<CertifiedZero> = {
  schema: certifiedZeroSchema,
  write: (row) => ({ ...row }),
};

export function formatZeros(rows: readonly Noted<CertifiedZero>[], nature: Nature): string {
  return formatRows(ZEROS_FORM, rows, nature);
}

/** Reads what `formatZeros` wrote. */
export function parseZeros(text: string, file: string, nature: Nature): Checked<Noted<CertifiedZero>[]> {
  return parseRows(ZEROS_FORM, text, file, nature);
}
