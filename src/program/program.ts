/**
 * `program.json`: everything that Daylight needs to know about one municipal ID program.
 * One schema, every key documented; an unknown key is refused (docs/program.md).
 */
import { z } from 'astro/zod';
import { actsPerPerson, FEWEST_DECOYS, MOST_DECOYS } from './choice.ts';
import { type Codelist, TOTAL } from './codelist.ts';
import { contactSchema } from './contact.ts';
import { lookSchema } from './look.ts';
import { daySchema, momentSchema, monthSchema } from './moment.ts';
import { type MonthNumber, PERIOD_LEVELS, periodCodelist } from './period.ts';
import { CLOSED_TOLD_BY, TOLD_BY } from './request.ts';
import { retentionSchema } from './retention/retention.ts';
import { signerSchema } from './signer-schema.ts';

/** Names of codes, dimensions, tables: safe in a URL, a file name and a key. */
const name = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, 'must be letters, digits, dots, dashes');
const text = z.string().min(1);
/** As somebody dials it, `1-855-435-7693`: what a link calls. The text says it too. */
const phoneNumber = z.string().regex(/^\+?\d[\d-]{2,}\d$/, 'must be digits with hyphens between them');

/** Codes per dimension; a dimension that is left out means its total. */
const codesByDimension = z.record(name, z.array(z.string()));

const codeSchema = z.strictObject({
  code: name,
  label: text,
  /** Codes of one level do not overlap. Default: the dimension's id. */
  level: name.optional(),
  /** Parent code by hierarchy; a hierarchy left out, or `_T`, means that the code rolls up to the total there. */
  parents: z.record(name, z.string()).optional(),
});

const dimensionSchema = z.strictObject({
  id: name,
  label: text,
  codes: z.array(codeSchema).min(1, 'A dimension has at least one code'),
  /** Names of its levels for readers, where one is not the dimension's own: `{"district": "District"}`. */
  levels: z.record(name, text).optional(),
  /** A category by which even a zero or a full cell tells something about a group (docs/method.md). */
  sensitive: z.boolean().default(false),
});

/**
 * Of the city's own choice. `cards-issued`, `applications` and `records-held` are known to pages; what legal requests count has names of its own
 * (`docket-plan.ts`), and files beside the tallies and beside the cells have theirs.
 */
const measureId = z
  .string()
  .regex(
    /^(?!index$|legal-request(?!s-(?:received|closed|open)$))[a-z0-9][a-z0-9._-]*$/,
    'must be small letters, digits, dots, dashes, and not the name of another file',
  );

const measureSchema = z.strictObject({
  id: measureId,
  label: text,
  /** What is counted, in the plural: "cards". */
  unit: text,
  /** `flow`: periods add up. `stock`: as of the end of each period; they do not. */
  kind: z.enum(['flow', 'stock']),
  /** Dimensions of the tally file besides `period`. */
  dimensions: z.array(name),
  /** Whether the tally carries a `people` column, so that the threshold is on people and not on the count. */
  people: z.boolean().default(false),
  /** Where it does: about how many of what is counted stand for one person. */
  actsPerPerson: actsPerPerson.optional(),
  /** What a row that the finest tally leaves out means. `zero` suits a GROUP BY. */
  absentRows: z.enum(['zero', 'unknown']).default('unknown'),
});

const tableSchema = z.strictObject({
  id: name,
  measure: text,
  title: text,
  /** The level at which each dimension is published, `period` among them; totals come with it. */
  levels: z.record(name, name),
  /** Cost of withholding a cell of this table, relative to others. */
  weight: z.number().positive().default(1),
  /** The total over all periods does not come with it: a sum that grows with every release tells what came in between. */
  toDate: z.literal(false).optional(),
});

const termSchema = z.strictObject({
  measure: text,
  /** One code per dimension that the term fixes; dimensions not in `by` and not here stand at their total. */
  codes: z.record(name, z.string()).default({}),
  /** The period before instead of the same one. */
  lag: z.literal(1).optional(),
});

const relationSchema = z.strictObject({
  id: name,
  /** Why it holds, for readers and for the operator when it does not. */
  why: text,
  sense: z.enum(['equal', 'at-most']),
  /** The level of periods at which it holds. */
  period: z.enum(PERIOD_LEVELS),
  /** What a lag finds before the first period: nothing. Left out, the relation does not hold there. */
  opening: z.literal('zero').optional(),
  /** Further dimensions, with the level, for each code of which it holds. */
  by: z.record(name, name).default({}),
  left: z.array(termSchema).min(1),
  right: z.array(termSchema).min(1),
});

