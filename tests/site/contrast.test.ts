// The colours of the style sheet by WCAG 2.2: text 4.5 to 1 (1.4.3), marks and borders of controls 3 to 1 (1.4.11), by day and by night.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/program/contrast.ts';
import { GROUNDS } from '../../src/program/look.ts';
import { listTokens } from '../../src/site/frame/tokens.ts';

const SHEET = readFileSync('src/styles/tokens.css', 'utf8');
const [day = '', night = ''] = SHEET.split('@media (prefers-color-scheme: dark)');

type Colours = ReadonlyMap<string, string>;

function coloursIn(css: string): [string, string][] {
  return [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]);
}

const DAY: Colours = new Map(coloursIn(day));
const NIGHT: Colours = new Map([...DAY, ...coloursIn(night)]);

/** Of two colours by their names. */
function contrastIn(colours: Colours, one: string, other: string): number {
  return contrast(colours.get(one) ?? '', colours.get(other) ?? '');
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
    expect(contrastIn(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)('%s on %s can be seen: 3 to 1', (mark, ground) => {
    expect(contrastIn(colours, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('contrast of black and white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('the grounds against which the colours of a city are held are those of the sheet', () => {
  const grounds = (colours: Colours) => ['paper', 'panel'].map((name) => colours.get(name));
  expect(GROUNDS).toEqual({ day: grounds(DAY), night: grounds(NIGHT) });
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
