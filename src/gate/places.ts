/**
 * Every text of an HTML or SVG file, with the place where it stands: text of elements, values of attributes,
 * comments, what templates, `noscript` and data blocks hold. The parser follows the HTML standard, so that
 * the gate sees what a browser sees.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readIslandProps } from './island.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export interface Place {
  /** CSS-like: `#cards > table > tr:nth-child(2) > td@title`. */
  readonly path: string;
  /** Name of the attribute; `#text` or `#comment` for those. */
  readonly name: string;
  /** Tag of the element that it stands in. */
  readonly tag: string;
  readonly isSvg: boolean;
  /** Inside an element of class `tick`: a label of a chart's axis. */
  readonly isTick: boolean;
  readonly text: string;
}

export interface PlacedElement {
  readonly element: Element;
  readonly path: string;
  readonly isTick: boolean;
  /** Inside a text of a drawing, which is read whole: its lines are elements of their own. */
  readonly isLine: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';

export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { scriptingEnabled: false });
}

/** Every element of a document in reading order. */
export function findElements(document: Parent): PlacedElement[] {
  const found: PlacedElement[] = [];
  const visit = (parent: Parent, path: string, isTick: boolean, isLine: boolean) => {
    for (const [index, element] of elementsOf(parent).entries()) {
      const at = pathTo(element, index, path);
      const inTick = isTick || hasClass(element, 'tick');
      found.push({ element, path: at, isTick: inTick, isLine });
      visit(element, at, inTick, isLine || isSvgText(element));
      if (isTemplate(element)) visit(element.content, at, inTick, false);
    }
  };
  visit(document, '', false, false);
  return found;
}

/** All texts of a document: the order is that of the elements, attributes first. */
export function findPlaces(document: Parent): Place[] {
  return [
    ...textsOf(document, { path: '', tag: '', isSvg: false, isTick: false }),
    ...findElements(document).flatMap(({ element, path, isTick, isLine }) => {
      const isSvg = element.namespaceURI === SVG;
      const here = { path, tag: element.tagName, isSvg, isTick };
      const attributes = element.attrs.flatMap(({ name, prefix, value }) => {
        const full = prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
        return valuesOf(element, full, value).map((one) => ({ ...here, ...one, path: `${path}@${full}` }));
      });
      if (isLine) return attributes;
      if (isSvgText(element))
        return [...attributes, { ...here, name: '#text', text: tidy(wholeText(element)) }];
      const inside = isTemplate(element) ? textsOf(element.content, here) : [];
      return [...attributes, ...textsOf(element, here), ...inside];
    }),
  ];
}

/** The value of an attribute; of what a page hands to an island, every text in it. */
function valuesOf({ tagName }: Element, name: string, value: string): { name: string; text: string }[] {
  const given = tagName === 'astro-island' && name === 'props' ? readIslandProps(value) : undefined;
  if (given === undefined) return [{ name, text: tidy(value) }];
  return given.map(({ key, text }) => ({ name: key === 'href' ? key : '#text', text: tidy(text) }));
}

function textsOf(parent: Parent, here: Omit<Place, 'name' | 'text'>): Place[] {
  return parent.childNodes.flatMap((node): Place[] => {
    if (isText(node)) return [{ ...here, name: '#text', text: tidy(node.value) }];
    if (isComment(node)) return [{ ...here, name: '#comment', text: tidy(node.data) }];
    return [];
  });
}

function isSvgText({ tagName, namespaceURI }: Element): boolean {
  return namespaceURI === SVG && tagName === 'text';
}

/** With comments: nothing is left unread. */
export function wholeText(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if (isText(node)) return node.value;
      if (isComment(node)) return node.data;
      return 'childNodes' in node ? wholeText(node) : '';
    })
    .join('');
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** Line breaks and runs of blanks as a reader sees them, without marks of the order of scripts; no-break spaces stay, since numbers hold them. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

function elementsOf(parent: Parent): Element[] {
  return parent.childNodes.filter((node): node is Element => 'tagName' in node);
}

function pathTo(element: Element, index: number, path: string): string {
  const id = attribute(element, 'id');
  if (id !== undefined) return `#${id}`;
  const position = index === 0 ? '' : `:nth-child(${index + 1})`;
  return path === '' ? element.tagName : `${path} > ${element.tagName}${position}`;
}

function isTemplate(element: Element): element is DefaultTreeAdapterTypes.Template {
  return 'content' in element;
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isComment(node: Node): node is DefaultTreeAdapterTypes.CommentNode {
  return node.nodeName === '#comment';
}
