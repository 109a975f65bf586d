/** A picture that travels alone: valid XML, no style sheet, no script, nothing to load; light colours on paper. */
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { COLOURS } from '../paint.ts';

const FONTS = "'Noto Sans', 'Noto Sans SC', 'Noto Sans Arabic', 'Segoe UI', Roboto, Arial, sans-serif";

/** SVG text with its XML declaration. */
export function printSvg(file: ReactElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(file)}\n`;
}

interface Props {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly language: string;
  /** The id of the text inside that is its name. */
  readonly labelledBy: string;
  /** Of texts that say no other. */
  readonly fontSize?: number;
  readonly children: ReactNode;
}

/** The paper, and all that is drawn on it. */
export function SvgFile({ widthPx, heightPx, language, labelledBy, fontSize, children }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the text that it shows is its name
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      xmlLang={language}
      direction="ltr"
      role="img"
      aria-labelledby={labelledBy}
      fontFamily={FONTS}
      fontSize={fontSize}
      fill={COLOURS.ink}
    >
      <rect width={widthPx} height={heightPx} fill={COLOURS.paper} />
      {children}
    </svg>
  );
}
