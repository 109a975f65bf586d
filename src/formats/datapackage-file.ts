/**
 * `datapackage.json`: a Data Package (Frictionless, v2, https://datapackage.org) that describes every file
 * of a release, with Daylight's own declaration under `daylight`.
 */
import { z } from 'astro/zod';
import { type DrawClaim, FEWEST_DECOYS, MOST_DECOYS } from '../program/choice.ts';
import { declarationSchema } from '../program/declaration.ts';
import { formatJson, parseJson } from '../reading/json-file.ts';
import type { Checked } from '../reading/problem.ts';

const fieldSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer']),
  title: z.string(),
  description: z.string().optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      minimum: z.number().optional(),
      enum: z.array(z.string()).optional(),
    })
    .optional(),
});

const resourceSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  path: z.string(),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.number().int(),
  hash: z.string(),
  schema: z.strictObject({
    fields: z.array(fieldSchema),
    /** Releases of before 2026-12 have an empty one where rows may repeat. */
    primaryKey: z.array(z.string()).optional(),
    missingValues: z.array(z.string()),
  }),
});

const choiceSchema: z.ZodType<DrawClaim> = z.strictObject({
  decoyShare: z.number().min(FEWEST_DECOYS).max(MOST_DECOYS),
  key: z.string().regex(/^[0-9a-f]{32}$/),
});

const datapackageSchema = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  licenses: z.array(z.strictObject({ title: z.string(), path: z.string() })),
  sources: z.array(z.strictObject({ title: z.string(), path: z.string().optional() })),
  resources: z.array(resourceSchema),
  daylight: z.strictObject({
    release: z.string(),
    engine: z.string(),
    /** Left out where withheld cells were chosen by what they cost. */
    choice: choiceSchema.optional(),
    declaration: declarationSchema,
  }),
});

export type Datapackage = z.infer<typeof datapackageSchema>;
export type Resource = Datapackage['resources'][number];
export type Field = z.infer<typeof fieldSchema>;

export function formatDatapackage(value: Datapackage): string {
  return formatJson(value);
}

/** Reads what `formatDatapackage` wrote. */
export function parseDatapackage(text: string, file: string): Checked<Datapackage> {
  return parseJson(text, file, datapackageSchema);
}
