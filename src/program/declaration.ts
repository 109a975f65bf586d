/**
 * What a release says about itself, frozen inside it: the parts of `program.json` that give its figures
 * their meaning. It stands in `datapackage.json` under `daylight`, so that the attack and the site need
 * nothing but the release folder.
 */
import { z } from 'astro/zod';
import { type Program, programSchema } from './program.ts';

export const declarationSchema = programSchema
  .pick({
    id: true,
    name: true,
    city: true,
    nature: true,
    standing: true,
    k: true,
    period: true,
    measures: true,
    tables: true,
    relations: true,
    sources: true,
    licence: true,
  })
  .extend({
    dimensions: z.array(z.strictObject({ id: z.string(), label: z.string(), sensitive: z.boolean() })),
    /** The office keeps totals of its legal requests alone: none is listed. */
    requests: z.literal('totals').optional(),
  });

export type Declaration = z.infer<typeof declarationSchema>;

export function declare(program: Program): Declaration {
  const { id, name, city, nature, standing, k, period, measures, tables, relations, sources, licence } =
    program;
  const dimensions = program.dimensions.map((dimension) => ({
    id: dimension.id,
    label: dimension.label,
    sensitive: dimension.sensitive,
  }));
  // In the order of the schema, so that what is written is what is read.
  return {
    id,
    name,
    city,
    nature,
    standing,
    k,
    ...(period === undefined ? {} : { period }),
    measures,
    tables,
    relations,
    sources,
    licence,
    dimensions,
    ...(program.docket?.from === 'totals' ? { requests: 'totals' as const } : {}),
  };
}
