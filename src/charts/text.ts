/** How wide text is, roughly, without a font: enough to choose a side, a line break or to leave a label out. */

/** Size of every text in a picture, in px; the style sheet sets the same. */
const FONT_PX = 13;
export const LINE_PX = 17;

/** Shares of the font's size, by kind of character; the first that fits. */
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u, 1],
  [/[MWmw@%\u2014]/u, 0.88],
  [/[ .,:;'|!ijltfr()\u2019]/u, 0.36],
  [/\p{Lu}/u, 0.68],
];
const OTHER_SHARE = 0.57;

/** Width in px at `FONT_PX`, on the generous side of common system fonts. */
export function textWidth(text: string): number {
  return [...text.replace(/\p{Cf}/gu, '')].reduce(
    (width, character) => width + shareOfEm(character) * FONT_PX,
    0,
  );
}

function shareOfEm(character: string): number {
  return SHARES.find(([kind]) => kind.test(character))?.[1] ?? OTHER_SHARE;
}

/**
 * A text as a picture prints it. Pictures run from left to right in every language; a text in a script that runs the other
 * way stands between Unicode's marks of isolation (UAX #9), or its stops and ids would stand at the wrong end.
 */
export function inOrder(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? `\u2067${text}\u2069` : text;
}

/**
 * Breaks at spaces so that no line is wider than `widthPx`, unless a single word is. A number stays with the
 * words beside it: `17 April 2025`, `fewer than 11`.
 */
export function wrapText(text: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const part of unbroken(text)) {
    const last = lines.at(-1);
    if (last === undefined || textWidth(`${last} ${part}`) > widthPx) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines;
}

/** Words, those beside a number with it. */
function unbroken(text: string): string[] {
  const hasNumber = (word = '') => /\p{N}/u.test(word);
  const words = text.split(' ');
  const parts: string[] = [];
  for (const [at, word] of words.entries()) {
    const isBound = at > 0 && (hasNumber(words[at - 1]) || hasNumber(word));
    if (isBound) parts.push(`${parts.pop()} ${word}`);
    else parts.push(word);
  }
  return parts;
}
