/**
 * Per channel two bars: the people it served, and those of whom the city still has records. The order and
 * the words of each bar tell them apart as well as the colour. Words stand after the figure, or above the bar
 * where they would take too much of the width:
 *
 *   Online |##########  2,717 people served        Online
 *          |##########  2,717 records kept         people served
 *                                                  ##########  2,717
 *                                                  records kept
 *                                                  ##########  2,717
 */

import { drawSizes, placeHeading } from '../drawing.ts';
import { gapItems, placeKey } from '../key.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import {
  type ChartFrame,
  type ChartPair,
  type ChartPoint,
  type Drawing,
  gapOf,
  type Separators,
  type SpokenGap,
} from '../points.ts';
import { LINE_PX } from '../text.ts';
import { BAR_PX, besideWidth, gapWidth, placeBar, placeName, trackFor } from './bars.ts';

/** What the two bars of every row count, as printed after their figures. */
export interface PairWords {
  readonly served: string;
  readonly kept: string;
  /** What stands in place of the second bar where nothing can have been kept. */
  readonly nothingKept: string;
}

export function drawPairs(frame: ChartFrame, rows: readonly ChartPair[], words: PairWords): Drawing {
  return drawSizes(
    { ...frame, notApplicableLabel: words.nothingKept },
    rows.flatMap((row) => spokenGaps(row, words, frame.separators)),
    (size) => planPairs(frame, rows, words, size),
  );
}

/** What the first bar counts. */
function servedFrame(frame: ChartFrame, { served }: PairWords): ChartFrame {
  return { ...frame, unit: served };
}

/** What the second counts; one that cannot be says so in words of its own. */
function keptFrame(frame: ChartFrame, { kept, nothingKept }: PairWords): ChartFrame {
  return { ...frame, unit: kept, notApplicableLabel: nothingKept };
}

/** The words after the figure of the second bar; none where there is none to have. */
function keptWords(point: ChartPoint, { kept }: PairWords): string {
  return gapOf(point) === 'absent' ? '' : kept;
}

function spokenGaps(
  { label, served, kept }: ChartPair,
  words: PairWords,
  { comma }: Separators,
): SpokenGap[] {
  const named = [
    { gap: gapOf(served), where: label + comma + words.served },
    { gap: gapOf(kept), where: gapOf(kept) === 'absent' ? label : label + comma + words.kept },
  ];
  return named.flatMap(({ gap, where }) => (gap === null ? [] : [{ gap, where }]));
}

function planPairs(frame: ChartFrame, rows: readonly ChartPair[], words: PairWords, size: Size): Plan {
  const heading = placeHeading(frame, size);
  const { rowPx, placeRow } = rowsBeside(frame, rows, words, size) ?? rowsBelow(frame, rows, words, size);
  const marks = rows.flatMap((row, position) => placeRow(row, heading.heightPx + position * rowPx));
  const bottom = heading.heightPx + rows.length * rowPx;
  const gaps = gapItems(
    frame,
    rows.flatMap(({ served, kept }) => [served, kept]),
  ).filter(({ style }) => style !== 'absent');
  const key = placeKey(gaps, bottom, size.widthPx);
  return { marks: [...heading.marks, ...marks, ...key.marks], heightPx: bottom + key.heightPx };
}

interface Rows {
  readonly rowPx: number;
  /** `y` is the top of the row. */
  readonly placeRow: (row: ChartPair, y: number) => Mark[];
}

/** Bars shorter than this share of the width compare badly. */
const LEAST_TRACK = 1 / 3;

/** Names before and words after the bars; undefined where that leaves too little room for bars. */
function rowsBeside(
  frame: ChartFrame,
  rows: readonly ChartPair[],
  words: PairWords,
  size: Size,
): Rows | undefined {
  const names = rows.map(({ label }) => label);
  const left = besideWidth(names, size);
  const bars = rows.flatMap(({ served, kept }) => [
    { point: served, words: words.served },
    { point: kept, words: keptWords(kept, words) },
  ]);
  const track = trackFor(left, size, bars);
  const isShort = track.unitPx <= 0 || track.width < size.widthPx * LEAST_TRACK;
  const gapPx = bars.map(({ point, words: after }) => gapWidth(keptFrame(frame, words), point, after));
  if (left === 0 || isShort || left + Math.max(...gapPx) > size.widthPx) return undefined;
  const placeRow = ({ label, served, kept }: ChartPair, y: number): Mark[] => [
    placeName(label, 'label', left, y),
    ...placeBar(servedFrame(frame, words), served, 'sa', { ...track, y, words: words.served }),
    ...placeBar(keptFrame(frame, words), kept, 'sb', {
      ...track,
      y: y + BAR_PX + 3,
      words: keptWords(kept, words),
    }),
    { kind: 'line', style: 'axis', x1: left, y1: y - 2, x2: left, y2: y + 2 * BAR_PX + 5 },
  ];
  return { rowPx: 2 * BAR_PX + 22, placeRow };
}

/** Names and words above the bars. */
function rowsBelow(frame: ChartFrame, rows: readonly ChartPair[], words: PairWords, size: Size): Rows {
  const bars = rows.flatMap(({ served, kept }) => [served, kept].map((point) => ({ point, words: '' })));
  const track = trackFor(0, size, bars);
  const barPx = LINE_PX + BAR_PX + 4;
  const placeRow = ({ label, served, kept }: ChartPair, y: number): Mark[] => {
    const first = y + LINE_PX + 2;
    const second = first + barPx;
    return [
      placeName(label, 'label', 0, y),
      placeName(words.served, 'name', 0, first),
      ...placeBar(servedFrame(frame, words), served, 'sa', {
        ...track,
        y: first + LINE_PX,
        words: '',
      }),
      placeName(words.kept, 'name', 0, second),
      ...placeBar(keptFrame(frame, words), kept, 'sb', {
        ...track,
        y: second + LINE_PX,
        words: '',
      }),
    ];
  };
  return { rowPx: LINE_PX + 2 + 2 * barPx + 14, placeRow };
}