const noteSchema = z.strictObject({
  /** The measure that it speaks of; all measures if left out. */
  measure: text.optional(),
  /** Cells with one of these codes in each of these dimensions; any code in the others. */
  at: codesByDimension,
  /** `z` cannot be otherwise, `x` not available, `b` break in series, empty: a remark on a published count. */
  status: z.enum(['', 'z', 'x', 'b']),
  note: text,
  /** Of a period: its count is of a part of it, as where a source lacks a month. Pictures draw it pale. */
  partial: z.boolean().optional(),
});

const sourceSchema = z.strictObject({ title: text, url: z.url().optional(), howRead: text.optional() });

const channelSchema = z.strictObject({
  id: name,
  label: text,
  /** First and last day, month or year, where known. Nothing is counted of a channel before it opened. */
  opened: momentSchema.optional(),
  closed: momentSchema.optional(),
  /** By what applicants know that this way was theirs. */
  meaning: text.optional(),
  /** What the city keeps of a person who applies this way, in plain words; pages say that it is not stated yet where it is left out. */
  keeps: text.optional(),
  /** For how long; likewise. */
  until: text.optional(),
  /** Who holds it. */
  heldBy: text.optional(),
  /** Who says so; every statement about a real program carries it. */
  accordingTo: text,
  /** Whether records of a person stay behind: drives the first thing that residents see. */
  leavesRecords: z.enum(['no', 'yes', 'not-on-the-record']).default('not-on-the-record'),
  /** Of a way that leaves records: whether copies of the papers that people show are among them. Left out: pages do not say. */
  keepsPapers: z.boolean().optional(),
});

export const programSchema = z.strictObject({
  /** Where editors find what the keys mean: `../../../docs/program.schema.json`. Nothing else reads it. */
  $schema: text.optional(),
  id: name,
  name: text,
  city: text,
  /** `invented` programs say on every page, file and picture that their figures are invented. */
  nature: z.enum(['real', 'invented']),
  /** One sentence under every heading: where the figures come from and what this site is not. */
  standing: text,
  /** One or two plain sentences: what the program is. */
  summary: text,
  /** `confidential` tallies stay outside the repository; `public` ones ship in it; `none`: record only. */
  tallies: z.enum(['confidential', 'public', 'none']),
  /** Fewest people that a published count other than zero may stand for. */
  k: z.number().int().min(5, 'k must be at least 5').default(11),
  /**
   * Where few people are expected in a cell, the share of such cells that are hidden although nothing asks for it, so that a
   * count's being hidden tells less of it (docs/method.md, section 5). 0 where tallies are public alone.
   */
  decoyShare: z
    .number()
    .refine((share) => share === 0 || (share >= FEWEST_DECOYS && share <= MOST_DECOYS), {
      message: `must be ${FEWEST_DECOYS} to ${MOST_DECOYS}: with fewer, what is hidden tells too much; more hide too much`,
    })
    .default(0.1),
  /** Absent for a program without tallies. */
  period: z
    .strictObject({
      from: monthSchema,
      levels: z.array(z.enum(PERIOD_LEVELS)).min(1),
      fiscalYearStartMonth: z.number().int().min(1).max(12).default(1),
      partialYear: z.boolean().default(false),
    })
    .optional(),
  dimensions: z.array(dimensionSchema).default([]),
  measures: z.array(measureSchema).default([]),
  tables: z.array(tableSchema).default([]),
  relations: z.array(relationSchema).default([]),
  /** What held in every tally so far by accident, each with the reason why it need not: not part of any release. */
  notRelated: z.array(relationSchema).default([]),
  notes: z.array(noteSchema).default([]),
  /** The office keeps a docket of legal requests: what it counts follows (`docket-plan.ts`). */
  docket: z
    .strictObject({
      /** The office keeps totals alone, `legal-request-totals.csv`: no request is known one by one (`request-totals.ts`). */
      from: z.literal('totals').optional(),
      /** By what totals tell requests apart; all three where it is left out. */
      by: z.array(z.enum(TOLD_BY)).optional(),
      /** The same of those that are closed, where it is known of fewer: of what `by` names. */
      closedBy: z.array(z.enum(CLOSED_TOLD_BY)).optional(),
      /** The shortest periods of totals; quarters where it is left out. A list counts by quarters. */
      period: z.enum(['quarter', 'half-year']).optional(),
      /** For an office with few requests: they are broken down once a year and not to date (`docket-plan.ts`). */
      breakdown: z.enum(['year', 'fiscal-year']).optional(),
      /** Print the standing sentence on orders that forbid to speak of a request, whether or not there are any. */
      nonDisclosureSentence: z.boolean().default(false),
    })
    .optional(),
  channels: z.array(channelSchema).default([]),
  /** Rules on validity and destruction, in plain words, each with its source. */
  retention: z.array(z.strictObject({ rule: text, accordingTo: text })).default([]),
  /** The same as rules that can be counted with: whose records go when, and what-ifs. */
  records: retentionSchema.optional(),
  /** Policy events for charts and timelines; one that lasted has its last day, month or year too, and is shaded. */
  events: z
    .array(z.strictObject({ date: text, until: momentSchema.optional(), label: text, accordingTo: text }))
    .default([]),
  /** Figures on the record, by id: all who applied in some period, those of whom records are kept, and the others. */
  keptShare: z.strictObject({ all: name, kept: name, notKept: name }).optional(),
  /** Figures on the record, by id, of one unit and one period after the other: drawn as bars. */
  series: z.array(z.strictObject({ id: name, title: text, figures: z.array(name).min(2) })).default([]),
  sources: z.array(sourceSchema).default([]),
  licence: z.strictObject({ name: text, url: z.url() }),
  contact: contactSchema.optional(),
  /** What residents are told in the city's own words. */
  guidance: z
    .strictObject({
      /** Who gives legal help, each in a sentence, with an address and a telephone number where there are some: stands first. */
      legalHelp: z
        .array(z.strictObject({ text, url: z.url().optional(), phone: phoneNumber.optional() }))
        .default([]),
      /** How to ask what the city has about you, in place of the site's own steps. */
      howToAsk: z.array(text).default([]),
      /** Where a resident can ask in person, each with the address of who says so. */
      askInPerson: z.array(z.strictObject({ text, url: z.url().optional() })).default([]),
    })
    .optional(),
  /** How the site looks where it is this program's alone: a site of several looks alike everywhere. */
  look: lookSchema.optional(),
  /** Who signs releases, and by which keys; those that ended stay. */
  signers: z.array(signerSchema).default([]),
  /** How many days after the end of a quarter its release comes out. */
  schedule: z.strictObject({ daysAfter: z.number().int().min(1).max(366) }).optional(),
  languages: z.array(text).min(1).default(['en']),
  /** Releases that ship with the repository, `2025-Q2`, oldest first: `npm run release -- --missing` makes those that are not there. */
  releases: z
    .array(z.string().regex(/^\d{4}-Q[1-4](-r[1-9]\d*)?$/, 'must be a release id, YYYY-Qn'))
    .default([]),
  /** Day up to which public sources were searched, for programs compiled from the record. */
  searchedUntil: daySchema.optional(),
});

