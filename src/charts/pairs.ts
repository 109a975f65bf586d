/**
 * Per channel two bars: the people it served, and those of whom the city still has records. The order and
 * the words at the end of each bar tell them apart as well as the colour.
 *
 *   Online
 *   |##########  2,717 people served
 *   |##########  2,717 records kept
 */
import { BAR_PX, figureRoom, highestOf, placeBar } from './bars.ts';
import { drawSizes, type Plan, placeHeading, type Size } from './drawing.ts';
import { gapItems, placeKey } from './key.ts';
import { type ChartFrame, type ChartPair, type Drawing, gapOf, type SpokenGap } from './points.ts';
import type { Mark } from './svg.ts';
import { LINE_PX, textWidth } from './text.ts';

/** What the two bars of every row count, as printed after their figures. */
export interface PairWords {
  readonly served: string;
  readonly kept: string;
}

export function drawPairs(frame: ChartFrame, rows: readonly ChartPair[], words: PairWords): Drawing {
  return drawSizes(
    frame,
    rows.flatMap((row) => spokenGaps(row, words)),
    (size) => planPairs(frame, rows, words, size),
  );
}

function spokenGaps({ label, served, kept }: ChartPair, words: PairWords): SpokenGap[] {
  const named = [
    { gap: gapOf(served), where: `${label}, ${words.served}` },
    { gap: gapOf(kept), where: `${label}, ${words.kept}` },
  ];
  return named.flatMap(({ gap, where }) => (gap === null ? [] : [{ gap, where }]));
}

function planPairs(frame: ChartFrame, rows: readonly ChartPair[], words: PairWords, size: Size): Plan {
  const isPhone = size.name === 'phone';
  const points = rows.flatMap(({ served, kept }) => [served, kept]);
  const left = isPhone
    ? 0
    : Math.min(220, Math.max(0, ...rows.map(({ label }) => textWidth(label) * 1.1)) + 12);
  const room = figureRoom(points, (point) =>
    rows.some(({ kept }) => kept === point) ? words.kept : words.served,
  );
  const track = { left, width: size.widthPx - left - room, highest: highestOf(points) };
  const heading = placeHeading(frame, size);
  const labelPx = isPhone ? LINE_PX + 2 : 0;
  const rowPx = labelPx + 2 * BAR_PX + 22;
  const marks = rows.flatMap(({ label, served, kept }, position): Mark[] => {
    const y = heading.heightPx + position * rowPx;
    const barY = y + labelPx;
    return [
      {
        kind: 'words',
        style: 'label',
        x: isPhone ? 0 : left - 8,
        y: y + 12.5,
        anchor: isPhone ? 'start' : 'end',
        text: label,
      },
      ...placeBar(frame, served, 'sa', { ...track, y: barY, words: words.served }),
      ...placeBar(frame, kept, 'sb', { ...track, y: barY + BAR_PX + 3, words: words.kept }),
      { kind: 'line', style: 'axis', x1: left, y1: barY - 2, x2: left, y2: barY + 2 * BAR_PX + 5 },
    ];
  });
  const bottom = heading.heightPx + rows.length * rowPx;
  const key = placeKey(gapItems(frame, points), bottom, size.widthPx);
  return { marks: [...heading.marks, ...marks, ...key.marks], heightPx: bottom + key.heightPx };
}
