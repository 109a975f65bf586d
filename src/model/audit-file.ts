/**
 * `audit.json`: what was attacked, how, and what came of it. Made from published files alone, so that
 * anybody can make it again; it holds nothing that depends on a hidden count otherwise.
 */
import { z } from 'astro/zod';
import type { BlockCertificate, Proof } from './certificate.ts';
import type { CountRange } from './figure.ts';
import { formatJson, parseJson } from './json-file.ts';
import type { Checked } from './problem.ts';

const count = z.number().int().min(0);

/** What an outsider can prove of one withheld cell: whole numbers; `most` is null where there is no limit. */
const rangeSchema = z.strictObject({
  measure: z.string(),
  cell: z.string(),
  least: count,
  most: count.nullable(),
  verdict: z.enum(['open', 'k-or-more']),
});

/** From how many of `cells` hidden cells an insider could tell another one to be few, or exactly (attack/insiders.ts). */
const insiderSchema = z.strictObject({
  /** How many of the people behind a hidden cell the insider knows. */
  people: z.number().int().min(1),
  /** Whether the insider also knows that there are no others. */
  alone: z.boolean(),
  /** Hidden cells in which such an insider was placed: all, or a sample drawn by their names. */
  cells: count,
  few: count,
  exact: count,
});

const proofSchema: z.ZodType<Proof> = z.lazy(() =>
  z.union([
    z.strictObject({ add: z.string() }),
    z.strictObject({ few: z.array(z.strictObject({ cell: count, proof: proofSchema })) }),
    z.strictObject({ cell: count, upTo: count, below: proofSchema, above: proofSchema }),
    z.strictObject({ word: z.literal('solver') }),
  ]),
);

export const certificateSchema = z.strictObject({
  cells: z.array(z.string()),
  worlds: z.array(z.string()),
  relations: z.array(z.string()),
  proofs: z.array(z.strictObject({ cell: count, is: z.enum(['k-or-more', 'zero']), proof: proofSchema })),
});

export const auditSchema = z.strictObject({
  program: z.string(),
  release: z.string(),
  k: z.number().int(),
  /** Releases whose figures the attack used, oldest first. */
  releases: z.array(z.string()),
  /** Figures on the record that the attack used. */
  recordFigures: count,
  cells: z.strictObject({ published: count, withheld: count, notApplicable: count, notAvailable: count }),
  /** Groups of withheld cells joined by relations; each was attacked whole. */
  blocks: count,
  /**
   * Finest parts that no table publishes, in which sets of people were looked for (attack/told-sets.ts), and how many of them
   * not all sets were decided of. Audits of before 2026-12 do not say: none were looked for.
   */
  sets: z.strictObject({ parts: count, undecided: count }).optional(),
  promise: z.literal('kept'),
  ranges: z.array(rangeSchema),
  /** In audits of before 2026-12: how many of the cells in `ranges` have certificates, which may be a sample. Now all have. */
  certified: count.optional(),
  certificates: z.array(certificateSchema as z.ZodType<BlockCertificate>),
  /** Outside the promise. */
  insiders: z.array(insiderSchema),
  method: z.string(),
  engine: z.string(),
  solver: z.string(),
});

export type Audit = z.infer<typeof auditSchema>;

/** What an audit proved of each withheld cell, by `measure|period|code|...`. */
export function auditRanges(audit: Audit | null): ReadonlyMap<string, CountRange> {
  return new Map((audit?.ranges ?? []).map(({ measure, cell, ...range }) => [`${measure}|${cell}`, range]));
}

export function formatAudit(audit: Audit): string {
  return formatJson(audit);
}

/** Reads what `formatAudit` wrote. */
export function parseAudit(text: string, file: string): Checked<Audit> {
  return parseJson(text, file, auditSchema);
}
