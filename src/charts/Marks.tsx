/** Placed marks as SVG elements: in a page, in the browser and in a file that travels alone. */
import { createElement, type ReactElement, type ReactNode, type SVGAttributes } from 'react';
import type { Mark, Placed, Says } from './marks.ts';
import type { Paint } from './paint.ts';
import { inOrder, inOrderTogether } from './text.ts';

/** The attributes that a style sheet gives to a mark on a page; a file that travels alone brings them along. */
type Painter = (style: string) => Paint;

/** Classes are enough on a page, which has a style sheet. */
const UNPAINTED: Painter = () => ({});
const DOT_RADIUS = 3;

interface Props {
  readonly marks: readonly Mark[];
  /** Names the pattern that fills what is hidden; unique on its page. */
  readonly hatchId: string;
  readonly paint?: Painter;
}

/** All marks in a group, in order, below the pattern of what is hidden; `transform` places it. */
export function Marks({
  marks,
  hatchId,
  paint = UNPAINTED,
  transform,
}: Props & { readonly transform?: string }) {
  const elements = marks.map((mark) => drawMark(mark, hatchId, paint));
  return (
    <>
      <Hatch id={hatchId} paint={paint} />
      {createElement('g', { transform }, ...elements)}
    </>
  );
}

/** Marks of which none is hidden: they need no pattern. */
export function OpenMarks({ marks }: Pick<Props, 'marks'>) {
  return createElement('g', {}, ...marks.map((mark) => drawMark(mark, '', UNPAINTED)));
}

/** Diagonal lines, drawn rather than rotated: the corners join the lines of neighbouring tiles. */
function Hatch({ id, paint }: { readonly id: string; readonly paint: Painter }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect className="hatch-ground" width={6} height={6} {...paint('hatch-ground')} />
        <path className="hatch" d="M0,6L6,0M-1,1L1,-1M5,7L7,5" {...paint('hatch')} />
      </pattern>
    </defs>
  );
}

function drawMark(mark: Mark, hatchId: string, paint: Painter): ReactElement {
  switch (mark.kind) {
    case 'rect':
    case 'path': {
      const { kind, style, says, ...place } = mark;
      const attributes = { ...rounded(place), ...paint(style), ...hatchFill(style, hatchId) };
      return createElement<SVGAttributes<SVGElement>, SVGElement>(
        kind,
        { className: style, ...attributes },
        ...titleOf(says),
      );
    }
    case 'line': {
      const { kind, style, ...place } = mark;
      return createElement(kind, { className: style, ...rounded(place), ...paint(style) });
    }
    case 'dot': {
      const { style, says, cx, cy } = mark;
      const attributes = { className: style, ...rounded({ cx, cy }), r: DOT_RADIUS, ...paint(style) };
      return createElement('circle', attributes, ...titleOf(says));
    }
    case 'words':
      return drawText(mark, mark.style, paint, inOrder(mark.text));
    case 'tick':
      return drawText(mark, 'tick', paint, inOrder(mark.text));
    case 'figure': {
      const { figure, words, to, isQuiet } = mark;
      const [first, after] = inOrderTogether(figure.text, words);
      const aside = (
        <tspan className="aside" {...paint('aside')}>
          {after}
        </tspan>
      );
      const style = isQuiet === true ? 'figure quiet' : 'figure';
      const last = to === undefined ? [] : [` ${to.text}`];
      return drawText(mark, style, paint, first, ...(words === '' ? [] : [aside, ...last]));
    }
  }
}

/** What a browser shows of a mark that is pointed at. */
function titleOf(says: Says | undefined): ReactElement[] {
  if (says === undefined) return [];
  return [
    <title key="title">{says.map((part) => (typeof part === 'string' ? part : part.text)).join('')}</title>,
  ];
}

/** One decimal place, as every length in a picture. */
function rounded<T extends object>(place: T): T {
  const entries = Object.entries(place).map(([name, length]) => [
    name,
    typeof length === 'number' ? Math.round(length * 10) / 10 : length,
  ]);
  return Object.fromEntries(entries) as T;
}

function hatchFill(style: string, hatchId: string): Paint {
  return style.startsWith('hidden') ? { fill: `url(#${hatchId})` } : {};
}

function drawText(
  { x, y, anchor }: Placed,
  style: string,
  paint: Painter,
  ...content: readonly ReactNode[]
): ReactElement {
  const side = anchor === 'start' ? {} : { textAnchor: anchor };
  return createElement(
    'text',
    { className: style, ...rounded({ x, y }), ...side, ...paint(style) },
    ...content,
  );
}
