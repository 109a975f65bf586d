/**
 * `figures.json`, beside the site and no part of it: every number that pages print, page by page, and where it comes from; the gate finds each
 * number of `dist` in it, makes each figure again from its origin and holds each claim against the release (CONTRIBUTING.md). A page is listed in
 * the nearest manifest at or above it:
 *
 *   /en/figures.json                              the front page of a language
 *   /en/<program>/figures.json                    the pages of the latest release, or of the record alone
 *   /en/<program>/releases/<release>/figures.json the pages of a frozen release
 */
import { z } from 'astro/zod';
import { claimSchema } from './claim.ts';
import { figureSchema } from './figure-schema.ts';

/**
 * Where a text with digits that is no figure was taken from, word for word:
 *
 *   date      a day, month or year, as `formatDay` writes it       release   a field of a released file, or its size
 *   code      a label of a released codelist, or a code or id      literal   one of `LITERALS` (figures/literals.ts)
 *   program   a text of `program.json`                             record    a field of the record's files
 *   translation   a text of the program's translations into the page's language
 *   address   the address of the site
 */
const WORD_KINDS = [
  'date',
  'code',
  'program',
  'record',
  'release',
  'translation',
  'literal',
  'address',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** How often a page prints it, title, text, SVG and spoken text together. */
const times = z.number().int().min(1);

const pageSchema = z.strictObject({
  /** With language and slashes at both ends: `/en/nyc-idnyc/cards/`, wherever the site stands. */
  path: z.string(),
  figures: z.array(figureSchema.extend({ times })),
  /** Labels of chart axes, which stand for no cell. */
  ticks: z.array(z.strictObject({ text: z.string(), times })),
  words: z.array(z.strictObject({ text: z.string(), kind: z.enum(WORD_KINDS), times })),
  /** Sentences that say more of published cells than their figures; the page prints each as it stands here. */
  claims: z.array(claimSchema.extend({ text: z.string() })),
});

export const manifestSchema = z.strictObject({ pages: z.array(pageSchema) });

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestPage = Manifest['pages'][number];
