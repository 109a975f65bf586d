/**
 * Per channel two bars: the people it served, and those of whom the city still has records. The order and
 * the words at the end of each bar tell them apart as well as the colour.
 *
 *   Online
 *   |##########  2,717 people served
 *   |##########  2,717 records kept
 */
import { BAR_PX, besideWidth, placeBar, placeName, trackFor } from './bars.ts';
import { drawSizes, type Plan, placeHeading, type Size } from './drawing.ts';
import { gapItems, placeKey } from './key.ts';
import { type ChartFrame, type ChartPair, type Drawing, gapOf, type SpokenGap } from './points.ts';
import type { Mark } from './svg.ts';
import { LINE_PX } from './text.ts';

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
  const left = besideWidth(
    rows.map(({ label }) => label),
    size,
  );
  const bars = rows.flatMap(({ served, kept }) => [
    { point: served, words: words.served },
    { point: kept, words: words.kept },
  ]);
  const track = trackFor(left, size, bars);
  const heading = placeHeading(frame, size);
  const labelPx = left > 0 ? 0 : LINE_PX + 2;
  const rowPx = labelPx + 2 * BAR_PX + 22;
  const marks = rows.flatMap(({ label, served, kept }, position): Mark[] => {
    const y = heading.heightPx + position * rowPx;
    const barY = y + labelPx;
    return [
      placeName(label, 'label', left, y),
      ...placeBar(frame, served, 'sa', { ...track, y: barY, words: words.served }),
      ...placeBar(frame, kept, 'sb', { ...track, y: barY + BAR_PX + 3, words: words.kept }),
      { kind: 'line', style: 'axis', x1: left, y1: barY - 2, x2: left, y2: barY + 2 * BAR_PX + 5 },
    ];
  });
  const bottom = heading.heightPx + rows.length * rowPx;
  const key = placeKey(
    gapItems(
      frame,
      bars.map(({ point }) => point),
    ),
    bottom,
    size.widthPx,
  );
  return { marks: [...heading.marks, ...marks, ...key.marks], heightPx: bottom + key.heightPx };
}
