/** How wide text is, roughly, without a font: enough to choose a side, a line break or to leave a label out. */

/** Size of every text in a picture, in px; the style sheet sets the same. */
export const FONT_PX = 13;
export const LINE_PX = 17;

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
const NARROW = /[ .,:;'|!ijlt()\u2019]/u;
const CAPITAL = /[A-ZM\u2014%]/u;

/** Width in px at `FONT_PX`, on the generous side of common system fonts. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + shareOfEm(character) * FONT_PX, 0);
}

function shareOfEm(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.34;
  return CAPITAL.test(character) ? 0.7 : 0.58;
}

/**
 * Breaks at spaces so that no line is wider than `widthPx`, unless a single word is. A number stays with the
 * words beside it: `17 April 2025`, `fewer than 11`.
 */
export function wrapText(text: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<!\p{N}\S*) (?!\S*\p{N})/u)) {
    const last = lines.at(-1);
    if (last === undefined || textWidth(`${last} ${word}`) > widthPx) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
