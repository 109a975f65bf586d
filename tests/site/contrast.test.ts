// The colours of the style sheet by WCAG 2.2: text 4.5 to 1 (1.4.3), marks and borders of controls 3 to 1 (1.4.11), by day and by night.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listTokens } from '../../src/site/tokens.ts';

const SHEET = readFileSync('src/styles/tokens.css', 'utf8');
const [day = '', night = ''] = SHEET.split('@media (prefers-color-scheme: dark)');

type Colours = ReadonlyMap<string, string>;

function coloursIn(css: string): [string, string][] {
  return [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]);
}

const DAY: Colours = new Map(coloursIn(day));
const NIGHT: Colours = new Map([...DAY, ...coloursIn(night)]);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(colours: Colours, one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(colours.get(name) ?? ''))
    .sort((first, second) => second - first);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  ...['ink', 'muted', 'link'].flatMap((text) => [
    [text, 'paper'],
    [text, 'panel'],
  ]),
  ['on-sun', 'sun'],
] as [string, string][];
const MARKS = ['sa', 'sb', 'sc', 'sd', 'se', 'sf', 'sg', 'hatch', 'muted'].map(
  (mark) => [mark, 'paper'] as const,
);

describe.each([
  ['day', DAY],
  ['night', NIGHT],
])('the colours of %s', (_, colours) => {
  test.each(TEXT)('%s on %s can be read: 4.5 to 1', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)('%s on %s can be seen: 3 to 1', (mark, ground) => {
    expect(contrast(colours, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('contrast of black and white is 21 to 1', () => {
  const both = new Map([
    ['black', '#000000'],
    ['white', '#ffffff'],
  ]);
  expect(contrast(both, 'black', 'white')).toBeCloseTo(21, 5);
});

test('listTokens names every colour of the sheet, and its sizes and spaces', () => {
  const { colours, sizes, spaces } = listTokens();
  expect(colours).toEqual([...DAY.keys()]);
  expect(sizes).toEqual(['small', 'body', 'large', 'lead', 'heading', 'title']);
  expect(spaces).toEqual(['space', 'gutter', 'width', 'text']);
});

test('every colour of the sheet is under one of these rules, or draws no mark and no text', () => {
  const ruled = new Set([...TEXT, ...MARKS].flat());
  expect([...DAY.keys()].filter((name) => !ruled.has(name))).toEqual(['rule']);
});
