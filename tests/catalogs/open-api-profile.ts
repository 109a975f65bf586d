/**
 * What OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0) asks of the objects that are used here, as a JSON Schema of our own
 * after its text. That references lead somewhere, and that every name in a path is a parameter, no schema can say: tests do.
 */
const text = { type: 'string', minLength: 1 };
const record = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});
const reference = record({
  $ref: { type: 'string', pattern: '^#/components/(?:schemas|parameters)/[\\w.-]+$' },
});
const content = {
  type: 'object',
  minProperties: 1,
  additionalProperties: record({ schema: { anyOf: [reference, { type: 'object', required: ['type'] }] } }),
};
const responses = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[1-5](?:[0-9]{2}|XX)$|^default$' },
  additionalProperties: record({ description: { type: 'string' }, content }, ['content']),
};
const operation = record(
  {
    operationId: text,
    summary: text,
    parameters: { type: 'array', uniqueItems: true, items: reference },
    responses,
  },
  ['parameters'],
);
const parameter = record({
  name: text,
  in: { const: 'path' },
  required: { const: true },
  schema: { type: 'object' },
});

export const OPEN_API_3_1 = record({
  openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
  info: record({ title: text, version: text, description: text }),
  servers: { type: 'array', minItems: 1, items: record({ url: text }) },
  paths: {
    type: 'object',
    propertyNames: { pattern: '^/' },
    additionalProperties: record({ get: operation }),
  },
  components: record(
    {
      schemas: { type: 'object', propertyNames: { pattern: '^[A-Za-z0-9._-]+$' } },
      parameters: { type: 'object', additionalProperties: parameter },
    },
    ['parameters'],
  ),
});
