/** The JSON that a site serves, as JSON Schemas: what `openapi.json` says of each answer. Tests hold the files to them. */
import { STATUSES } from '../program/cell.ts';

const text = { type: 'string' } as const;
const textOrNull = { type: ['string', 'null'] } as const;
const name = { ...text, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' } as const;
const hash = { ...text, pattern: '^[0-9a-f]{64}$' } as const;
const day = { ...text, format: 'date' } as const;
const address = { ...text, format: 'uri-reference' } as const;
const byLanguage = { type: 'object', additionalProperties: address } as const;
const byMeasure = byLanguage;

const listOf = (items: object) => ({ type: 'array', items });

/** All keys stand there, and no other, but for those that may be left out. */
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
  properties,
});

const synthetic = { type: 'boolean', description: 'Whether every figure is invented.' } as const;

const link = record({ label: text, href: address });

const indexedRelease = record({
  release: name,
  closes: day,
  hash,
  datapackage: address,
  zip: address,
  xlsx: address,
  citation: address,
  api: byLanguage,
  cells: byMeasure,
  published: {
    ...textOrNull,
    description: 'The day on which it first went out; null where nobody noted it.',
  },
});

const indexedProgram = record(
  {
    program: name,
    name: text,
    city: text,
    synthetic,
    standing: text,
    licence: record({ name: text, url: address }),
    pages: byLanguage,
    feeds: byLanguage,
    latest: { oneOf: [record({ release: name, datapackage: address }), { type: 'null' }] },
    releases: listOf(indexedRelease),
    record: listOf(address),
    everything: { ...textOrNull, description: 'All of it in one zip; null where nothing is published.' },
  },
  [],
);

const measureKeys = {
  measure: name,
  label: text,
  unit: text,
  nature: { enum: ['flow', 'stock'] },
  columns: listOf(name),
  splits: listOf(record({ period: name, levels: { type: 'object', additionalProperties: name } })),
  notes: {
    ...listOf(text),
    description: 'What the notes of its cells say in this language, in the order of the notes there',
  },
  href: { ...address, description: 'Where its cells are' },
};

const measure = record(measureKeys);

const dimension = record(
  {
    dimension: name,
    label: text,
    levels: { type: 'object', additionalProperties: text },
    codes: listOf(
      record({ code: text, label: text, level: name, span: { ...listOf(text), minItems: 2, maxItems: 2 } }, [
        'span',
      ]),
    ),
  },
  ['levels'],
);

const range = {
  ...record({
    least: { type: 'integer', minimum: 0 },
    most: { type: ['integer', 'null'], minimum: 0, description: 'Null where nothing limits it' },
  }),
  description:
    'Between what numbers the count lies, both included: the range that an office gives, or what was proved of a hidden count',
} as const;

const cell = record(
  {
    cell: {
      ...text,
      description: 'measure|period|code|..., the codes in the order of the columns of the measure',
    },
    count: { type: ['integer', 'null'], minimum: 0 },
    range,
    status: { enum: [...STATUSES] },
    note: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'The place of its note among the notes, counted from 0; null where there is nothing to say',
    },
  },
  ['range'],
);

export const API_SCHEMAS = {
  Index: record({ openapi: address, catalog: textOrNull, programs: listOf(indexedProgram) }),
  Programs: record({ programs: listOf(name) }),
  Releases: record({
    program: name,
    nature: { enum: ['real', 'invented'] },
    contact: textOrNull,
    releases: listOf(record({ release: name, hash, signatures: listOf(name) })),
    recalled: listOf(record({ release: name, recalled: day, why: text })),
    record: listOf(text),
    signers: listOf({ type: 'object' }),
  }),
  Release: record({
    program: text,
    city: text,
    release: name,
    invented: textOrNull,
    source: text,
    licence: link,
    line: text,
    signed: listOf(text),
    measures: listOf(measure),
    dimensions: listOf(dimension),
  }),
  Measure: record({ ...measureKeys, invented: textOrNull }),
  Cells: record({
    measure: name,
    synthetic,
    notes: { ...listOf(text), description: 'In English, each once' },
    cells: listOf(cell),
  }),
  DataPackage: {
    type: 'object',
    description: 'Data Package 2.0, https://datapackage.org',
    required: ['$schema', 'name', 'resources'],
  },
};
