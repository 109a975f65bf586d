/**
 * A chart as a picture that travels alone: the wide drawing between its title and what a reader must know who
 * meets it without its page. Valid XML, no style sheet, no script, nothing to load; light colours on paper.
 *
 *   Title, over as many lines as it takes
 *   the drawing
 *   notes: what is hidden, the source, the release, how to cite, that its figures are invented
 */
import { hatch } from './drawing.ts';
import { COLOURS, type Paint, paintOf } from './paint.ts';
import type { SizedPlan } from './points.ts';
import { element, escapeXml, printMark } from './svg.ts';
import { inOrder, wrapText } from './text.ts';

export interface PictureText {
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const MARGIN_PX = 24;
const TITLE = { sizePx: 20, linePx: 27, paint: { fill: COLOURS.ink, 'font-weight': 700 } };
const NOTE = { sizePx: 13, linePx: 18, paint: { fill: COLOURS.muted } };
const FONTS = "'Noto Sans', 'Noto Sans SC', 'Noto Sans Arabic', 'Segoe UI', Roboto, Arial, sans-serif";
/** Of texts in a chart, which `text.ts` measures. */
const CHART_FONT_PX = 13;
const HATCH_ID = 'hatch';

/** SVG text with its XML declaration, `plan` as wide as it was drawn. */
export function printPicture(plan: SizedPlan, text: PictureText): string {
  const widthPx = plan.size.widthPx + 2 * MARGIN_PX;
  const place = { widthPx, direction: text.direction };
  const title = placeTexts([text.title], MARGIN_PX, TITLE, place);
  const chartTop = title.bottom + 8;
  const notes = placeTexts(text.notes, chartTop + plan.heightPx + 12, NOTE, place);
  const heightPx = Math.ceil(notes.bottom + MARGIN_PX);
  const marks = plan.marks.map((mark) => printMark(mark, HATCH_ID, paintOf)).join('');
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${widthPx} ${heightPx}`,
    width: widthPx,
    height: heightPx,
    'xml:lang': text.language,
    direction: 'ltr',
    'font-family': FONTS,
    'font-size': CHART_FONT_PX,
    fill: COLOURS.ink,
  };
  const content = [
    element('rect', { width: widthPx, height: heightPx, fill: COLOURS.paper }),
    hatch(HATCH_ID, paintOf),
    title.svg,
    element('g', { transform: `translate(${MARGIN_PX} ${chartTop})` }, marks),
    notes.svg,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, content.join('\n'))}\n`;
}

/** Texts from `top` down, each over as many lines as it takes, at the side where a reader of the language begins. */
function placeTexts(
  texts: readonly string[],
  top: number,
  { sizePx, linePx, paint }: { sizePx: number; linePx: number; paint: Paint },
  { widthPx, direction }: { widthPx: number; direction: 'ltr' | 'rtl' },
): { readonly svg: string; readonly bottom: number } {
  const isRtl = direction === 'rtl';
  const x = isRtl ? widthPx - MARGIN_PX : MARGIN_PX;
  const side: Paint = isRtl ? { 'text-anchor': 'end' } : {};
  // `wrapText` measures at the size of a chart's text.
  const roomPx = ((widthPx - 2 * MARGIN_PX) * CHART_FONT_PX) / sizePx;
  let y = top;
  const printed = texts.map((text) => {
    const lines = wrapText(text, roomPx).map((line) => {
      y += linePx;
      return element('tspan', { x, y: y - linePx + sizePx }, escapeXml(inOrder(`${line} `)));
    });
    return element('text', { ...side, 'font-size': sizePx, ...paint }, lines.join(''));
  });
  return { svg: printed.join('\n'), bottom: y };
}
