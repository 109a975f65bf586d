/** From placed marks to a drawing: two sizes, and what is spoken. */

import type { Mark, Plan, Size } from './marks.ts';
import { mirror } from './mirror.ts';
import { type ChartFrame, type Drawing, type Gap, gapLabel, type SpokenGap } from './points.ts';
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
  const { id, title, language } = frame;
  const place = (size: Size) => (frame.direction === 'rtl' ? mirror(plan(size), size) : plan(size));
  const plans = SIZES.map((size) => ({ size, ...place(size) }));
  return { id, title, language, description: describe(frame, gaps), plans };
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
