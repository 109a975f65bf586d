/** Figures at the door: how a manifest tells them (`figure.ts` says what the parts mean). */
import { z } from 'astro/zod';
import { OUTCOMES } from '../program/request.ts';
import { type Figure, FORMULAS, OUTCOME_TIMES, REQUEST_GROUPS } from './figure.ts';

const decimals = z.number().int().min(0).max(1);

const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cells'),
    program: z.string(),
    release: z.string(),
    formula: z.enum(FORMULAS),
    cells: z.array(z.string()).min(1).readonly(),
    decimals,
  }),
  z.strictObject({
    kind: z.literal('record'),
    program: z.string(),
    formula: z.enum(['count', 'sum', 'difference', 'share', 'more', 'fewer']),
    figures: z.array(z.string()).min(1).readonly(),
    decimals,
  }),
  z.strictObject({
    kind: z.literal('requests'),
    program: z.string(),
    among: z.enum(REQUEST_GROUPS),
    outcomes: z.array(z.enum(OUTCOMES)).min(1).readonly(),
    when: z.enum(OUTCOME_TIMES),
    year: z.string(),
  }),
  z.strictObject({ kind: z.literal('audit'), program: z.string(), release: z.string(), path: z.string() }),
  z.strictObject({ kind: z.literal('threshold'), program: z.string() }),
  z.strictObject({ kind: z.literal('papers'), program: z.string(), path: z.string() }),
  z.strictObject({
    kind: z.literal('calendar'),
    program: z.string(),
    release: z.string(),
    period: z.string(),
    years: z.number().int().min(0),
  }),
  z.strictObject({ kind: z.literal('schedule'), program: z.string(), release: z.string() }),
  z.strictObject({
    kind: z.literal('kept-until'),
    program: z.string(),
    channel: z.string(),
    group: z.string(),
    age: z.string(),
    month: z.string(),
  }),
  z.strictObject({ kind: z.literal('example'), path: z.string() }),
]);

export const figureSchema = z.strictObject({
  text: z.string(),
  origin: originSchema,
}) satisfies z.ZodType<Figure>;
