/**
 * How tall a frame must be for what is drawn in it. A frame shows the drawing for phones, at most `DRAWING_PX` wide, so that its height
 * hardly hangs on how wide the frame is: what a narrow one saves in the drawing it needs for lines of text.
 */
import { FONT_PX, textWidth, wrapText } from '../../charts/text.ts';
import { FRAME_HEIGHTS } from '../../figures/frame-heights.ts';
import { type Sentence, sentenceText } from '../figures/sentence.ts';
import type { ChartBlock } from './page.ts';

export interface FrameTexts {
  /** That the figures are invented; empty where they are not. */
  readonly invented: string;
  /** Of which release, and the source. */
  readonly source: string;
}

/** As `src/styles/travel.css` has it: 22rem. */
const DRAWING_PX = 352;
/** From the edge of the frame to the text, on both sides together. */
const SIDES_PX = 32;
/** The narrowest frame that is reckoned with, and one in a column of text. */
const WIDTHS_PX = [340, 640] as const;
/** Sizes of the style sheet: of the title, and of everything small. */
const TITLE = { sizePx: 18, linePx: 26 } as const;
const SMALL = { sizePx: 14, linePx: 22 } as const;
/** Between the parts, and the line that leads to the page. */
const REST_PX = 110;
const BANNER_PX = 28;

/** In steps, so that the numbers are few (figures/frame-heights.ts). */
export function frameHeightPx(chart: ChartBlock, texts: FrameTexts): number {
  const neededPx = Math.max(...WIDTHS_PX.map((widthPx) => heightAt(chart, texts, widthPx)));
  return FRAME_HEIGHTS.find((height) => height >= neededPx) ?? FRAME_HEIGHTS.at(-1) ?? neededPx;
}

function heightAt(chart: ChartBlock, { invented, source }: FrameTexts, widthPx: number): number {
  const roomPx = widthPx - SIDES_PX;
  const phone = chart.drawing.plans.find(({ size }) => size.name === 'phone');
  if (phone === undefined) throw new Error(`internal error: ${chart.id} has no drawing for phones`);
  const drawingPx = (phone.heightPx * Math.min(roomPx, DRAWING_PX)) / phone.size.widthPx;
  const small = (text: string) => linesOf(text, SMALL.sizePx, roomPx) * SMALL.linePx;
  const texts = [chart.subtitle, ...chart.notes].map((sentence: Sentence) => small(sentenceText(sentence)));
  return (
    (invented === '' ? 0 : BANNER_PX + small(invented)) +
    linesOf(sentenceText(chart.title), TITLE.sizePx, roomPx) * TITLE.linePx +
    drawingPx +
    texts.reduce((sum, height) => sum + height, 0) +
    small(source) +
    REST_PX
  );
}

/** No line where there is no text. */
function linesOf(text: string, sizePx: number, roomPx: number): number {
  return textWidth(text) === 0 ? 0 : wrapText(text, (roomPx * FONT_PX) / sizePx).length;
}
