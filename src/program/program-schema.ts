/**
 * The schema of `program.json` as JSON Schema, for editors: `docs/program.schema.json`, which a program names in
 * `$schema`. Made from the one that reads it; what only other parts of the file show (names that refer to nothing,
 * levels that do not add up) is found by `npm run release` alone.
 */
import { z } from 'astro/zod';
import { programSchema } from './program.ts';

export function programJsonSchema(): object {
  const schema = z.toJSONSchema(programSchema, { io: 'input' });
  return { title: 'program.json of Daylight: docs/program.md explains every key', ...schema };
}
