/**
 * A total and its parts by period: columns where every label fits its column, else rows, so that a phone
 * gets rows with room for names and totals.
 */
import { drawSizes, placeHeading } from '../drawing.ts';
import { colourOf, gapItems, placeKey } from '../key.ts';
import { type ChartFrame, type ChartSeries, type Drawing, gapOf, shownValue, spokenRuns } from '../points.ts';
import { scaleTo } from '../scales.ts';
import { fitsColumns, placeStackColumns } from './stack-columns.ts';
import { highestEnd, partSays, stackColumns } from './stack-parts.ts';
import { placeStackRows } from './stack-rows.ts';

/** `totals` are published figures of their own, never sums made here: a part may be hidden. */
export function drawStack(frame: ChartFrame, series: readonly ChartSeries[], totals: ChartSeries): Drawing {
  const columns = stackColumns(series, totals);
  const points = [...series, totals].flatMap((one) => one.points);
  const items = [
    // A part of which nothing is shown has its colour nowhere.
    ...series.flatMap(({ label, points: own }, position) =>
      own.some((point) => shownValue(point) !== null) ? [{ style: colourOf(position), label }] : [],
    ),
    // A part that cannot be is no part of the column, so nothing is drawn for it.
    ...gapItems(
      frame,
      points.filter((point) => gapOf(point) !== 'absent' || totals.points.includes(point)),
    ),
  ];
  return drawSizes(
    frame,
    [...series, totals].flatMap((one) => spokenRuns(one, frame.separators)),
    (size) => {
      const heading = placeHeading(frame, size);
      const scale = scaleTo(highestEnd(columns), frame.language, size.name === 'phone' ? 3 : 4);
      const place = fitsColumns(columns, scale, size) ? placeStackColumns : placeStackRows;
      const body = place(columns, scale, size, heading.heightPx, (part, total) =>
        partSays(frame, series, part, total),
      );
      const bottom = heading.heightPx + body.heightPx + 8;
      const key = placeKey(items, bottom, size.widthPx);
      return { marks: [...heading.marks, ...body.marks, ...key.marks], heightPx: bottom + key.heightPx };
    },
  );
}
