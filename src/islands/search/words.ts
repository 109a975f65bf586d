/** How the search takes texts and questions apart: into words as they are typed, whatever their marks, joints and digits. */

/** Stands for a decimal sign, so that `3.1` is not `31`. */
const DECIMAL = '\u00b7';

/** Letters whose mark is a part of them, which Unicode does not take apart, and what people type for them. */
const WITHOUT_MARK: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
};
const MARKED = new RegExp(`[${Object.keys(WITHOUT_MARK).join('')}]`, 'gu');

/**
 * Lower case, without the marks of letters, in Western digits: `Łódź` is found by `lodz`. Thousands stand without their
 * sign; a comma before fewer than three digits is a decimal sign, as Polish has it.
 */
export function plain(text: string): string {
  return text
    .replace(/(\p{N})[\u00a0\u202f](?=\p{N}{3}(?!\p{N}))/gu, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)[.,](?=\d)/g, `$1${DECIMAL}`)
    .toLowerCase()
    .replace(MARKED, (letter) => WITHOUT_MARK[letter] ?? letter);
}

/** What joins the parts of a code. */
const JOINT = /[\p{Pd}_./,:]+/u;
const HAN = /\p{Script=Han}/u;
const SPACE = new RegExp(`[^\\p{L}\\p{N}\\p{Pd}_./,:${DECIMAL}]+`, 'u');
/** A code of more parts is found by each part, and whole. */
const MOST_PARTS = 6;

/**
 * The words of a text. A code is found by each of its parts and by those that follow each other without their joints:
 * `cubes/cards-issued.csv` by `cardsissued`. Chinese writes no blanks: its words are single characters and pairs.
 */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(SPACE)
    .flatMap((word) => (HAN.test(word) ? hanWords(word) : runsOf(word)));
}

function runsOf(word: string): string[] {
  const parts = partsOf(word);
  if (parts.length > MOST_PARTS) return [parts.join(''), ...parts];
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_, at) => parts.slice(from, from + at + 1).join('')),
  );
}

function partsOf(word: string): string[] {
  return word.split(JOINT).filter(Boolean);
}

function hanWords(word: string): string[] {
  return word.split(/(\p{Script=Han}+)/u).flatMap((part) => {
    if (!HAN.test(part)) return runsOf(part);
    const characters = [...part];
    return characters.flatMap((one, at) => {
      const next = characters[at + 1];
      return next === undefined ? [one] : [one, one + next];
    });
  });
}

/** The words of a question, each whole: a code without its joints, Chinese in pairs. */
export function askedWords(text: string): string[] {
  const words = plain(text)
    .split(SPACE)
    .flatMap((word) => (HAN.test(word) ? word.split(/(\p{Script=Han}+)/u) : [word]));
  return words.flatMap(askedParts).filter(Boolean);
}

function askedParts(part: string): string[] {
  const characters = [...part];
  if (!HAN.test(part) || characters.length < 2) return [partsOf(part).join('')];
  return characters.slice(1).map((one, at) => (characters[at] ?? '') + one);
}
