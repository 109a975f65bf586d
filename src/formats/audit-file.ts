/**
 * `audit.json`: what was attacked, how, and what came of it. Made from published files alone, so that
 * anybody can make it again; it holds nothing that depends on a hidden count otherwise.
 */
import { z } from 'astro/zod';
import type { CountRange } from '../program/count-range.ts';
import { formatJson, parseJson } from '../reading/json-file.ts';
import type { Checked } from '../reading/problem.ts';
import type { BlockCertificate, Proof } from './certificate.ts';
import { isKnownFigures, KNOWN_FIGURES_FORM, type KnownFigures } from './record-bound.ts';

const count = z.number().int().min(0);

/** What an outsider can prove of one withheld cell: whole numbers; `most` is null where there is no limit. */
const rangeSchema = z.strictObject({
  measure: z.string(),
  cell: z.string(),
  least: count,
  most: count.nullable(),
  verdict: z.enum(['open', 'k-or-more']),
});

/** What insiders could tell of other hidden cells (attack/insiders.ts). */
const insidersSchema = z.strictObject({
  /** Pairs of hidden cells in one block, where the insider is and of which the insider may tell: how many there are. */
  pairs: count,
  /** How many of them were asked about: all, or a sample (attack/draw-pairs.ts). */
  asked: count,
  kinds: z.array(
    z.strictObject({
      /** How many of the people behind a hidden cell the insider knows. */
      people: z.number().int().min(1),
      /** Whether the insider also knows that there are no others. */
      alone: z.boolean(),
      /** Pairs asked about in which such an insider can be. */
      placed: count,
      /** In how many of these the other cell could be told to hold somebody and fewer than k. */
      few: count,
      /** In how many of all pairs at most, as far as the sample shows (attack/sample-bound.ts). */
      fewAtMost: count,
      /** In how many the other cell could be told exactly. */
      exact: count,
      exactAtMost: count,
    }),
  ),
});

/** In audits of before 2026-12: from how many of `cells` hidden cells, all or a sample, an insider could tell another one. */
const cellInsiderSchema = z.strictObject({
  people: z.number().int().min(1),
  alone: z.boolean(),
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
  /**
   * What figures on the record tell of cells, as the attack knew it: those of its time, and those that releases before it knew
   * (verify/ever-on-record.ts). In audits of before 2026-12 only how many of them spoke of a cell of these releases.
   */
  recordFigures: z.custom<KnownFigures>(isKnownFigures, KNOWN_FIGURES_FORM),
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
  insiders: z.union([insidersSchema, z.array(cellInsiderSchema)]),
  method: z.string(),
  engine: z.string(),
  solver: z.string(),
});

export type Audit = z.infer<typeof auditSchema>;
export type Insiders = z.infer<typeof insidersSchema>;

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

/** Of what the attack asked: hidden cells of the release and of those before it, and differences that are no cell of any release. */
export interface AskedCounts {
  /** Hidden cells that cannot be worked out from published ones. */
  readonly cells: number;
  /** Hidden cells that can. */
  readonly known: number;
  /** Such as `difference-of-sides:cards-within-applications` (system/slack.ts): what a relation leaves over. */
  readonly differences: number;
  /** All that have a certificate. */
  readonly certified: number;
}

/** No measure has a colon in its name. */
export function askedCounts({ cells: { withheld }, ranges }: Pick<Audit, 'cells' | 'ranges'>): AskedCounts {
  const differences = ranges.filter(({ measure }) => measure.includes(':')).length;
  const cells = ranges.length - differences;
  return { cells, known: withheld - cells, differences, certified: ranges.length };
}
