/** What somebody who begins a program says of it: asked one by one, or read from a file of answers. */
import { z } from 'astro/zod';
import { actsPerPerson } from '../../program/choice.ts';
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import { momentSchema, monthSchema } from '../../program/moment.ts';
import { TOLD_BY } from '../../program/request.ts';
import { databaseSchema } from '../../tallies/sources/source-file.ts';

const text = z.string().min(1);
/** What stands for it in the tallies, where that is not its label. */
const code = z
  .string()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'must be letters, digits, dots, dashes')
  .optional();

/** The measures that a new program may begin with: label, what is counted, and how it adds up. */
export const MEASURES = {
  'cards-issued': { label: 'Cards issued', unit: 'cards', kind: 'flow' },
  applications: { label: 'Applications', unit: 'applications', kind: 'flow' },
  'records-held': { label: 'Records held', unit: 'records', kind: 'stock' },
} as const;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];

/** The languages that pages can be in besides English, by their codes (`src/site/messages/languages.ts`). */
export const LANGUAGE_NAMES = {
  es: 'Español',
  pl: 'Polski',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;
const LANGUAGE_CODES = Object.keys(LANGUAGE_NAMES) as (keyof typeof LANGUAGE_NAMES)[];

const waySchema = z.strictObject({
  code,
  label: text,
  /** What the city keeps of a person who applies this way, and for how long; left out, pages say that it is not stated yet. */
  keeps: text.optional(),
  until: text.optional(),
  /** Whether records of a person stay behind. */
  leavesRecords: z.enum(['no', 'yes', 'not-on-the-record']).default('not-on-the-record'),
  /** The first day, month or year, where it is known: nothing is counted of a way before it opened. */
  opened: momentSchema.optional(),
});

const areaSchema = z.strictObject({ code, area: text, district: text.optional() });

export const answersSchema = z.strictObject({
  name: text,
  city: text,
  /** Who publishes: stands under every heading. */
  publisher: text,
  /** Of an invented program every page says so. */
  nature: z.enum(['real', 'invented']).default('real'),
  /** Besides English, in their order on the pages. */
  languages: z.array(z.enum(LANGUAGE_CODES)).default([]),
  /** Columns of the tallies, by their headings, that are a known dimension. */
  columns: z.record(text, z.enum(Object.keys(KNOWN_DIMENSIONS))).default({}),
  /** Ways of applying, each with what is kept. Codes of the dimension `channel`, or labels of those that a tally has. */
  ways: z.array(waySchema).default([]),
  /** Age bands, youngest first: `18 to 24`. */
  ages: z.array(z.union([text, z.strictObject({ code, label: text })])).default([]),
  /** Or the file that has them. */
  areas: z.union([text, z.array(areaSchema)]).default([]),
  /** Codes of the tallies that are meant, though each is nearly another one and has few rows. */
  ownCodes: z.array(text).default([]),
  /** Of measures whose tally counts people apart, about how many stand for one person. */
  actsPerPerson: z.partialRecord(z.enum(MEASURE_IDS), actsPerPerson).default({}),
  /** Those that have no tally yet. */
  measures: z.array(z.enum(MEASURE_IDS)).default([]),
  /** The finest periods that are counted, and the first month, where no tally shows them. */
  periods: z.enum(['month', 'quarter', 'year']).default('quarter'),
  from: monthSchema.default('2024-01'),
  /** Where a database counts, or `duckdb` for files with a row a card: then `sources.json` is begun. */
  database: databaseSchema.optional(),
  /** A row that a tally leaves out: nobody was counted, or nobody knows. */
  missingRows: z.enum(['zero', 'unknown']),
  /** `totals`: the office keeps totals of its requests alone. */
  docket: z.union([z.boolean(), z.literal('totals')]),
  /** The shortest periods of totals of requests, and by what they are told apart; by all three if left out. */
  requestPeriod: z.enum(['quarter', 'half-year']).default('quarter'),
  requestsToldBy: z.array(z.enum(TOLD_BY)).optional(),
  /** By which periods requests are told apart by instrument, requester and outcome: by years less is hidden. */
  requestsBy: z.enum(['quarter', 'year']).default('quarter'),
});

type Parsed = z.infer<typeof answersSchema>;
/** As written, before what is left out has its default. */
export type GivenAnswers = z.input<typeof answersSchema>;
/** With the areas of the file. */
export type ReadAnswers = Omit<Parsed, 'areas'> & { areas: z.infer<typeof areaSchema>[] };

type WithCode<T> = T & { readonly code: string };
/** Whole: every way, age and area has its code. */
export type Answers = Omit<ReadAnswers, 'ways' | 'ages' | 'areas'> & {
  ways: WithCode<Parsed['ways'][number]>[];
  ages: WithCode<{ label: string }>[];
  areas: WithCode<ReadAnswers['areas'][number]>[];
};
