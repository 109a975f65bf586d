/**
 * Series over time, one panel below the other on the same two scales, so that a hidden month can be seen to
 * belong to its series:
 *
 *   In person   |  #  #     #      columns for a flow, a line over an area for a stock
 *               |__#__#_///_#___   ///  hidden: as high whatever was counted
 *   Online      |           #      [ ]  not available: an empty outline, lower still
 *               |----_[__]__#___   ---  not applicable
 *                2023     2024
 *   By mail: hidden to protect people         a series without any figure needs no panel
 *
 * A value is never joined to another across a gap. A few periods whose labels do not fit below their columns
 * are bars instead, one below the other.
 */

import { drawSizes, placeHeading } from '../drawing.ts';
import { colourOf, gapItems, placeKey } from '../key.ts';
import { planBars } from '../kinds/bars.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import {
  type ChartAnnotation,
  type ChartFrame,
  type ChartSeries,
  type Drawing,
  gapLabel,
  gapOf,
  shownValue,
  spokenRuns,
} from '../points.ts';
import { valueScale } from '../scales.ts';
import { LINE_PX, textWidth, wrapText } from '../text.ts';
import { placeAnnotations } from './annotations.ts';
import type { Panel } from './panel.ts';
import { fitsLabels, placePeriodAxis, slotStart, type TimeFrame } from './period-axis.ts';
import { placeSeries } from './series-marks.ts';

const MOST_ROWS = 12;

/** All series have the same periods in the same order. Annotations at other periods are left out. */
export function drawTimeSeries(
  frame: ChartFrame,
  series: readonly ChartSeries[],
  annotations: readonly ChartAnnotation[],
): Drawing {
  return drawSizes(
    frame,
    series.flatMap((one) => spokenRuns(one, frame.separators)),
    (size) => planTimeSeries(frame, series, annotations, size),
  );
}

function planTimeSeries(
  frame: ChartFrame,
  series: readonly ChartSeries[],
  annotations: readonly ChartAnnotation[],
  size: Size,
): Plan {
  const points = series.flatMap((one) => one.points);
  const scale = valueScale(points, frame.language, series.length > 1 ? 2 : 4, frame.most);
  const left = Math.max(...scale.ticks.map(({ text }) => textWidth(text))) + 8;
  const time: TimeFrame = { left, right: size.widthPx, periods: series[0]?.points ?? [] };
  if (isList(series, annotations) && !fitsLabels(time)) return planBars(frame, time.periods, size);
  const heading = placeHeading(frame, size);
  const lanes = placeAnnotations(annotations, time, heading.heightPx);
  const top = heading.heightPx + lanes.heightPx;
  const panels = placePanels(frame, series, { ...time, top, bottom: top, scale, lines: lanes.xs }, size);
  const isEmpty = panels.heightPx === 0;
  const axis = isEmpty ? { marks: [], heightPx: 0 } : placePeriodAxis(time, top + panels.heightPx);
  const empty = placeEmpty(frame, series, top + panels.heightPx + axis.heightPx, size);
  const bottom = top + panels.heightPx + axis.heightPx + empty.heightPx;
  const key = placeKey(gapItems(frame, points), bottom, size.widthPx);
  return {
    marks: [
      ...placeBands(annotations, time, top, top + panels.heightPx),
      ...lanes.leaders(top + panels.heightPx, panels.marks),
      ...heading.marks,
      ...lanes.marks,
      ...panels.marks,
      ...axis.marks,
      ...empty.marks,
      ...key.marks,
    ],
    heightPx: bottom + key.heightPx,
  };
}

/** A panel for each series with a value; `frame` begins where the first does. */
function placePanels(frame: ChartFrame, series: readonly ChartSeries[], panel: Panel, size: Size): Plan {
  const shown = series.filter(hasValues);
  const panelPx = panelHeight(size, shown.length);
  const marks: Mark[] = [];
  let y = panel.top;
  for (const one of shown) {
    const name = series.length > 1 ? one.label : '';
    if (name !== '') {
      marks.push({ kind: 'words', style: 'label', x: 0, y: y + 13, anchor: 'start', text: name });
      y += LINE_PX + 3;
    }
    const place = { ...panel, top: y, bottom: y + panelPx };
    marks.push(
      ...placeSeries(frame, one, { name, colour: colourOf(one.place ?? series.indexOf(one)) }, place),
    );
    y += panelPx + (one === shown.at(-1) ? 0 : 12);
  }
  return { marks, heightPx: y - panel.top };
}

/** A series without a value, and why it has none: `Mail: hidden to protect people`. */
function placeEmpty(frame: ChartFrame, series: readonly ChartSeries[], top: number, { widthPx }: Size): Plan {
  const lines = series
    .filter((one) => !hasValues(one))
    .flatMap(({ label, points }) => {
      const gaps = [...new Set(points.map(gapOf))].flatMap((gap) =>
        gap === null ? [] : [gapLabel(gap, frame)],
      );
      return wrapText(label + frame.separators.colon + gaps.join(frame.separators.comma), widthPx);
    });
  const marks = lines.map(
    (text, row): Mark => ({
      kind: 'words',
      style: 'name',
      x: 0,
      y: top + row * LINE_PX + 13,
      anchor: 'start',
      text,
    }),
  );
  return { marks, heightPx: lines.length === 0 ? 0 : lines.length * LINE_PX + 8 };
}

function hasValues({ points }: ChartSeries): boolean {
  return points.some((point) => shownValue(point) !== null);
}

/** What lasted shades its periods, behind everything else; up to the last one where it has not ended. */
function placeBands(
  annotations: readonly ChartAnnotation[],
  time: TimeFrame,
  top: number,
  bottom: number,
): Mark[] {
  return annotations.flatMap(({ x, to }): Mark[] => {
    const from = time.periods.findIndex((period) => period.x === x);
    if (to === undefined || from < 0) return [];
    const last = time.periods.findIndex((period) => period.x === to);
    const left = slotStart(time, from);
    const right = slotStart(time, (last < 0 ? time.periods.length - 1 : last) + 1);
    return [{ kind: 'rect', style: 'band', x: left, y: top, width: right - left, height: bottom - top }];
  });
}

/** A few counts that are better told as rows where their labels do not fit below columns. */
function isList(series: readonly ChartSeries[], annotations: readonly ChartAnnotation[]): boolean {
  const [only] = series;
  return (
    series.length === 1 &&
    only?.kind === 'flow' &&
    only.points.length <= MOST_ROWS &&
    annotations.length === 0
  );
}

function panelHeight({ name }: Size, panels: number): number {
  if (panels === 1) return name === 'phone' ? 190 : 260;
  return name === 'phone' ? 96 : 110;
}
