/**
 * What the Citation File Format 1.2.0 (https://citation-file-format.github.io) asks of the keys that are used here, as a JSON
 * Schema of our own after its guide; and the YAML of such a file, of which no more is used than is read here.
 */
const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^https?://' };

export const CFF_1_2_0 = {
  type: 'object',
  additionalProperties: false,
  required: ['cff-version', 'message', 'title', 'authors'],
  properties: {
    'cff-version': { const: '1.2.0' },
    message: text,
    type: { enum: ['dataset', 'software'] },
    title: text,
    version: text,
    'date-released': { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    abstract: text,
    authors: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'object', additionalProperties: false, required: ['name'], properties: { name: text } },
    },
    keywords: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    license: { enum: ['CC-BY-4.0', 'MIT'] },
    'license-url': address,
    url: address,
    identifiers: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'value'],
        properties: { type: { enum: ['doi', 'url', 'swh', 'other'] }, value: text, description: text },
      },
    },
  },
};

type Item = string | Record<string, string>;

/** Keys with a text, or with a list of texts or of such keys; a text is plain or in double quotes. Throws at anything else. */
export function readCitation(yaml: string): Record<string, string | Item[]> {
  const found: Record<string, string | Item[]> = {};
  let list: Item[] = [];
  for (const line of yaml.trimEnd().split('\n')) {
    const [key, value] = readLine(line.replace(/^ *(?:- )?/, ''));
    if (/^\S/.test(line)) {
      list = [];
      found[key] = value === '' ? list : plain(value);
    } else if (/^ *- /.test(line)) list.push(key === '' ? plain(value) : { [key]: plain(value) });
    else Object.assign(list.at(-1) ?? fail(line), { [key]: plain(value) });
  }
  return found;
}

/** The key is empty where there is none. */
function readLine(line: string): readonly [key: string, value: string] {
  const [, key = '', value = ''] = /^(?:([a-z-]+):(?: |$))?(.*)$/.exec(line) ?? [];
  return [key, value];
}

function plain(value: string): string {
  if (value.startsWith('"')) return JSON.parse(value) as string;
  return /^[\w(][^#:]*$/.test(value) ? value : fail(value);
}

function fail(text: string): never {
  throw new Error(`not of the form: ${text}`);
}
