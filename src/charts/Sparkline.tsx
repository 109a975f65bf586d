/** A small line that goes with a figure. It says no number of its own, so that readers by ear are not told of it. */
import { OpenMarks } from './Marks.tsx';
import type { Plan } from './marks.ts';

interface Props {
  readonly spark: Plan & { readonly widthPx: number };
}

export function Sparkline({ spark: { marks, heightPx, widthPx } }: Props) {
  return (
    <svg
      className="drawing sparkline"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      aria-hidden="true"
    >
      <OpenMarks marks={marks} />
    </svg>
  );
}
