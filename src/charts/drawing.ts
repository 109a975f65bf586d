/** From placed marks to a drawing: two sizes, what is spoken, the pattern of what is hidden. */
import type { Figure } from '../model/figure.ts';
import { type ChartFrame, type Drawing, type Gap, gapLabel, type SpokenGap } from './points.ts';
import { element, escapeXml, type Mark, type Painter, type Plan, printMark, type Size } from './svg.ts';
import { LINE_PX, wrapText } from './text.ts';

/** Phones show 328 px between the margins of a 360 px screen; the page's column is 736 px. */
const SIZES: readonly Size[] = [
  { name: 'phone', widthPx: 328 },
  { name: 'wide', widthPx: 736 },
];

/** Draws a chart in both sizes. `plan` places its marks for one of them. */
export function drawSizes(
  frame: ChartFrame,
  gaps: readonly SpokenGap[],
  plan: (size: Size) => Plan,
): Drawing {
  const plans = SIZES.map((size) => ({ size, ...plan(size) }));
  const marks = plans.flatMap((placed) => placed.marks);
  return {
    svg: plans.map(({ size, ...placed }) => printPlan(frame, describe(frame, gaps), size, placed)).join(''),
    figures: marks.flatMap((mark): Figure[] => (mark.kind === 'figure' ? [mark.figure] : [])),
    ticks: marks.flatMap((mark) => (mark.kind === 'tick' ? [mark.text] : [])),
    plans,
  };
}

/** Classes are enough on a page, which has a style sheet. */
const UNPAINTED: Painter = () => ({});

function printPlan(
  { id, title, language }: ChartFrame,
  description: string,
  { name, widthPx }: Size,
  plan: Plan,
): string {
  const of = (part: string) => `${id}-${name}-${part}`;
  const height = Math.ceil(plan.heightPx);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `drawing ${name}`,
    viewBox: `0 0 ${widthPx} ${height}`,
    width: widthPx,
    height,
    lang: language,
    direction: 'ltr',
    role: 'img',
    'aria-labelledby': `${of('title')} ${of('desc')}`,
  };
  const spoken =
    element('title', { id: of('title') }, escapeXml(title)) +
    element('desc', { id: of('desc') }, escapeXml(description));
  const hatchId = of('hatch');
  return `${element('svg', attributes, spoken + hatch(hatchId, UNPAINTED) + plan.marks.map((mark) => printMark(mark, hatchId, UNPAINTED)).join(''))}\n`;
}

/** Diagonal lines, drawn rather than rotated: the corners join the lines of neighbouring tiles. */
export function hatch(id: string, paint: Painter): string {
  const tile =
    element('rect', { class: 'hatch-ground', width: 6, height: 6, ...paint('hatch-ground') }) +
    element('path', { class: 'hatch', d: 'M0,6L6,0M-1,1L1,-1M5,7L7,5', ...paint('hatch') });
  return element(
    'defs',
    {},
    element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, tile),
  );
}

function describe(frame: ChartFrame, gaps: readonly SpokenGap[]): string {
  const { colon, semicolon, stop } = frame.separators;
  const kinds: readonly Gap[] = ['hidden', 'missing', 'absent'];
  const spoken = kinds.flatMap((kind) => {
    const places = gaps.filter(({ gap }) => gap === kind).map(({ where }) => where);
    return places.length === 0 ? [] : [gapLabel(kind, frame) + colon + places.join(semicolon) + stop];
  });
  return [frame.invented, frame.summary, ...spoken].filter((text) => text !== null && text !== '').join(' ');
}

/** Lines of text from `y` (their top) down. */
function placeLines(
  text: string,
  style: string,
  { x, y, widthPx }: { x: number; y: number; widthPx: number },
): Plan {
  const lines = wrapText(text, widthPx);
  const marks = lines.map(
    (line, row): Mark => ({
      kind: 'words',
      style,
      x,
      y: y + row * LINE_PX + 13,
      anchor: 'start',
      text: line,
    }),
  );
  return { marks, heightPx: lines.length * LINE_PX };
}

/** What stands above every chart: that its figures are invented, and what one unit is. */
export function placeHeading({ invented, unit }: ChartFrame, { widthPx }: Size): Plan {
  const first =
    invented === null
      ? { marks: [], heightPx: 0 }
      : placeLines(invented, 'invented', { x: 0, y: 0, widthPx });
  const second = placeLines(unit, 'unit', { x: 0, y: first.heightPx, widthPx });
  return { marks: [...first.marks, ...second.marks], heightPx: first.heightPx + second.heightPx + 10 };
}
