// A picture that travels alone: valid, complete, in the colours of the pages.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printPicture } from '../../../src/charts/files/picture-file.tsx';
import { COLOURS } from '../../../src/charts/paint.ts';
import { drawTimeSeries } from '../../../src/charts/series/time-series.ts';
import { frame, lines, monthly, xmlFault } from '../chart-data.ts';

const TEXT = {
  title:
    'Cards issued & handed out, January 2025: highest published count, over more than one line of <text>',
  notes: ['Hatched: hidden to protect people.', 'Source: the city.'],
  language: 'en',
  direction: 'ltr',
} as const;

const pictureOf = (text: Parameters<typeof printPicture>[1]): string => {
  const given = [40, 'c', 60, 'x', 0, 'z', 12] as const;
  const { plans } = drawTimeSeries(
    { ...frame, invented: 'Invented figures' },
    [monthly('cards', given)],
    [{ x: '2024-03', label: 'Portal opens' }],
  );
  const wide = plans.find(({ size }) => size.name === 'wide');
  if (wide === undefined) throw new Error('no wide drawing');
  return printPicture(wide, text);
};

test('printPicture of a chart: title, drawing and notes, with every style as an attribute', () => {
  expect(lines(pictureOf(TEXT))).toMatchSnapshot();
});

test('printPicture gives valid XML that loads, runs and styles nothing', () => {
  const picture = pictureOf(TEXT);
  expect(xmlFault(picture.replace(/^<\?xml[^>]*\?>\n/, ''))).toBe('');
  expect(picture).not.toMatch(/<(?:style|script|image|foreignObject|a)\b|style=|href=|var\(/);
});

test('printPicture for readers from right to left begins lines on the right', () => {
  expect(pictureOf({ ...TEXT, direction: 'rtl' })).toMatch(/<text text-anchor="end"[^>]*><tspan x="760"/);
  const arabic = pictureOf({ ...TEXT, title: 'البطاقات (2025).', direction: 'rtl' });
  expect(arabic).toContain('>\u2067البطاقات (2025).\u2069</tspan>');
});

test('COLOURS are the light ones of the style sheet', () => {
  const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
  const light = new Map(
    [...tokens.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)]
      .reverse()
      .map(([, name = '', colour = '']) => [name, colour]),
  );
  for (const [name, colour] of Object.entries(COLOURS))
    expect([name, light.get(name)]).toEqual([name, colour]);
});
