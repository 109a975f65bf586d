/** What the search of a language reads: `search/index.json`, every page with its sections and all that each says. */
import { z } from 'astro/zod';

/**
 * Where a page stands among those that hold what was asked: the first page of a program before all, then what is kept and who
 * asked for it; last what is about no person, and lists.
 */
const SEARCH_RANKS = ['home', 'first', 'other', 'last'] as const;
export type SearchRank = (typeof SEARCH_RANKS)[number];

const sectionSchema = z.strictObject({
  /** Leads on from that of the page: `#cards`, or nothing for how the page begins. */
  anchor: z.string(),
  heading: z.string(),
  texts: z.array(z.string()).readonly(),
});

const pageSchema = z.strictObject({
  href: z.string(),
  page: z.string(),
  /** City and program; empty for a page of no program. */
  program: z.string(),
  isInvented: z.boolean(),
  rank: z.enum(SEARCH_RANKS),
  sections: z.array(sectionSchema).readonly(),
});

export const searchIndexSchema = z.array(pageSchema);

export type FoundPage = z.infer<typeof pageSchema>;
