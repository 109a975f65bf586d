/**
 * Bars that may end anywhere within a range: full up to the least, hatched from there to the most. Rows stand in groups
 * under a heading, all on one scale; a group that counts nobody says so in words.
 *
 *   Today's rules
 *   June 2025   |##########  9,422
 *   June 2026   |######///   5,100 to 6,000
 *   Destroyed when the card is printed: no records
 */

import type { Figure } from '../model/figure.ts';
import { BAR_PX } from './bars.ts';
import { drawSizes, placeHeading } from './drawing.ts';
import { type KeyItem, placeKey } from './key.ts';
import type { Mark, Plan, Size } from './marks.ts';
import type { ChartFrame, Drawing, Separators } from './points.ts';
import { LINE_PX, textWidth } from './text.ts';

interface RangeRow {
  /** The day: `June 2026`. */
  readonly label: Figure;
  readonly least: number;
  /** Null where nothing limits it. */
  readonly most: number | null;
  /** Null where there is nobody to count. */
  readonly figures: { readonly least: Figure; readonly most: Figure | null } | null;
}

export interface RangeGroup {
  readonly label: string;
  readonly rows: readonly RangeRow[];
}

/** Words between the two figures of a range, for one without an end, and for nobody. */
export interface RangeWords {
  readonly to: string;
  readonly orMore: string;
  readonly none: string;
}

const ROW_PX = BAR_PX + 7;

export function drawRanges(frame: ChartFrame, groups: readonly RangeGroup[], words: RangeWords): Drawing {
  const hidden = groups.flatMap(({ label, rows }) =>
    rows.some(({ least, most }) => most !== least) ? [{ gap: 'hidden' as const, where: label }] : [],
  );
  return drawSizes(frame, hidden, (size) => planRanges(frame, groups, words, size));
}

function planRanges(frame: ChartFrame, groups: readonly RangeGroup[], words: RangeWords, size: Size): Plan {
  const heading = placeHeading(frame, size);
  const rows = groups.flatMap((group) => group.rows);
  const left = Math.max(0, ...rows.map(({ label }) => textWidth(label.text))) * 1.05 + 12;
  const highest = Math.max(1, ...rows.map(({ least, most }) => most ?? least));
  const room = Math.max(0, ...rows.map((row) => textWidth(rowText(row, words)))) + 12;
  const unitPx = Math.max(0, size.widthPx - left - room) / highest;
  let y = heading.heightPx;
  const marks = groups.flatMap((group): Mark[] => {
    const placed = placeGroup(group, words, frame.separators, { y, left, unitPx, openPx: highest * unitPx });
    y += placed.heightPx;
    return [...placed.marks];
  });
  const isHidden = rows.some(({ least, most }) => most !== least);
  const items: KeyItem[] = isHidden ? [{ style: 'hidden', label: frame.hiddenLabel }] : [];
  const key = placeKey(items, y, size.widthPx);
  return { marks: [...heading.marks, ...marks, ...key.marks], heightPx: y + key.heightPx };
}

/** What stands behind a bar, to make room for it. */
function rowText({ figures, least, most }: RangeRow, { to, orMore, none }: RangeWords): string {
  if (figures === null) return none;
  if (most === null) return `${figures.least.text} ${orMore}`;
  return most === least ? figures.least.text : `${figures.least.text} ${to} ${figures.most?.text ?? ''}`;
}

interface Place {
  readonly y: number;
  readonly left: number;
  readonly unitPx: number;
  /** Where a bar without an end stops. */
  readonly openPx: number;
}

function placeGroup(
  { label, rows }: RangeGroup,
  words: RangeWords,
  { colon }: Separators,
  place: Place,
): Plan {
  const isNobody = rows.every(({ figures }) => figures === null);
  const heading: Mark = {
    kind: 'words',
    style: 'label',
    x: 0,
    y: place.y + 13,
    anchor: 'start',
    text: isNobody ? label + colon + words.none : label,
  };
  if (isNobody) return { marks: [heading], heightPx: LINE_PX + 12 };
  const top = place.y + LINE_PX + 4;
  const marks = rows.flatMap((row, at) => placeRow(row, words, { ...place, y: top + at * ROW_PX }));
  const bottom = top + rows.length * ROW_PX;
  const { left } = place;
  const axis: Mark = { kind: 'line', style: 'axis', x1: left, y1: top - 2, x2: left, y2: bottom - 4 };
  return { marks: [heading, ...marks, axis], heightPx: bottom - place.y + 14 };
}

function placeRow(row: RangeRow, words: RangeWords, { y, left, unitPx, openPx }: Place): Mark[] {
  const { label, least, most, figures } = row;
  const name: Mark = {
    kind: 'figure',
    x: left - 8,
    y: y + 12.5,
    anchor: 'end',
    figure: label,
    words: '',
    isQuiet: true,
  };
  const text = { y: y + 12.5, anchor: 'start' } as const;
  if (figures === null)
    return [name, { ...text, kind: 'words', style: 'gap', x: left + 6, text: words.none }];
  const sure = Math.max(1.5, least * unitPx);
  const end = Math.max(sure, most === null ? openPx : most * unitPx);
  const bar = (style: string, x: number, width: number): Mark => ({
    kind: 'rect',
    style,
    x,
    y,
    width,
    height: BAR_PX,
  });
  return [
    name,
    bar('bar sb', left, sure),
    ...(end > sure ? [bar(most === null ? 'hidden' : 'hidden closed', left + sure, end - sure)] : []),
    ...placeFigures(row, figures, words, { ...text, x: left + end + 6 }),
  ];
}

function placeFigures(
  { least, most }: RangeRow,
  figures: NonNullable<RangeRow['figures']>,
  words: RangeWords,
  at: { readonly x: number; readonly y: number; readonly anchor: 'start' },
): Mark[] {
  const first = figures.least;
  if (most === null) return [{ ...at, kind: 'figure', figure: first, words: words.orMore }];
  if (most === least || figures.most === null) return [{ ...at, kind: 'figure', figure: first, words: '' }];
  const x = at.x + textWidth(`${first.text} ${words.to} `) * 1.05;
  return [
    { ...at, kind: 'figure', figure: first, words: words.to },
    { ...at, x, kind: 'figure', figure: figures.most, words: '' },
  ];
}
