/**
 * What else may be a number in an HTML file: attributes that a reader never sees as numbers, each with the
 * rule that its value must keep. An attribute that no kind knows is read like text.
 */

import { isScriptList } from './files/script-list.ts';
import { findNumbers } from './numbers.ts';
import type { Place } from './places.ts';
import { parseAddress, type Site } from './site-files.ts';

export interface Structure {
  /** What it is, in a finding: "the geometry of a drawing". */
  readonly name: string;
  readonly holds: (place: Place) => boolean;
  readonly allows: (place: Place, site: Site) => boolean;
}

const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

const GEOMETRY = list(`x y x1 x2 y1 y2 cx cy r rx ry dx dy d width height points transform viewBox offset
  stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-opacity fill-opacity opacity font-size
  font-weight letter-spacing textLength rotate patternTransform gradientTransform refX refY markerWidth markerHeight
  fx fy orient k1 k2`);
const LAYOUT = list(
  'colspan rowspan span tabindex width height size maxlength aria-level aria-colcount aria-rowcount aria-colindex aria-rowindex',
);
const NAMES = list(`id class for name headers list slot part aria-labelledby aria-describedby aria-controls
  aria-details aria-flowto aria-owns aria-activedescendant`);
const ADDRESSES = list('href src action formaction poster cite data xlink:href component-url renderer-url');
const PAINTS = list(
  'fill stroke mask clip-path filter marker-start marker-mid marker-end color stop-color flood-color',
);

/** Only numbers, units and the letters of path and transform commands. */
const DRAWN =
  /^(?:[-+.,\s()%\d]|[MmLlHhVvCcSsQqTtAaZz]|e-?\d|px|em|rem|deg|translate|rotate|scale|matrix|skew[XY]|auto)*$/;
const COLOUR_OR_NAME = /^(?:#[0-9a-f]{3,8}|url\(#(.+)\)|[a-z-]+|var\(--[a-z-]+\))$/i;

export const STRUCTURES: readonly Structure[] = [
  {
    name: 'geometry of a drawing',
    holds: ({ isSvg, name }) => isSvg && GEOMETRY.has(name),
    allows: ({ text }) => DRAWN.test(text),
  },
  {
    name: 'layout of a page',
    holds: ({ isSvg, name }) => !isSvg && LAYOUT.has(name),
    allows: ({ text }) => /^-?\d{1,4}$/.test(text),
  },
  {
    name: 'name of an element',
    holds: ({ name }) => NAMES.has(name),
    allows: ({ text }, site) => text.split(' ').every(site.isKnownName),
  },
  { name: 'address', holds: ({ name }) => ADDRESSES.has(name), allows: allowsAddress },
  { name: 'paint of a drawing', holds: ({ isSvg, name }) => isSvg && PAINTS.has(name), allows: allowsPaint },
  {
    name: 'namespace',
    holds: ({ name }) => name.startsWith('xmlns'),
    allows: ({ text }) => text.startsWith('http://www.w3.org/'),
  },
  {
    name: 'setting of a page',
    holds: ({ tag, name, text }) => tag === 'meta' && name === 'content' && SETTINGS.has(text),
    allows: () => true,
  },
  {
    name: 'content policy',
    holds: ({ tag, name, text }) => tag === 'meta' && name === 'content' && text.startsWith('default-src '),
    allows: ({ text }) => findNumbers(text).length === 0,
  },
  {
    name: 'way to another page',
    holds: ({ tag, name, text }) => tag === 'meta' && name === 'content' && REFRESH.test(text),
    allows: ({ text }, site) => leadsToPage(REFRESH.exec(text)?.[1] ?? '', site),
  },
  {
    name: 'preview of a page',
    holds: ({ tag, name, text }) => tag === 'meta' && name === 'content' && text.endsWith('/preview.png'),
    allows: isWholeAddress,
  },
  {
    name: 'address of a page',
    holds: ({ tag, name, text }) => tag === 'meta' && name === 'content' && /^https?:\/\/\S+$/.test(text),
    allows: isWholeAddress,
  },
  { name: 'list of scripts', holds: isScriptList, allows: ({ text }, site) => text === site.runs },
  {
    name: 'character set',
    holds: ({ tag, name }) => tag === 'meta' && name === 'charset',
    allows: ({ text }) => /^utf-8$/i.test(text),
  },
];

const REFRESH = /^0; url=(.*)$/;
const SETTINGS = new Set([
  'width=device-width, initial-scale=1',
  'width=device-width,initial-scale=1',
  'width=device-width',
]);

/** Of a file of the site, for whoever is told of the page elsewhere. */
function isWholeAddress({ text }: Place, site: Site): boolean {
  const address = parseAddress(text, site.root);
  return address.kind === 'absolute' && address.id === '' && site.hasFile(address.path);
}

function leadsToPage(text: string, site: Site): boolean {
  const address = parseAddress(text, site.root);
  return address.kind === 'internal' && site.hasFile(address.path);
}

function allowsAddress({ text }: Place, site: Site): boolean {
  const address = parseAddress(text, site.root);
  switch (address.kind) {
    case 'fragment':
      return site.isKnownName(address.id);
    case 'internal':
    case 'absolute':
      return site.hasFile(address.path) && (address.id === '' || site.isKnownName(address.id));
    case 'external':
      return site.isDeclared(text);
  }
}

function allowsPaint({ text }: Place, site: Site): boolean {
  const match = COLOUR_OR_NAME.exec(text);
  return match !== null && (match[1] === undefined || site.isKnownName(match[1]));
}
