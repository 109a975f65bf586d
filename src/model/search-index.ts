/** What the search of a language reads: `search/index.json`, every page with its sections and all that each says. */
import { z } from 'astro/zod';

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
  sections: z.array(sectionSchema).readonly(),
});

export const searchIndexSchema = z.array(pageSchema);

export type FoundPage = z.infer<typeof pageSchema>;
