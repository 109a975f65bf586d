// Tiny charts with every kind of gap, and what a test can ask of their SVG.

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Picture } from '../../src/charts/Picture.tsx';
import type { ChartFrame, ChartPoint, ChartSeries, Drawing } from '../../src/charts/points.ts';
import type { Figure, Origin } from '../../src/figures/figure.ts';
import type { Status } from '../../src/program/cell.ts';

export const frame: ChartFrame = {
  id: 'cards',
  title: 'Cards by month',
  summary: 'It rises.',
  unit: 'Cards per month',
  language: 'en',
  direction: 'ltr',
  separators: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.' },
  invented: null,
  hiddenLabel: 'Hidden to protect people',
  notAvailableLabel: 'Not available',
  notApplicableLabel: 'Not applicable',
  partialLabel: 'Part of a year',
};

/** `1200` is published, `c`, `x` and `z` are gaps. */
export type Given = number | 'c' | 'x' | 'z';

export function point(x: string, given: Given, xLabel = x): ChartPoint {
  const status: Status = typeof given === 'number' ? '' : given;
  if (typeof given !== 'number') return { x, xLabel, value: null, figure: null, status, note: '' };
  const origin: Origin = {
    kind: 'cells',
    program: 'tiny',
    release: '2025-Q2',
    formula: 'count',
    cells: [`cards|${x}`],
    decimals: 0,
  };
  return { x, xLabel, value: given, figure: { text: given.toLocaleString('en'), origin }, status, note: '' };
}

/** Months from January 2024 on. */
export function monthly(
  id: string,
  given: readonly Given[],
  kind: ChartSeries['kind'] = 'flow',
): ChartSeries {
  const points = given.map((one, month) => {
    const x = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return point(x, one);
  });
  return { id, label: id, kind, points };
}

/** Years from 2020 on. */
export function yearly(id: string, given: readonly Given[]): ChartSeries {
  return { id, label: id, kind: 'flow', points: given.map((one, year) => point(String(2020 + year), one)) };
}

/** The same point with a count beside the status that hides it, as a careless caller might pass it. */
export function withSecret(hidden: ChartPoint, secret: number): ChartPoint {
  return hidden.value === null
    ? { ...hidden, value: secret, figure: point('secret', secret).figure }
    : hidden;
}

/** A drawing as a page prints it, with the figures and ticks among its marks in order. */
export function print(drawing: Drawing): {
  readonly svg: string;
  readonly figures: readonly Figure[];
  readonly ticks: readonly string[];
} {
  const marks = drawing.plans.flatMap((plan) => plan.marks);
  return {
    svg: renderToStaticMarkup(createElement(Picture, { drawing })),
    figures: marks.flatMap((mark) => (mark.kind === 'figure' ? [mark.figure] : [])),
    ticks: marks.flatMap((mark) => (mark.kind === 'tick' ? [mark.text] : [])),
  };
}

/** One element per line, so that a changed picture is a readable difference. */
export function lines(svg: string): string {
  return svg.replaceAll(/><\/(?:rect|path|line|circle)>/g, '/>').replaceAll('><', '>\n<');
}

/** Texts of the figures that an SVG prints, in order. */
export function printedFigures(svg: string): string[] {
  return [...svg.matchAll(/<text class="figure"[^>]*>([^<]*)/g)].map(([, text = '']) => text);
}

export function printedTicks(svg: string): string[] {
  return [...svg.matchAll(/<text class="tick"[^>]*>([^<]*)/g)].map(([, text = '']) => text);
}

export interface Drawn {
  readonly style: string;
  readonly width: number;
  readonly height: number;
}

/** Every rectangle with its style and size. */
export function rectangles(svg: string): Drawn[] {
  return [...svg.matchAll(/<rect class="([^"]*)" x="[^"]*" y="[^"]*" width="([^"]*)" height="([^"]*)"/g)].map(
    ([, style = '', width, height]) => ({ style, width: Number(width), height: Number(height) }),
  );
}

const TOKEN =
  /<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#x27);[^"<>&]*)*")*)(\/?)>|((?:[^<>&]|&(?:amp|lt|gt|quot|#x27);)+)/y;

/** What keeps a text from being well-formed XML, or empty. Knows what charts print: no comments, no declarations. */
export function xmlFault(svg: string): string {
  const open: string[] = [];
  let at = 0;
  while (at < svg.length) {
    TOKEN.lastIndex = at;
    const [all = '', end, name = '', attributes = '', selfClosing] = TOKEN.exec(svg) ?? [];
    if (all === '') return `not a tag or text: ${svg.slice(at, at + 40)}`;
    const names = [...attributes.matchAll(/ ([a-zA-Z:-]+)=/g)].map(([, key]) => key);
    if (new Set(names).size < names.length) return `an attribute twice: ${all}`;
    if (end === '/' && open.pop() !== name) return `closes what is not open: ${all}`;
    if (name !== '' && end === '' && selfClosing === '') open.push(name);
    at += all.length;
  }
  return open.length > 0 ? `never closed: ${open.join(' ')}` : '';
}
