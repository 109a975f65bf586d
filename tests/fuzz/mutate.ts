// Seeded damage, as exports, spreadsheets, editors and disks do it: the same seed makes the same bytes everywhere.

export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  readonly roll: (below: number) => number;
}

/** Mulberry32. */
export function openDice(seed: number): Dice {
  let state = seed >>> 0;
  return {
    roll: (below) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
  };
}

type Damage = (text: string, dice: Dice, words: readonly string[]) => string;

const lineEnds = (text: string, end: string) => text.replaceAll('\n', end);

/** A piece of the text, from one place to another. */
function span(text: string, dice: Dice): [number, number] {
  const start = dice.roll(text.length + 1);
  return [start, Math.min(text.length, start + dice.roll(24))];
}

function atLine(
  text: string,
  dice: Dice,
  change: (line: string, lines: string[], at: number) => string[],
): string {
  const lines = text.split('\n');
  const at = dice.roll(lines.length);
  return lines.toSpliced(at, 1, ...change(lines[at] ?? '', lines, at)).join('\n');
}

function transposed(text: string): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? '').join(',')).join('\n');
}

const SPOILS = [
  '\uFEFF',
  '\0',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  ' ',
  '-',
  '<11',
  '*',
  'NA',
  '1e9',
  '2024-13',
  'Jan-24',
  '1/2/2024',
  '45292',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\uD800',
  '\uFFFD',
  'é',
  '_T',
  '..',
  '=1+1',
  '__proto__',
  'constructor',
  'null',
  '[]',
  '\u202E',
];

const DAMAGES: readonly Damage[] = [
  (text, dice) => {
    const [from, to] = span(text, dice);
    return text.slice(0, from) + text.slice(to);
  },
  (text, dice, words) => {
    const [at] = span(text, dice);
    return text.slice(0, at) + (words[dice.roll(words.length)] ?? '') + text.slice(at);
  },
  (text, dice) => {
    const [from, to] = span(text, dice);
    return text.slice(0, from) + (SPOILS[dice.roll(SPOILS.length)] ?? '') + text.slice(to);
  },
  (text, dice) => {
    const [from, to] = span(text, dice);
    const at = dice.roll(text.length + 1);
    return text.slice(0, at) + text.slice(from, to) + text.slice(at);
  },
  (text, dice) => atLine(text, dice, (line) => [line, line]),
  (text, dice) => atLine(text, dice, () => []),
  (text, dice) => atLine(text, dice, (line, lines) => [lines[dice.roll(lines.length)] ?? '', line]),
  (text, dice) => atLine(text, dice, (line) => [line.toUpperCase()]),
  (text, dice) => atLine(text, dice, (line) => [`${line},,`]),
  (text) => lineEnds(text, '\r'),
  (text) => lineEnds(text, '\r\n'),
  (text) => text.split('\n').slice(1).join('\n'),
  (text, dice) => text.replaceAll(',', [';', '\t', '|', ', '][dice.roll(4)] ?? ';'),
  (text) => text + text,
  transposed,
  (text, dice) => text.slice(0, dice.roll(text.length + 1)),
  () => '',
];

/** The bytes of a text after one to four damages, and now and then in another encoding or with a wrong byte. */
export function damage(text: string, dice: Dice, words: readonly string[]): Uint8Array {
  let damaged = text;
  for (let left = 1 + dice.roll(4); left > 0; left -= 1)
    damaged = (DAMAGES[dice.roll(DAMAGES.length)] ?? transposed)(damaged, dice, words);
  const kind = dice.roll(12);
  if (kind === 0) return Buffer.from(`\uFEFF${damaged}`, 'utf16le');
  if (kind === 1) return Buffer.from(damaged, 'utf16le');
  const bytes = Buffer.from(damaged, kind === 2 ? 'latin1' : 'utf8');
  if (kind === 3 && bytes.length > 0) bytes[dice.roll(bytes.length)] = dice.roll(256);
  return bytes;
}
