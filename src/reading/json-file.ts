/** The one JSON form that Daylight writes: two spaces, a closing newline, keys in the schema's order. */
import type { z } from 'astro/zod';
import { accept, type Checked, refuse } from './problem.ts';

export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Reads what `formatJson` wrote of a value that `schema` describes. */
export function parseJson<T>(text: string, file: string, schema: z.ZodType<T>): Checked<T> {
  const value = readJson(text);
  const result = value === undefined ? undefined : schema.safeParse(value);
  if (result?.success && formatJson(result.data) === text) return accept(result.data);
  const issue = result?.success === false ? result.error.issues[0] : undefined;
  return refuse([
    {
      file,
      line: 0,
      column: issue?.path.join('.') ?? '',
      code: 'form',
      message: `The file is not in the form that Daylight writes${issue === undefined ? '' : ` (${issue.message})`}.`,
      fix: 'Take the file from the release again; released files are never edited.',
    },
  ]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
