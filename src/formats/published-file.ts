/**
 * `releases/<release>.published.json`: on which day a release first went out to readers. It stands beside the release's folder, which stays as
 * it was sealed; it is written once, by the command that publishes, and never changed.
 */
import { z } from 'astro/zod';
import { formatJson, parseJson } from '../reading/json-file.ts';
import type { Checked } from '../reading/problem.ts';

const publishedSchema = z.strictObject({
  release: z.string(),
  /** The day, `2025-08-01`. */
  published: z.iso.date(),
});

export type Published = z.infer<typeof publishedSchema>;

export function formatPublished(published: Published): string {
  return formatJson(published);
}

/** Reads what `formatPublished` wrote. */
export function parsePublished(text: string, file: string): Checked<Published> {
  return parseJson(text, file, publishedSchema);
}
