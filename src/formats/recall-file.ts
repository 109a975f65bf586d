/**
 * `releases/<release>.recall.json`: that a release was published by mistake, when it was recalled and why. It
 * stands beside the release's folder, which stays as it was sealed: what was published once is known for ever.
 */
import { z } from 'astro/zod';
import { formatJson, parseJson } from '../reading/json-file.ts';
import type { Checked } from '../reading/problem.ts';

const recallSchema = z.strictObject({
  release: z.string(),
  /** The day, `2025-08-01`. */
  recalled: z.iso.date(),
  /** For readers: one or more sentences. */
  why: z.string().min(1),
});

export type Recall = z.infer<typeof recallSchema>;

export function formatRecall(recall: Recall): string {
  return formatJson(recall);
}

/** Reads what `formatRecall` wrote. */
export function parseRecall(text: string, file: string): Checked<Recall> {
  return parseJson(text, file, recallSchema);
}
