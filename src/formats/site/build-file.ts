/** `build.json` of a built site: from what it was built, so that anybody can build it again and compare. */
import { z } from 'astro/zod';
import { formatJson, parseJson } from '../../reading/json-file.ts';
import type { Checked } from '../../reading/problem.ts';

const buildSchema = z.strictObject({
  /** The version of Daylight. */
  daylight: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** Null where files were changed since the last commit, or nothing keeps commits. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
  /** SHA-256 of `package-lock.json`, which names every package with its hash. */
  lock: z.string().regex(/^[0-9a-f]{64}$/),
  node: z.string().regex(/^v\d+\.\d+\.\d+$/),
  /** Where the site is to stand, as `DAYLIGHT_SITE` had it; null where nobody said. */
  site: z.url().nullable(),
  /** Whether briefings were printed as PDF. */
  papers: z.boolean(),
});

export type BuildFile = z.infer<typeof buildSchema>;

export const BUILD = 'build.json';

export function formatBuild(file: BuildFile): string {
  return formatJson(file);
}

/** Reads what `formatBuild` wrote. */
export function parseBuild(text: string, file: string): Checked<BuildFile> {
  return parseJson(text, file, buildSchema);
}
