/**
 * What the Data Package standard 2.0 (https://datapackage.org/standard/data-package/) asks of a descriptor, as a JSON
 * Schema of our own after its text: of each property that a release uses, its type, its form, and what may not be empty.
 */
const text = { type: 'string', minLength: 1 };
/** A relative path that does not climb out, or an address. */
const path = { type: 'string', pattern: '^(?:https?://.+|(?![./~\\\\])(?!.*\\.\\./)(?!.*://)[^\\\\]+)$' };
const someOf = (items: object) => ({ type: 'array', minItems: 1, items });
const licence = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['path'] }],
  properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path, title: text },
};
const source = { type: 'object', minProperties: 1, properties: { title: text, path } };

const constraints = {
  type: 'object',
  properties: {
    required: { type: 'boolean' },
    minimum: { type: 'number' },
    enum: { ...someOf({ type: 'string' }), uniqueItems: true },
  },
};

const field = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    type: { enum: ['string', 'integer'] },
    title: text,
    description: text,
    constraints,
  },
};

const schema = {
  type: 'object',
  required: ['fields'],
  properties: {
    fields: someOf(field),
    primaryKey: { ...someOf({ type: 'string' }), uniqueItems: true },
    missingValues: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
};

const resource = {
  type: 'object',
  required: ['name', 'path'],
  properties: {
    name: text,
    path,
    title: text,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
    encoding: text,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^(?:[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
    schema,
  },
};

export const DATA_PACKAGE_2 = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: text,
    title: text,
    description: text,
    version: text,
    licenses: someOf(licence),
    sources: someOf(source),
    resources: someOf(resource),
  },
};
