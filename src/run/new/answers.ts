/** What somebody who begins a program says of it: asked one by one, or read from a file of answers. */
import { z } from 'astro/zod';
import { PERIOD_LEVELS } from '../../model/period.ts';

const text = z.string().min(1);

/** The measures that a new program may begin with: label, what is counted, and how it adds up. */
export const MEASURES = {
  'cards-issued': { label: 'Cards issued', unit: 'cards', kind: 'flow' },
  applications: { label: 'Applications', unit: 'applications', kind: 'flow' },
  'records-held': { label: 'Records held', unit: 'records', kind: 'stock' },
} as const;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];

const waySchema = z.strictObject({
  label: text,
  /** What the city keeps of a person who applies this way, and for how long. */
  keeps: text,
  until: text,
  /** Whether records of a person stay behind. */
  leavesRecords: z.enum(['no', 'yes', 'not-on-the-record']),
});

const areaSchema = z.strictObject({ area: text, district: text.optional() });

export const answersSchema = z.strictObject({
  name: text,
  city: text,
  /** Who publishes: stands under every heading. */
  publisher: text,
  /** Ways of applying, each with what is kept. Codes of the dimension `channel` too, where no tally has them. */
  ways: z.array(waySchema).default([]),
  /** Age bands, youngest first: `18 to 24`. */
  ages: z.array(text).default([]),
  /** Or the file that has them. */
  areas: z.union([text, z.array(areaSchema)]).default([]),
  /** Those that have no tally yet. */
  measures: z.array(z.enum(MEASURE_IDS)).default([]),
  /** The finest periods that are counted, and the first month, where no tally shows them. */
  periods: z.enum(PERIOD_LEVELS.slice(0, 3) as ['month', 'quarter', 'year']).default('quarter'),
  from: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
    .default('2024-01'),
  /** A row that a tally leaves out: nobody was counted, or nobody knows. */
  missingRows: z.enum(['zero', 'unknown']),
  docket: z.boolean(),
});

/** Whole, with the areas of the file. */
export type Answers = Omit<z.infer<typeof answersSchema>, 'areas'> & { areas: z.infer<typeof areaSchema>[] };
/** As written, before what is left out has its default. */
export type GivenAnswers = z.input<typeof answersSchema>;
