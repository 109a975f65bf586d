/**
 * What a page looks like where somebody passes on its address: a picture of 1.91 to 1 with the one thing that the page
 * says, whose it is, and the mark of the site.
 *
 *   mark, site                 program
 *   The finding, as large as it fits
 *   the page and where its figures come from; a band where they are invented
 */
import { COLOURS } from '../paint.ts';
import { FONT_PX, inOrder, withBlanks, wrapText } from '../text.ts';
import { printSvg, SvgFile } from './svg-file.tsx';

export interface PreviewText {
  readonly site: string;
  readonly program: string;
  readonly finding: string;
  readonly foot: string;
  /** Said of an invented program; empty for a real one. */
  readonly invented: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const WIDTH_PX = 800;
const HEIGHT_PX = 420;
const MARGIN_PX = 44;
/** Above and below the finding. */
const HEAD_PX = 96;
const FOOT_PX = 96;
const BAND_PX = 40;
const SIZES_PX = [44, 38, 32, 27, 23, 19] as const;
const LINE = 1.25;

/** SVG text with its XML declaration. */
export function printPreview(text: PreviewText): string {
  return printSvg(<PreviewFile text={text} />);
}

function PreviewFile({ text }: { readonly text: PreviewText }) {
  const isRtl = text.direction === 'rtl';
  const [start, end] = isRtl ? [WIDTH_PX - MARGIN_PX, MARGIN_PX] : [MARGIN_PX, WIDTH_PX - MARGIN_PX];
  const atStart = { x: start, textAnchor: isRtl ? 'end' : 'start' } as const;
  const atEnd = { x: end, textAnchor: isRtl ? 'start' : 'end' } as const;
  const mark = isRtl ? start - 28 : start;
  const isInvented = text.invented !== '';
  return (
    <SvgFile widthPx={WIDTH_PX} heightPx={HEIGHT_PX} language={text.language} labelledBy="finding">
      <Mark x={mark} y={40} />
      <text {...atStart} x={isRtl ? start - 40 : start + 40} y={63} fontSize={24} fontWeight={700}>
        {inOrder(text.site)}
      </text>
      <text {...atEnd} y={62} fontSize={20} fill={COLOURS.muted}>
        {inOrder(text.program)}
      </text>
      <Finding finding={text.finding} place={atStart} />
      <text {...atStart} y={HEIGHT_PX - (isInvented ? BAND_PX + 22 : 40)} fontSize={17} fill={COLOURS.muted}>
        {inOrder(text.foot)}
      </text>
      {isInvented && (
        <g>
          <rect y={HEIGHT_PX - BAND_PX} width={WIDTH_PX} height={BAND_PX} fill={COLOURS.sun} />
          <text {...atStart} y={HEIGHT_PX - 14} fontSize={17} fontWeight={700}>
            {inOrder(text.invented)}
          </text>
        </g>
      )}
    </SvgFile>
  );
}

/** A square, half of it clear, half hatched. */
function Mark({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} fill="none" stroke={COLOURS.ink}>
      <rect x={1.5} y={1.5} width={25} height={25} strokeWidth={3} />
      <path d="M14 10l7-7M14 18l12-12M14 25l12-12M20 26l6-6" strokeWidth={2} />
    </g>
  );
}

interface Place {
  readonly x: number;
  readonly textAnchor: 'start' | 'end';
}

/** In the largest size in which it fits, or in the smallest. */
function Finding({ finding, place }: { readonly finding: string; readonly place: Place }) {
  const { sizePx, lines } = fitted(finding);
  return (
    <text id="finding" {...place} fontSize={sizePx} fontWeight={700}>
      {withBlanks(finding, lines).map((line, at) => (
        <tspan key={line} x={place.x} y={Math.round(HEAD_PX + sizePx + at * sizePx * LINE)}>
          {inOrder(line)}
        </tspan>
      ))}
    </text>
  );
}

/** Whether the picture has room for a finding. */
export function fitsPreview(finding: string): boolean {
  return fitted(finding).isWhole;
}

function fitted(finding: string) {
  const tries = SIZES_PX.map((sizePx) => {
    const lines = wrapText(finding, ((WIDTH_PX - 2 * MARGIN_PX) * FONT_PX) / sizePx);
    const most = Math.floor((HEIGHT_PX - HEAD_PX - FOOT_PX) / (sizePx * LINE));
    return { sizePx, lines, isWhole: lines.length <= most };
  });
  return tries.find(({ isWhole }) => isWhole) ?? (tries.at(-1) as (typeof tries)[number]);
}
