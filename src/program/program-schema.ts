/**
 * The schema of `program.json` as JSON Schema, for editors: `docs/program.schema.json`, which a program names in
 * `$schema`; a site serves it too. Made from the one that reads it; what only other parts of the file show (names that refer to nothing,
 * levels that do not add up) is found by `npm run release` alone.
 */
import { z } from 'astro/zod';
import { programSchema } from './program.ts';

/** The file's name in `docs/`, and at the root of a site. */
export const PROGRAM_SCHEMA = 'program.schema.json';

export function programJsonSchema(): object {
  const schema = z.toJSONSchema(programSchema, { io: 'input' });
  return { title: 'program.json of Daylight: docs/program.md explains every key', ...schema };
}
