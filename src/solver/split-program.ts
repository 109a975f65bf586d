/**
 * The program of changes (change-program.ts) for HiGHS, which knows no kinks. Each column is three that cannot be below 0:
 *
 *   x = rise - fall - plunge,   cost  price x (rise + fall + steep x plunge)
 *
 * From one question to the next the prices stay and bounds change, so the last answer stays dual feasible and the
 * dual simplex method goes on from there.
 */
import type { Leeway } from './kinks.ts';
import type { Constraint, Limit, LinearModel } from './linear-model.ts';
import type { Steps } from './native-model.ts';
import type { Session } from './session.ts';

export interface SplitProgram {
  allow(column: number, leeway: Leeway): void;
  /** By column its change; undefined if there is none within the limits. */
  ask(limits: readonly Limit[], whole: boolean): ReadonlyMap<number, number> | undefined;
  close(): void;
}

/** Changes this small are rounding. */
const ROUNDING = 1e-6;
const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };

/** HiGHS is given the model with the first question. */
export function openSplitProgram(
  width: number,
  constraints: readonly Constraint[],
  steep: number,
  open: (model: LinearModel, steps: Steps) => Session,
): SplitProgram {
  const leeways = new Map<number, Leeway>();
  const untold = new Set<number>();
  let session: Session | undefined;
  const tell = (): Session => {
    session ??= open(splitModel(width, constraints), 'dual');
    for (const column of untold) {
      const { price, rise, fall, drop } = leeways.get(column) ?? STILL;
      for (const [part, upper] of [rise, fall, drop - fall].entries()) {
        session.setBounds({ column: 3 * column + part, lower: 0, upper });
        session.setCost(3 * column + part, part === 2 ? steep * price : price);
      }
    }
    untold.clear();
    return session;
  };
  return {
    allow: (column, leeway) => {
      leeways.set(column, leeway);
      untold.add(column);
    },
    ask: (limits, whole) => {
      const parts = limits.flatMap((limit) => splitLimit(limit, leeways.get(limit.column) ?? STILL));
      const outcome = tell().ask(parts, whole);
      return outcome.status === 'optimal' ? joinParts(outcome.values) : undefined;
    },
    close: () => session?.close(),
  };
}

function splitModel(width: number, constraints: readonly Constraint[]): LinearModel {
  return {
    lower: new Array<number>(3 * width).fill(0),
    upper: new Array<number>(3 * width).fill(0),
    constraints: constraints.map(({ columns, coefficients, lower, upper }) => ({
      columns: columns.flatMap((column) => [3 * column, 3 * column + 1, 3 * column + 2]),
      coefficients: coefficients.flatMap((each) => [each, -each, -each]),
      lower,
      upper,
    })),
  };
}

function splitLimit({ column, lower, upper }: Limit, { fall }: Leeway): Limit[] {
  const [least, most] = [Math.max(0, -upper), Math.max(0, -lower)];
  return [
    { column: 3 * column, lower: Math.max(0, lower), upper: Math.max(0, upper) },
    { column: 3 * column + 1, lower: Math.min(fall, least), upper: Math.min(fall, most) },
    { column: 3 * column + 2, lower: Math.max(0, least - fall), upper: Math.max(0, most - fall) },
  ];
}

function joinParts(parts: Float64Array): ReadonlyMap<number, number> {
  const changes = new Map<number, number>();
  for (let at = 0; at < parts.length; at += 3) {
    const change = (parts[at] as number) - (parts[at + 1] as number) - (parts[at + 2] as number);
    if (Math.abs(change) > ROUNDING) changes.set(at / 3, change);
  }
  return changes;
}
