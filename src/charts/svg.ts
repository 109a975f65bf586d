/**
 * Placed marks to SVG text. Every number in the result is geometry, a figure or a text on a scale: the marks
 * say which, so that the lists of a drawing cannot differ from what it prints.
 */
import type { Figure } from '../model/figure.ts';
import type { Paint } from './paint.ts';
import { inOrder } from './text.ts';

type Anchor = 'start' | 'middle' | 'end';

/** Sizes and places in units of the picture, which are CSS pixels where it is not scaled. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly style: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'path'; readonly style: string; readonly d: string }
  | {
      readonly kind: 'line';
      readonly style: string;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly kind: 'dot'; readonly style: string; readonly cx: number; readonly cy: number }
  | (Placed & { readonly kind: 'words'; readonly style: string; readonly text: string })
  | (Placed & { readonly kind: 'tick'; readonly text: string })
  /** `words` follow the figure in a quieter voice; a `quiet` figure is no count but a name, such as a day. */
  | (Placed & {
      readonly kind: 'figure';
      readonly figure: Figure;
      readonly words: string;
      readonly isQuiet?: boolean;
    });

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/** Marks and the height that they take. */
export interface Plan {
  readonly marks: readonly Mark[];
  readonly heightPx: number;
}

export interface Size {
  readonly name: 'phone' | 'wide';
  readonly widthPx: number;
}

export const DOT_RADIUS = 3;

/** One decimal place, as every length in a picture. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** One element; `content` is SVG text already. Numbers are rounded. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const printed = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
  );
  return content === ''
    ? `<${name}${printed.join('')}/>`
    : `<${name}${printed.join('')}>${content}</${name}>`;
}

/** The attributes that a style sheet gives to a mark on a page; a file that travels alone brings them along. */
export type Painter = (style: string) => Paint;

/** `hatchId` names the pattern that fills what is hidden. */
export function printMark(mark: Mark, hatchId: string, paint: Painter): string {
  switch (mark.kind) {
    case 'rect': {
      const { style, x, y, width, height } = mark;
      return element('rect', {
        class: style,
        x,
        y,
        width,
        height,
        ...paint(style),
        ...hatchFill(style, hatchId),
      });
    }
    case 'path': {
      const { style, d } = mark;
      return element('path', { class: style, d, ...paint(style), ...hatchFill(style, hatchId) });
    }
    case 'line': {
      const { style, x1, y1, x2, y2 } = mark;
      return element('line', { class: style, x1, y1, x2, y2, ...paint(style) });
    }
    case 'dot':
      return element('circle', {
        class: mark.style,
        cx: mark.cx,
        cy: mark.cy,
        r: DOT_RADIUS,
        ...paint(mark.style),
      });
    case 'words':
      return printText(mark, mark.style, escapeXml(inOrder(mark.text)), paint);
    case 'tick':
      return printText(mark, 'tick', escapeXml(inOrder(mark.text)), paint);
    case 'figure': {
      const after =
        mark.words === ''
          ? ''
          : element('tspan', { class: 'aside', ...paint('aside') }, escapeXml(` ${inOrder(mark.words)}`));
      const style = mark.isQuiet === true ? 'figure quiet' : 'figure';
      return printText(mark, style, escapeXml(mark.figure.text) + after, paint);
    }
  }
}

function hatchFill(style: string, hatchId: string): Record<string, string> {
  return style.startsWith('hidden') ? { fill: `url(#${hatchId})` } : {};
}

function printText({ x, y, anchor }: Placed, style: string, content: string, paint: Painter): string {
  const side: Record<string, string> = anchor === 'start' ? {} : { 'text-anchor': anchor };
  return element('text', { class: style, x, y, ...side, ...paint(style) }, content);
}
