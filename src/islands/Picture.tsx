/** Placed marks as elements: what `printMark` writes as text, for a page whose policy lets no script write markup. */
import type { Drawing, SizedPlan } from '../charts/points.ts';
import { DOT_RADIUS, type Mark } from '../charts/svg.ts';
import { inOrder } from '../charts/text.ts';

interface Props {
  readonly drawing: Drawing;
  /** Spoken; the figures stand in the table. */
  readonly label: string;
}

/** A drawing for phones and one for wider columns, of which the style sheet shows one. */
export function Picture({ drawing, label }: Props) {
  return (
    <div className="picture">
      {drawing.plans.map((plan) => (
        <Plan key={plan.size.name} plan={plan} label={label} />
      ))}
    </div>
  );
}

function Plan({ plan, label }: { readonly plan: SizedPlan; readonly label: string }) {
  const { name, widthPx } = plan.size;
  const height = Math.ceil(plan.heightPx);
  const hatch = `explorer-${name}-hatch`;
  return (
    <svg
      className={`drawing ${name}`}
      viewBox={`0 0 ${widthPx} ${height}`}
      width={widthPx}
      height={height}
      direction="ltr"
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect className="hatch-ground" width={6} height={6} />
          <path className="hatch" d="M0,6L6,0M-1,1L1,-1M5,7L7,5" />
        </pattern>
      </defs>
      {plan.marks.map((mark) => (
        <MarkElement key={JSON.stringify(mark)} mark={mark} hatch={hatch} />
      ))}
    </svg>
  );
}

function MarkElement({ mark, hatch }: { readonly mark: Mark; readonly hatch: string }) {
  switch (mark.kind) {
    case 'rect': {
      const { kind: _, style, ...place } = mark;
      const fill = style.startsWith('hidden') ? { fill: `url(#${hatch})` } : {};
      return <rect className={style} {...place} {...fill} />;
    }
    case 'path':
      return <path className={mark.style} d={mark.d} />;
    case 'line': {
      const { kind: _, style, ...place } = mark;
      return <line className={style} {...place} />;
    }
    case 'dot':
      return <circle className={mark.style} cx={mark.cx} cy={mark.cy} r={DOT_RADIUS} />;
    case 'words':
      return (
        <text className={mark.style} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {inOrder(mark.text)}
        </text>
      );
    case 'tick':
      return (
        <text className="tick" x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {inOrder(mark.text)}
        </text>
      );
    case 'figure':
      return (
        <text className="figure" x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {mark.figure.text}
          {mark.words !== '' && <tspan className="aside"> {inOrder(mark.words)}</tspan>}
        </text>
      );
  }
}