export type Program = z.infer<typeof programSchema>;
export type Measure = Program['measures'][number];
export type Table = Program['tables'][number];
export type Relation = Program['relations'][number];
export type CellNote = Program['notes'][number];
export type Channel = Program['channels'][number];

/** The codelist of a declared dimension; one without parents rolls up to the total in hierarchy `all`. */
export function dimensionCodelist(dimension: Program['dimensions'][number]): Codelist {
  const codes = dimension.codes.map(({ code, label, level }) => ({
    code,
    label,
    level: level ?? dimension.id,
  }));
  const named = [...new Set(dimension.codes.flatMap(({ parents }) => Object.keys(parents ?? {})))];
  // In the order in which codes come into them, which is how a codelist file tells it.
  const declared = [
    ...new Set(
      dimension.codes.flatMap((code) => named.filter((hierarchy) => inHierarchy(dimension, code, hierarchy))),
    ),
  ];
  if (declared.length === 0) {
    return {
      dimension: dimension.id,
      codes,
      rollups: codes.map(({ code }) => ({ code, parent: TOTAL, hierarchy: 'all' })),
    };
  }
  const rollups = declared.flatMap((hierarchy) =>
    dimension.codes
      .filter((code) => inHierarchy(dimension, code, hierarchy))
      .map(({ code, parents }) => ({ code, parent: parents?.[hierarchy] ?? TOTAL, hierarchy })),
  );
  return { dimension: dimension.id, codes, rollups };
}

/** A code is in a hierarchy if it names a parent there or is one. */
function inHierarchy(
  { codes }: Program['dimensions'][number],
  { code, parents }: z.infer<typeof codeSchema>,
  hierarchy: string,
): boolean {
  return parents?.[hierarchy] !== undefined || codes.some((other) => other.parents?.[hierarchy] === code);
}

/** All codelists of a program whose release closes month `end`, `period` first. */
export function programCodelists(program: Program, end: MonthNumber): Codelist[] {
  const periods = program.period === undefined ? [] : [periodCodelist(program.period, end)];
  return [...periods, ...program.dimensions.map(dimensionCodelist)];
}
