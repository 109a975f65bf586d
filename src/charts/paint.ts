/**
 * How the styles of marks look where no style sheet reaches: in a file that travels alone. The colours are the
 * light ones of `src/styles/tokens.css`, the rules those of `src/styles/charts.css`.
 */

/** Presentation attributes of one element. */
export type Paint = Readonly<Record<string, string | number>>;

export const COLOURS = {
  paper: '#fdfcf8',
  ink: '#16222e',
  muted: '#54606c',
  rule: '#dcd7c9',
  hatch: '#7d8791',
  sun: '#f2b91d',
  sa: '#14508c',
  sb: '#cc6300',
  sc: '#4a90c9',
  sd: '#2c3e50',
  se: '#1f7f8c',
  sf: '#76818b',
  sg: '#8c8578',
} as const;

const HALO: Paint = {
  stroke: COLOURS.paper,
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
};

/** Texts: all are ink unless they stand here. */
const TEXTS: Readonly<Record<string, Paint>> = {
  tick: { fill: COLOURS.muted },
  period: { fill: COLOURS.muted, ...HALO },
  unit: { fill: COLOURS.muted },
  key: { fill: COLOURS.muted },
  aside: { fill: COLOURS.muted, fontWeight: 400 },
  annotation: { fill: COLOURS.muted, ...HALO },
  // The blank before the words after a figure.
  figure: { fontWeight: 700, xmlSpace: 'preserve', ...HALO },
  quiet: { fontWeight: 400 },
  label: { fontWeight: 700, ...HALO },
  gap: HALO,
  name: HALO,
  invented: { fontWeight: 700 },
};

const LINES: Readonly<Record<string, Paint>> = {
  axis: { fill: 'none', stroke: COLOURS.ink },
  grid: { fill: 'none', stroke: COLOURS.rule },
  leader: { fill: 'none', stroke: COLOURS.muted },
  hatch: { fill: 'none', stroke: COLOURS.hatch },
  'hatch-ground': { fill: COLOURS.paper },
  band: { fill: COLOURS.rule, fillOpacity: 0.6 },
  closed: { stroke: COLOURS.hatch },
  missing: {
    fill: 'none',
    stroke: COLOURS.hatch,
    strokeDasharray: '1 4',
    strokeLinecap: 'round',
    strokeWidth: 2,
  },
  hit: { fill: 'none' },
  absent: { fill: 'none', stroke: COLOURS.hatch, strokeDasharray: '7 5', strokeWidth: 3 },
};

/** The attributes of a mark with these styles, `bar part sa`; those of a later style win. */
export function paintOf(styles: string): Paint {
  const names = styles.split(' ');
  const mark = names.flatMap((name) => (name in COLOURS ? [COLOURS[name as keyof typeof COLOURS]] : []))[0];
  return Object.assign({}, ...names.map((name) => TEXTS[name] ?? LINES[name] ?? shapePaint(name, mark)));
}

function shapePaint(name: string, mark = 'none'): Paint {
  switch (name) {
    case 'bar':
    case 'dot':
      return { fill: mark };
    case 'area':
      return { fill: mark, fillOpacity: 0.16 };
    case 'pale':
      return { fillOpacity: 0.45 };
    case 'part':
      return { stroke: COLOURS.paper, strokeWidth: 1 };
    case 'dashed':
      return { strokeDasharray: '6 5' };
    case 'spark':
      return { strokeWidth: 1.5, strokeLinecap: 'round' };
    case 'line':
      return { fill: 'none', stroke: mark, strokeWidth: 2.25, strokeLinejoin: 'round' };
    default:
      return {};
  }
}
