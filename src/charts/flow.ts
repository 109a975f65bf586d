/**
 * From what came in, by what became of it, to what came of that: columns of nodes as high as what they count, with
 * bands between them. A node whose count may not be told, or that may not be followed, is hatched.
 *
 *   41 received ==========\
 *                          ===  9 disclosed  ====  6 counts alone
 *                          ===  8 declined   ====  8 nothing
 *                          ///  21 about few people   ////  hidden
 */
import { area, curveBumpX } from 'd3';
import { drawSizes, placeHeading } from './drawing.ts';
import type { Mark, Plan, Size } from './marks.ts';
import type { ChartFrame, ChartPoint, Drawing, SpokenGap } from './points.ts';
import { saysOf, shownFigure, shownValue } from './points.ts';
import { LINE_PX, textWidth, wrapText } from './text.ts';

/** A node; its point's `x` names it. */
export interface FlowNode {
  /** 0 on the left. */
  readonly column: number;
  readonly point: ChartPoint;
  /** Class of its colour; empty for the colour of text. */
  readonly style: string;
  /** What becomes of it further on, or what it came from, is not told. */
  readonly isHidden: boolean;
}

/** `value` of what is in `from` goes on to `to`; both are names of nodes. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

const NODE_PX = 9;
const PLOT_PX = 230;
/** A node without a count is as high as this, and none is lower than the least. */
const UNTOLD_PX = 26;
const LEAST_PX = 2;

export function drawFlow(frame: ChartFrame, nodes: readonly FlowNode[], links: readonly FlowLink[]): Drawing {
  return drawSizes(frame, nodes.flatMap(spokenNode), (size) => planFlow(frame, nodes, links, size));
}

function spokenNode({ isHidden, point }: FlowNode): SpokenGap[] {
  return isHidden ? [{ gap: 'hidden', where: point.xLabel }] : [];
}

/** A node in its place: `left` and `top` of its bar, and its label. */
interface PlacedNode extends FlowNode {
  readonly left: number;
  readonly top: number;
  readonly heightPx: number;
  readonly label: Plan;
}

function planFlow(
  frame: ChartFrame,
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  size: Size,
): Plan {
  const heading = placeHeading(frame, size);
  const placed = placeNodes(nodes, size, heading.heightPx);
  const bottom = Math.max(
    ...placed.map(({ top, heightPx, label }) => top + Math.max(heightPx, label.heightPx)),
  );
  const marks = [
    ...placeLinks(placed, links),
    ...placed.map((node) => nodeMark(frame, node)),
    ...placed.flatMap(({ label }) => label.marks),
  ];
  return { marks: [...heading.marks, ...marks], heightPx: bottom + 6 };
}

function placeNodes(nodes: readonly FlowNode[], { widthPx }: Size, top: number): PlacedNode[] {
  const columns = [...new Set(nodes.map(({ column }) => column))].sort((one, other) => one - other);
  const columnPx = widthPx / columns.length;
  const sums = columns.map((column) =>
    nodes
      .filter((node) => node.column === column)
      .reduce((sum, { point }) => sum + (shownValue(point) ?? 0), 0),
  );
  const unitPx = PLOT_PX / Math.max(1, ...sums);
  return columns.flatMap((column, position) => {
    let y = top;
    return nodes
      .filter((node) => node.column === column)
      .map((node): PlacedNode => {
        const left = position * columnPx;
        const value = shownValue(node.point);
        const heightPx = value === null ? UNTOLD_PX : Math.max(LEAST_PX, value * unitPx);
        const label = placeLabel(node.point, {
          x: left + NODE_PX + 6,
          y,
          widthPx: columnPx - NODE_PX - 16,
        });
        const placed = { ...node, left, top: y, heightPx, label };
        y += Math.max(heightPx, label.heightPx) + 9;
        return placed;
      });
  });
}

/** The figure and what it counts: on one line where they fit, else one below the other. */
function placeLabel(point: ChartPoint, { x, y, widthPx }: { x: number; y: number; widthPx: number }): Plan {
  const figure = shownFigure(point);
  const at = (line: number) => ({ x, y: y + line * LINE_PX + 13, anchor: 'start' as const });
  if (figure !== null && textWidth(`${figure.text} ${point.xLabel}`) <= widthPx) {
    return { marks: [{ kind: 'figure', ...at(0), figure, words: point.xLabel }], heightPx: LINE_PX };
  }
  const first: Mark[] = figure === null ? [] : [{ kind: 'figure', ...at(0), figure, words: '' }];
  const lines = wrapText(point.xLabel, widthPx).map(
    (text, line): Mark => ({ kind: 'words', style: 'gap', ...at(line + first.length), text }),
  );
  return { marks: [...first, ...lines], heightPx: (first.length + lines.length) * LINE_PX };
}

function nodeMark(frame: ChartFrame, { left, top, heightPx, style, isHidden, point }: PlacedNode): Mark {
  const own = style === '' ? 'bar node' : `bar ${style}`;
  return {
    kind: 'rect',
    style: isHidden ? 'hidden closed' : own,
    says: saysOf(frame, [], point),
    x: left,
    y: top,
    width: NODE_PX,
    height: heightPx,
  };
}

/** Bands leave a node and reach the next from the top down, in the order of the links. */
function placeLinks(nodes: readonly PlacedNode[], links: readonly FlowLink[]): Mark[] {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  const find = (id: string) => nodes.find(({ point }) => point.x === id);
  return links.flatMap(({ from, to, value }): Mark[] => {
    const [source, target] = [find(from), find(to)];
    if (source === undefined || target === undefined) return [];
    const start = { x: source.left + NODE_PX, ...bandOf(source, value, out) };
    const end = { x: target.left, ...bandOf(target, value, into) };
    const colour = target.style === '' ? '' : ` ${target.style}`;
    return [{ kind: 'path', style: target.isHidden ? 'hidden' : `flow${colour}`, d: bandPath(start, end) }];
  });
}

interface Band {
  readonly y: number;
  readonly heightPx: number;
}

/** The next part of a node's edge; all of it where its count is not told. */
function bandOf(node: PlacedNode, value: number, used: Map<string, number>): Band {
  const whole = shownValue(node.point);
  const heightPx = whole === null ? node.heightPx : (node.heightPx * value) / Math.max(1, whole);
  const before = used.get(node.point.x) ?? 0;
  used.set(node.point.x, before + heightPx);
  return { y: node.top + before, heightPx };
}

function bandPath(start: Band & { x: number }, end: Band & { x: number }): string {
  const band = area<Band & { x: number }>(
    ({ x }) => x,
    ({ y, heightPx }) => y + heightPx,
    ({ y }) => y,
  );
  return band.curve(curveBumpX).digits(1)([start, end]) ?? '';
}
