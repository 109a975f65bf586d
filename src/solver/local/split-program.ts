/**
 * The program of changes (change-program.ts) for HiGHS, which knows no kinks. Each column is three that cannot be below 0:
 *
 *   x = rise - fall - plunge,   cost  price x (rise + fall + steep x plunge)
 *
 * From one question to the next the prices stay and bounds change, so the last answer stays dual feasible and the
 * dual simplex method goes on from there.
 */

import type { Constraint, Limit, LinearModel } from '../linear-model.ts';
import type { Steps } from '../native-model.ts';
import type { Session } from '../session.ts';
import type { Leeway } from './kinks.ts';

export interface SplitProgram {
  allow(column: number, leeway: Leeway): void;
  /** By column its change; undefined if there is none within the limits. */
  ask(limits: readonly Limit[], whole: boolean): ReadonlyMap<number, number> | undefined;
  close(): void;
}

/** Changes this small are rounding. */
const ROUNDING = 1e-6;
const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };

/** How far one part of a column goes at most, and what each unit of it costs. */
interface Part {
  readonly room: number;
  readonly price: number;
}

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
  const leewayOf = (column: number) => leeways.get(column) ?? STILL;
  const load = (): [session: Session, costs: ReadonlyMap<number, number>] => {
    const parts = Array.from({ length: width }, (_, column) => partsOf(leewayOf(column), steep)).flat();
    untold.clear();
    return [
      open(splitModel(parts, constraints), 'dual'),
      new Map(parts.map(({ price }, part) => [part, price])),
    ];
  };
  const tell = (told: Session) => {
    for (const column of untold)
      for (const [part, { room, price }] of partsOf(leewayOf(column), steep).entries()) {
        told.setBounds({ column: 3 * column + part, lower: 0, upper: room });
        told.setCost(3 * column + part, price);
      }
    untold.clear();
  };
  const answer = (limits: readonly Limit[], whole: boolean) => {
    if (session !== undefined) {
      tell(session);
      return session.ask(limits, whole);
    }
    const [loaded, costs] = load();
    session = loaded;
    return loaded.minimize(costs, limits, whole);
  };
  return {
    allow: (column, leeway) => {
      leeways.set(column, leeway);
      untold.add(column);
    },
    ask: (limits, whole) => {
      const outcome = answer(
        limits.flatMap((limit) => splitLimit(limit, leewayOf(limit.column))),
        whole,
      );
      return outcome.status === 'optimal' ? joinParts(outcome.values) : undefined;
    },
    close: () => session?.close(),
  };
}

/** Its rise, its fall, and its plunge. */
function partsOf({ price, rise, fall, drop }: Leeway, steep: number): readonly Part[] {
  return [
    { room: rise, price },
    { room: fall, price },
    { room: drop - fall, price: steep * price },
  ];
}

function splitModel(parts: readonly Part[], constraints: readonly Constraint[]): LinearModel {
  return {
    lower: parts.map(() => 0),
    upper: parts.map(({ room }) => room),
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
