/**
 * What `program.json` declares of records as rules that can be counted with, beside the rules in words: how long a
 * card is valid by age, when whose records go, according to whom; and what would be under other rules.
 *
 *   goes  =  period of application + validity (after `expiry` alone) + years
 *
 * A group without `after` stands for people of whom the rule is not on the record.
 */
import { z } from 'astro/zod';

const text = z.string().min(1);
const years = z.number().int().min(0, 'a number of years cannot be negative');

const validitySchema = z.strictObject({
  /** A code of the dimension `age`, where there is one. */
  age: text,
  label: text,
  years: z.union([years, z.literal('never')]),
  accordingTo: text,
});

/** Cells that count the people of a group, period by period of application. */
const countsSchema = z.strictObject({
  measure: text,
  period: z.enum(['year', 'fiscal-year']),
  /** One cell per entry: dimensions that stand at a code; the others stand at their total. Cells add up. */
  cells: z.array(z.record(text, text)).min(1),
  /** The dimension of ages, where the cells are divided by it. */
  age: text.optional(),
});

const groupSchema = z.strictObject({
  id: text,
  /** Who: `Online, with a card`. */
  label: text,
  channel: text,
  /** What the years are counted from; left out where the rule is not on the record. */
  after: z.enum(['expiry', 'decision']).optional(),
  years: years.optional(),
  accordingTo: text,
  counts: countsSchema.optional(),
});

/**
 * Other rules for the same people: `after` with `years`, or `without` one channel. After `expiry`, years are counted
 * from the decision where there is no card.
 */
const whatIfSchema = z.strictObject({
  id: text,
  label: text,
  after: z.enum(['expiry', 'decision']).optional(),
  years: years.optional(),
  without: text.optional(),
});

export const retentionSchema = z.strictObject({
  validity: z.array(validitySchema).default([]),
  groups: z.array(groupSchema).min(1),
  whatIf: z.array(whatIfSchema).default([]),
});

export type Retention = z.infer<typeof retentionSchema>;
export type RecordGroup = Retention['groups'][number];
export type WhatIf = Retention['whatIf'][number];
