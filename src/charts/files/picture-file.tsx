/**
 * A chart as a picture that travels alone: the wide drawing between its title and what a reader must know who
 * meets it without its page.
 *
 *   Title, over as many lines as it takes
 *   the drawing
 *   notes: what is hidden, the source, the release, how to cite, that its figures are invented
 */
import { createElement } from 'react';
import { Marks } from '../Marks.tsx';
import { COLOURS, type Paint, paintOf } from '../paint.ts';
import type { SizedPlan } from '../points.ts';
import { FONT_PX, inOrder, withBlanks, wrapText } from '../text.ts';
import { printSvg, SvgFile } from './svg-file.tsx';

export interface PictureText {
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const MARGIN_PX = 24;
const TITLE = { sizePx: 20, linePx: 27, paint: { fill: COLOURS.ink, fontWeight: 700 } };
const NOTE = { sizePx: 13, linePx: 18, paint: { fill: COLOURS.muted } };

/** SVG text with its XML declaration, `plan` as wide as it was drawn. */
export function printPicture(plan: SizedPlan, text: PictureText): string {
  return printSvg(<PictureFile plan={plan} text={text} />);
}

function PictureFile({ plan, text }: { readonly plan: SizedPlan; readonly text: PictureText }) {
  const widthPx = plan.size.widthPx + 2 * MARGIN_PX;
  const place = { widthPx, direction: text.direction };
  const title = placeTexts([text.title], MARGIN_PX, TITLE, { ...place, id: 'title' });
  const chartTop = title.bottom + 8;
  const notes = placeTexts(text.notes, chartTop + plan.heightPx + 12, NOTE, place);
  const heightPx = Math.ceil(notes.bottom + MARGIN_PX);
  return (
    <SvgFile
      widthPx={widthPx}
      heightPx={heightPx}
      language={text.language}
      labelledBy="title"
      fontSize={FONT_PX}
    >
      {title.elements}
      <Marks
        marks={plan.marks}
        hatchId="hatch"
        paint={paintOf}
        transform={`translate(${MARGIN_PX} ${chartTop})`}
      />
      {notes.elements}
    </SvgFile>
  );
}

/** Texts from `top` down, each over as many lines as it takes, at the side where a reader of the language begins. */
function placeTexts(
  texts: readonly string[],
  top: number,
  { sizePx, linePx, paint }: { sizePx: number; linePx: number; paint: Paint },
  { widthPx, direction, id }: { widthPx: number; direction: 'ltr' | 'rtl'; id?: string },
) {
  const isRtl = direction === 'rtl';
  const x = isRtl ? widthPx - MARGIN_PX : MARGIN_PX;
  const side: Paint = isRtl ? { textAnchor: 'end' } : {};
  // `wrapText` measures at the size of a chart's text.
  const roomPx = ((widthPx - 2 * MARGIN_PX) * FONT_PX) / sizePx;
  let bottom = top;
  const elements = texts.map((text) => {
    const lines = withBlanks(text, wrapText(text, roomPx)).map((line) => {
      bottom += linePx;
      const y = Math.round((bottom - linePx + sizePx) * 10) / 10;
      return createElement('tspan', { key: y, x, y }, inOrder(line));
    });
    return (
      <text key={bottom} id={id} {...side} fontSize={sizePx} {...paint}>
        {lines}
      </text>
    );
  });
  return { elements, bottom };
}
