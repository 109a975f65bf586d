/**
 * Style sheets: they may fetch nothing from elsewhere and print no number of their own. A sheet is read by css-tree, as a browser
 * reads it: what its texts and addresses mean counts, however they are written (`"\\31"` is a digit, `u\\72l()` an address).
 */
import { type CssNode, ident, parse, walk } from 'css-tree';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';
import type { Root } from '../root.ts';
import { fileOf, parseAddress } from '../site-files.ts';

export function styleFindings(file: string, css: string, files: Files, root: Root): Finding[] {
  const faults: Fault[] = [];
  const sheet = parse(css, {
    parseCustomProperty: true,
    onParseError: ({ message }) => faults.push(['', message, 'A style sheet must be one that can be read.']),
  });
  walk(sheet, (node) => {
    const printed = printedBy(node).filter(([, text]) => /\p{N}/u.test(text));
    const strange = addressesOf(node).filter((one) => !isOwn(one, file, files, root));
    faults.push(
      ...printed.map(([at, text]): Fault => [at, text, 'A style sheet may not print a number.']),
      ...strange.map((one): Fault => ['url()', one, 'A style sheet may fetch only files of the site.']),
    );
    if (isNamed(node, 'Function', COUNTS) || isNamed(node, 'Atrule', ['counter-style']))
      faults.push(['', node.name, 'A style sheet may not count.']);
    if (isNamed(node, 'Atrule', ['import']))
      faults.push(['@import', '', 'A style sheet may not import another.']);
  });
  if (/\bhttps?:/i.test(css.replace(/\/\*[\s\S]*?\*\//g, '')))
    faults.push(['', '', 'A style sheet may not name another origin.']);
  return faults.map(([where, what, why]) => ({ file, where, what, why }));
}

type Fault = readonly [where: string, what: string, why: string];

/** Each with its property. */
function printedBy(node: CssNode): [property: string, text: string][] {
  if (node.type !== 'Declaration') return [];
  const property = ident.decode(node.property).toLowerCase();
  if (isSilent(property, node.value)) return [];
  return textsIn(node.value).map((text) => [property, text]);
}

/** Functions that print a number that stands nowhere. */
const COUNTS = ['counter', 'counters'];
/** Functions of which a text is an address. */
const FETCHES = ['image-set', '-webkit-image-set', 'image', 'src', 'cross-fade'];
/** Properties of which a text is printed nowhere; of others it is, or may be by a property that uses them. */
const SILENT = [
  'src',
  'font',
  'font-family',
  'font-feature-settings',
  'font-variation-settings',
  'grid-template-areas',
];

/** A list with commas, as of fonts, is no value of a property that prints: nothing prints by it. */
function isSilent(property: string, value: CssNode): boolean {
  const parts = value.type === 'Value' ? value.children.toArray() : [];
  const isList = parts.some((part) => part.type === 'Operator' && part.value === ',');
  return SILENT.includes(property) || (property.startsWith('--') && isList);
}

type Named = Extract<CssNode, { type: 'Function' | 'Atrule' }>;

function isNamed(node: CssNode, type: Named['type'], names: readonly string[]): node is Named {
  return node.type === type && names.includes(ident.decode((node as Named).name).toLowerCase());
}

/** What could not be read of a value counts as text too. */
function textsIn(part: CssNode): string[] {
  const texts: string[] = [];
  walk(part, (node) => {
    if (node.type === 'String' || node.type === 'Raw') texts.push(node.value);
  });
  return texts;
}

/** The addresses that a node fetches. */
function addressesOf(node: CssNode): string[] {
  if (node.type === 'Url') return [node.value];
  // An address that is not written plainly is one whatever it says.
  if (isNamed(node, 'Function', ['url'])) return ['//'];
  return isNamed(node, 'Function', FETCHES) ? textsIn(node) : [];
}

function isOwn(url: string, file: string, files: Files, root: Root): boolean {
  const address = parseAddress(url, root);
  if (address.kind !== 'internal') return address.kind === 'fragment';
  return files.has(fileOf(new globalThis.URL(address.path, `https://site/${file}`).pathname));
}
