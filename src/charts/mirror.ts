/**
 * The mirror of a plan, for readers from right to left: time, bars, scales, headings and keys begin at the right. Texts
 * keep their order, and stand on the other side of their place.
 */
import type { Mark, Placed, Plan, Size } from './marks.ts';

export function mirror({ marks, heightPx }: Plan, { widthPx }: Size): Plan {
  return { marks: marks.map((mark) => mirrorMark(mark, widthPx)), heightPx };
}

function mirrorMark(mark: Mark, widthPx: number): Mark {
  switch (mark.kind) {
    case 'rect':
      return { ...mark, x: widthPx - mark.x - mark.width };
    case 'path':
      return { ...mark, d: mirrorPath(mark.d, widthPx) };
    case 'line':
      return { ...mark, x1: widthPx - mark.x1, x2: widthPx - mark.x2 };
    case 'dot':
      return { ...mark, cx: widthPx - mark.cx };
    case 'words':
    case 'tick':
    case 'figure':
      return { ...mark, x: widthPx - mark.x, anchor: OTHER_SIDE[mark.anchor] };
  }
}

const OTHER_SIDE: Readonly<Record<Placed['anchor'], Placed['anchor']>> = {
  start: 'end',
  middle: 'middle',
  end: 'start',
};

/** Every number of our paths belongs to a pair `x,y`. */
function mirrorPath(d: string, widthPx: number): string {
  return d.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${Math.round((widthPx - Number(x)) * 10) / 10},${y}`,
  );
}
