/**
 * Series over time, one panel below the other on the same two scales, so that a hidden month can be seen to
 * belong to its series:
 *
 *   In person   |  #  # ///  #      columns for a flow, a line over an area for a stock
 *               |__#__#_///__#___   ///  hidden: the full height, whatever was counted
 *   Online      |        :  :  #    : :  not available
 *               |----____:__:__#_   ---  not applicable
 *                2023     2024
 *
 * A value is never joined to another across a gap. A few periods whose labels do not fit below their columns
 * are bars instead, one below the other.
 */
import { planBars } from './bars.ts';
import { drawSizes, placeHeading } from './drawing.ts';
import { colourOf, gapItems, placeKey } from './key.ts';
import type { Mark, Plan, Size } from './marks.ts';
import { fitsLabels, placeAnnotations, placePeriodAxis, slotStart, type TimeFrame } from './period-axis.ts';
import {
  type ChartAnnotation,
  type ChartFrame,
  type ChartSeries,
  type Drawing,
  spokenRuns,
} from './points.ts';
import { valueScale } from './scales.ts';
import { placeSeries } from './series-marks.ts';
import { LINE_PX, textWidth } from './text.ts';

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
  const scale = valueScale(points, frame.language, series.length > 1 ? 2 : 4);
  const left = Math.max(...scale.ticks.map(({ text }) => textWidth(text))) + 8;
  const time: TimeFrame = { left, right: size.widthPx, periods: series[0]?.points ?? [] };
  if (isList(series, annotations) && !fitsLabels(time)) return planBars(frame, time.periods, size);
  const heading = placeHeading(frame, size);
  const lanes = placeAnnotations(annotations, time, heading.heightPx);
  const marks: Mark[] = [...heading.marks, ...lanes.marks];
  const panelPx = panelHeight(size, series.length);
  let y = heading.heightPx + lanes.heightPx;
  series.forEach((one, position) => {
    if (series.length > 1) {
      marks.push({ kind: 'words', style: 'label', x: 0, y: y + 13, anchor: 'start', text: one.label });
      y += LINE_PX + 3;
    }
    marks.push(...placeSeries(one, colourOf(position), { ...time, top: y, bottom: y + panelPx, scale }));
    y += panelPx + (position < series.length - 1 ? 12 : 0);
  });
  const axis = placePeriodAxis(time, y);
  const key = placeKey(gapItems(frame, points), y + axis.heightPx, size.widthPx);
  return {
    marks: [
      ...placeBands(annotations, time, heading.heightPx + lanes.heightPx, y),
      ...lanes.leaders(y),
      ...marks,
      ...axis.marks,
      ...key.marks,
    ],
    heightPx: y + axis.heightPx + key.heightPx,
  };
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
