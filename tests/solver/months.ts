/**
 * Tables by month and way of applying, by month and age, and by ward and each of both over all months: what joins them are counts by
 * month, ward and each, in which the months are alike.
 */
import fc from 'fast-check';
import type { Constraint } from '../../src/indexes/constraint.ts';

export interface Months {
  readonly constraints: readonly Constraint[];
  /** By column the first of those that it is alike with. */
  readonly alike: readonly number[];
  /** Columns that stand alone: by ward and way of applying, and by ward and age, over all months. */
  readonly alone: readonly number[];
  /** Counts that keep all constraints. */
  readonly world: readonly number[];
}

const MONTHS = 3;
const CODES = 2;

/** `drawn`: by month, ward, way of applying and age how many there are. */
function monthsOf(wards: number, drawn: readonly number[]): Months {
  const list = (size: number) => Array.from({ length: size }, (_, at) => at);
  const cells = list(2).flatMap((kind) =>
    list(CODES).flatMap((code) => list(wards).map((ward) => ({ kind, code, ward }))),
  );
  const each = cells.length;
  const at = (month: number, kind: number, code: number, ward: number) =>
    month * each + (kind * CODES + code) * wards + ward;
  const people = (month: number, ward: number, way: number, age: number) =>
    drawn[((month * wards + ward) * CODES + way) * CODES + age] ?? 0;
  const countOf = (month: number, { kind, code, ward }: (typeof cells)[number]) =>
    list(CODES).reduce(
      (sum, other) =>
        sum + (kind === 0 ? people(month, ward, code, other) : people(month, ward, other, code)),
      0,
    );
  const byMonth = list(MONTHS).flatMap((month) => cells.map((cell) => countOf(month, cell)));
  const whole = cells.map((_, cell) =>
    list(MONTHS).reduce((sum, month) => sum + (byMonth[month * each + cell] ?? 0), 0),
  );
  const world = [...byMonth, ...whole];
  const row = (columns: number[], coefficients: number[], sum: number) => ({
    columns,
    coefficients,
    lower: sum,
    upper: sum,
  });
  const published = list(MONTHS).flatMap((month) =>
    list(2).flatMap((kind) =>
      list(CODES).map((code) => {
        const columns = list(wards).map((ward) => at(month, kind, code, ward));
        return row(
          columns,
          columns.map(() => 1),
          columns.reduce((sum, column) => sum + (world[column] ?? 0), 0),
        );
      }),
    ),
  );
  const same = list(MONTHS).flatMap((month) =>
    list(wards).map((ward) => {
      const [ways, ages] = [0, 1].map((kind) => list(CODES).map((code) => at(month, kind, code, ward)));
      return row([...(ways ?? []), ...(ages ?? [])], [1, 1, -1, -1], 0);
    }),
  );
  const overMonths = cells.map((_, cell) =>
    row([...list(MONTHS).map((month) => month * each + cell), MONTHS * each + cell], [1, 1, 1, -1], 0),
  );
  return {
    constraints: [...published, ...same, ...overMonths],
    alike: list(world.length).map((column) => (column < MONTHS * each ? column % each : column)),
    alone: list(each).map((cell) => MONTHS * each + cell),
    world,
  };
}

export const anyMonths = fc.integer({ min: 2, max: 4 }).chain((wards) =>
  fc
    .array(fc.nat(3), {
      minLength: MONTHS * wards * CODES * CODES,
      maxLength: MONTHS * wards * CODES * CODES,
    })
    .map((drawn) => monthsOf(wards, drawn)),
);
