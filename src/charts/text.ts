/** How wide text is, roughly, without a font: enough to choose a side, a line break or to leave a label out. */

/** Size of every text in a picture, in px; the style sheet sets the same. */
export const FONT_PX = 13;
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
  return RIGHT_TO_LEFT.test(text) ? `\u2067${text}\u2069` : text;
}

/** The same for a figure and the words after it, which are one text in two voices: the figure is read first. */
export function inOrderTogether(figure: string, words: string): [figure: string, words: string] {
  return RIGHT_TO_LEFT.test(words) ? [`\u2067${figure}`, ` ${words}\u2069`] : [figure, ` ${words}`];
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Breaks at spaces, and between characters of a script that has none, so that no line is wider than `widthPx`, unless a
 * single part is. A number stays with what is beside it: `April 17, 2025`, `fewer than 11`, `4月`.
 */
export function wrapText(text: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const { part, glue } of unbroken(text).flatMap(unspaced)) {
    const last = lines.at(-1);
    if (last === undefined || textWidth(last + glue + part) > widthPx) lines.push(part);
    else lines[lines.length - 1] = last + glue + part;
  }
  return lines;
}

/** Lines as they stand in the text: a blank at which it was broken stays, and none is added where it has none. */
export function withBlanks(text: string, lines: readonly string[]): string[] {
  let end = 0;
  return lines.map((line) => {
    end = text.indexOf(line, end) + line.length;
    return text[end] === ' ' ? `${line} ` : line;
  });
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

/**
 * A Chinese character, or other letters and figures with the one after them, each with the stops that may not begin a line
 * and the brackets that may not end one (W3C, Requirements for Chinese Text Layout, section 3.1.5).
 */
const UNSPACED =
  /[（「『《“‘]*(?:[^\p{Script=Han}（「『《“‘，。、；：？！）」』》”’]+\p{Script=Han}?|\p{Script=Han})[，。、；：？！）」』》”’]*/gu;

/** The parts of a word between which a line may break; what joins each to the one before. */
function unspaced(word: string): { part: string; glue: string }[] {
  const parts = /\p{Script=Han}/u.test(word) ? (word.match(UNSPACED) ?? [word]) : [word];
  return parts.map((part, at) => ({ part, glue: at === 0 ? ' ' : '' }));
}
