/**
 * What DCAT-US 1.1 asks of others than federal agencies (https://resources.data.gov/resources/dcat-us/), as a JSON Schema of
 * our own after its text: of each property that a site uses, whether it must stand there and its form.
 */
const text = { type: 'string', minLength: 1 };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const address = { type: 'string', pattern: '^https://[^\\s]+$' };
const mediaType = { type: 'string', pattern: '^[-\\w]+/[-\\w]+(?:\\.[-\\w]+)*(?:[+][-\\w]+)?$' };

/** All keys, and no other. */
const record = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  properties,
});

const distribution = record(
  {
    '@type': { const: 'dcat:Distribution' },
    title: text,
    downloadURL: address,
    mediaType,
    format: text,
    describedBy: address,
    describedByType: mediaType,
  },
  ['describedBy', 'describedByType'],
);

const dataset = record(
  {
    '@type': { const: 'dcat:Dataset' },
    identifier: text,
    title: text,
    description: text,
    keyword: { type: 'array', minItems: 1, items: text },
    modified: day,
    publisher: record({ '@type': { const: 'org:Organization' }, name: text }),
    contactPoint: record(
      {
        '@type': { const: 'vcard:Contact' },
        fn: text,
        hasEmail: { type: 'string', pattern: '^mailto:[^@\\s]+@[\\w.-]+\\.[\\w.-]+$' },
      },
      ['hasEmail'],
    ),
    accessLevel: { enum: ['public', 'restricted public', 'non-public'] },
    license: address,
    rights: { ...text, maxLength: 255 },
    spatial: text,
    temporal: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$' },
    accrualPeriodicity: {
      type: 'string',
      pattern: '^(?:irregular|R/P(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)$',
    },
    language: { type: 'array', items: { type: 'string', pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$' } },
    landingPage: address,
    distribution: { type: 'array', minItems: 1, uniqueItems: true, items: distribution },
  },
  ['modified', 'temporal'],
);

export const DCAT_US_1_1 = record({
  '@context': { const: 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld' },
  '@id': address,
  '@type': { const: 'dcat:Catalog' },
  conformsTo: { const: 'https://project-open-data.cio.gov/v1.1/schema' },
  describedBy: address,
  dataset: { type: 'array', uniqueItems: true, items: dataset },
});

const typed = (type: string, properties: object, optional: readonly string[] = []) =>
  record({ '@type': { const: type }, ...properties }, optional);

const described = typed('Distribution', { title: text, downloadURL: address, mediaType });
const distribution3 = typed(
  'Distribution',
  { title: text, downloadURL: address, mediaType, license: text, describedBy: described },
  ['describedBy'],
);

/** DCAT-US 3.0, after the text of its definitions (https://github.com/GSA/dcat-us, jsonschema/definitions): the properties that a site uses. */
export const DCAT_US_3_0 = record({
  '@context': address,
  '@id': address,
  '@type': { const: 'Catalog' },
  title: text,
  conformsTo: typed('Standard', { title: text }),
  language: { type: 'array', items: { type: 'string', maxLength: 2 } },
  dataset: {
    type: 'array',
    uniqueItems: true,
    items: typed(
      'Dataset',
      {
        identifier: text,
        title: text,
        description: text,
        keyword: { type: 'array', items: text },
        modified: day,
        publisher: typed('Organization', { name: text, prefLabel: text }),
        contactPoint: typed('Kind', {
          fn: text,
          hasEmail: { type: 'string', pattern: "^mailto:[\\w_~!$&'()*+,;=:.-]+@[\\w.-]+\\.[\\w.-]+?$" },
        }),
        accessRights: text,
        rights: { type: 'array', items: text },
        spatial: { type: 'array', items: typed('Location', { prefLabel: text }) },
        temporal: { type: 'array', items: typed('PeriodOfTime', { startDate: day, endDate: day }) },
        accrualPeriodicity: { anyOf: [{ const: 'irregular' }, { type: 'string', pattern: '^R/P.+$' }] },
        language: { type: 'array', items: { type: 'string', maxLength: 2 } },
        landingPage: typed('Document', { title: text, accessURL: address }),
        distribution: { type: 'array', minItems: 1, uniqueItems: true, items: distribution3 },
      },
      ['modified', 'temporal'],
    ),
  },
});
