/**
 * Events above the panels, the earliest on top, each with its words beside a line down to its period. A line is broken
 * where the words of a later event stand:
 *
 *   |Portal opens
 *   |   |Portal paused                a label without room on the right stands on the left of its line
 *   |   |            Portal opens again|
 */
import type { Mark, Plan } from '../marks.ts';
import type { ChartAnnotation } from '../points.ts';
import { LINE_PX, textWidth, wrapText } from '../text.ts';
import { slotMiddle, type TimeFrame } from './period-axis.ts';

export interface Annotations extends Plan {
  /** The lines from each label down to `bottom`, broken behind the figures among `marks`; drawn first, below everything. */
  readonly leaders: (bottom: number, marks: readonly Mark[]) => Mark[];
  /** Where the lines are. */
  readonly xs: readonly number[];
}

/** The room of a text. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label in its place; its line is at `at`. */
interface Label extends Box {
  readonly at: number;
  readonly marks: readonly Mark[];
}

/** A label narrower than this would be a column of words. */
const LEAST_PX = 110;

export function placeAnnotations(
  annotations: readonly ChartAnnotation[],
  time: TimeFrame,
  top: number,
): Annotations {
  const labels: Label[] = [];
  for (const event of inTime(annotations, time))
    labels.push(placeLabel(event, time, labels.at(-1)?.bottom ?? top));
  const bottom = labels.at(-1)?.bottom ?? top;
  return {
    marks: labels.flatMap(({ marks }) => marks),
    heightPx: bottom - top + (labels.length > 0 ? 4 : 0),
    xs: labels.map(({ at }) => at),
    leaders: (end, drawn) => {
      const texts = [...labels, ...drawn.flatMap(boxOf)];
      return labels.flatMap((label) => placeLeader(label, texts, end));
    },
  };
}

function inTime(annotations: readonly ChartAnnotation[], time: TimeFrame) {
  const placed = annotations.flatMap(({ x, label }) => {
    const position = time.periods.findIndex((period) => period.x === x);
    return position < 0 ? [] : [{ at: slotMiddle(time, position), label }];
  });
  return placed.toSorted((one, other) => one.at - other.at);
}

function placeLabel(
  { at, label }: { readonly at: number; readonly label: string },
  { right }: TimeFrame,
  top: number,
): Label {
  const roomRight = right - at - 5;
  const isRightward = textWidth(label) <= roomRight || roomRight >= Math.max(LEAST_PX, at - 5);
  const lines = wrapText(label, isRightward ? roomRight : at - 5);
  const width = Math.max(...lines.map(textWidth));
  const x = isRightward ? at + 5 : at - 5;
  return {
    at,
    top,
    bottom: top + lines.length * LINE_PX,
    left: isRightward ? x : x - width,
    right: isRightward ? x + width : x,
    marks: lines.map(
      (text, row): Mark => ({
        kind: 'words',
        style: 'annotation',
        x,
        y: top + row * LINE_PX + 13,
        anchor: isRightward ? 'start' : 'end',
        text,
      }),
    ),
  };
}

/** Where a figure stands. */
function boxOf(mark: Mark): Box[] {
  if (mark.kind !== 'figure') return [];
  const half = textWidth(`${mark.figure.text} ${mark.words}`.trim()) / 2;
  return [{ left: mark.x - half, right: mark.x + half, top: mark.y - 12, bottom: mark.y + 3 }];
}

/** The line of a label in pieces, without those behind texts further down. */
function placeLeader({ at, top }: Label, texts: readonly Box[], end: number): Mark[] {
  const behind = texts
    .filter((text) => text.top > top && text.left - 3 < at && at < text.right + 3)
    .toSorted((one, other) => one.top - other.top);
  const starts = [top + 2, ...behind.map((text) => text.bottom)];
  const ends = [...behind.map((text) => text.top), end];
  return starts.flatMap((y1, piece): Mark[] => {
    const y2 = ends[piece] ?? end;
    return y2 > y1 ? [{ kind: 'line', style: 'leader', x1: at, y1, x2: at, y2 }] : [];
  });
}
