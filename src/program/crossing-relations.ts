/**
 * Relations that say the same of the same counts, each by dimensions of its own:
 *
 *   cards <= applications, by area        harbor: 17 applicants without a card
 *   cards <= applications, by channel     events: 14 applicants without a card, all of harbor
 *
 * Each card comes from one application. If that keeps its area and its channel, it keeps both together, and anybody can
 * tell that 17 - 14 = 3 people of harbor applied elsewhere and got no card. Neither relation speaks of such people, so nothing
 * would protect them. Declared once, by area and channel together, the relation does.
 *
 * The codes and periods at which a relation holds are boxes. Two relations cross where a box of one and a box of the
 * other overlap and neither contains the other:
 *
 *   by area, by area and channel          each area and channel lies in one area: no
 *   by district, by area within it        no                by district, by service region       yes
 *   by month and area, by year and area   no                by month and area, by year           no
 *   by month and area, by year and channel                                                       yes
 *   of online alone by age, by channel    no                of online alone by age, by area      yes
 */
import { entryOf } from '../indexes/look-up.ts';
import { type Codelist, codesAtLevel, leafSets, TOTAL } from './codelist.ts';
import { firstMonth, monthsOf, periodCodelist } from './period.ts';
import { dimensionCodelist, type Program, type Relation } from './program.ts';

type Known = Pick<Program, 'period' | 'dimensions' | 'measures'>;
type Term = Relation['left'][number];

/** How two relations cross: by dimension, and `period`, which of them has the finer codes there. */
export interface Crossing {
  readonly one: Relation;
  readonly other: Relation;
  readonly finer: ReadonlyMap<string, 'one' | 'other' | 'neither'>;
}

/** Whether two relations say the same of the same counts and cross; undefined where they do not. */
export type Crosses = (one: Relation, other: Relation) => Crossing | undefined;

/** Names under `by`, codes and measures must be known. */
export function openCrossings(program: Known): Crosses {
  const codelists = new Map<string, Codelist>(
    program.dimensions.map((dimension) => [dimension.id, dimensionCodelist(dimension)]),
  );
  return (one, other) => {
    if (one === other || whatItSays(one) !== whatItSays(other)) return undefined;
    const names = new Set([one, other].flatMap(placedBy));
    const meetings: (readonly [string, ReadonlySet<Meeting>])[] = [
      ['period', meet(spansOf(one, program), spansOf(other, program))],
      ...[...names].map((dimension) => {
        const [left, right] = [one, other].map((each) => extentsOf(each, dimension, codelists));
        return [dimension, meet(left ?? [], right ?? [])] as const;
      }),
    ];
    return crosses(meetings.map(([, found]) => found))
      ? { one, other, finer: new Map(meetings.map(([name, found]) => [name, finerOf(found)])) }
      : undefined;
  };
}

/** The code at which every term is held, by dimension. */
export function heldCodes({ left, right }: Relation): ReadonlyMap<string, string> {
  const [first, ...others] = [...left, ...right].map(({ codes }) => codes);
  return new Map(
    Object.entries(first ?? {}).filter(([dimension, code]) =>
      others.every((codes) => codes[dimension] === code),
    ),
  );
}

/** The sides without what all terms are held at, either way round; what stands on both says nothing. */
function whatItSays(relation: Relation): string {
  const held = heldCodes(relation);
  const nameOf = ({ measure, codes, lag }: Term) => {
    const own = Object.entries(codes).filter(([dimension]) => !held.has(dimension));
    return JSON.stringify([measure, own.sort(), lag ?? 0]);
  };
  const [left, right] = [relation.left, relation.right].map((side) => side.map(nameOf).sort()) as [
    string[],
    string[],
  ];
  return [without(left, right), without(right, left)]
    .map((side) => JSON.stringify(side))
    .sort()
    .join();
}

function without(side: readonly string[], taken: readonly string[]): string[] {
  return taken.reduce<string[]>(
    (rest, name) => (rest.includes(name) ? rest.toSpliced(rest.indexOf(name), 1) : rest),
    [...side],
  );
}

/** Dimensions other than `period` of which a relation names codes or a level. */
function placedBy(relation: Relation): string[] {
  return [...Object.keys(relation.by), ...heldCodes(relation).keys()];
}

function extentsOf(
  relation: Relation,
  dimension: string,
  codelists: ReadonlyMap<string, Codelist>,
): ReadonlySet<string>[] {
  const codelist = codelists.get(dimension);
  if (codelist === undefined) throw new Error(`internal error: no dimension "${dimension}"`);
  const level = relation.by[dimension];
  const whole = heldCodes(relation).get(dimension) ?? TOTAL;
  const codes = level === undefined || whole !== TOTAL ? [whole] : codesAtLevel(codelist, level);
  const leaves = leafSets(codelist);
  return codes.map((code) => entryOf(leaves, code));
}

/** So many months show how periods of any two levels lie to each other. */
const MONTHS = 48;

/** The months of each period; of what stands at a date alone the last one. */
function spansOf(relation: Relation, { period, measures }: Known): ReadonlySet<number>[] {
  if (period === undefined) return [];
  const isDated = [...relation.left, ...relation.right].every(
    ({ measure, lag }) =>
      lag === undefined && measures.some(({ id, kind }) => id === measure && kind === 'stock'),
  );
  const list = periodCodelist({ ...period, partialYear: false }, firstMonth(period) + MONTHS);
  return codesAtLevel(list, relation.period).map((code) => {
    const [first, last] = monthsOf(code, period.fiscalYearStartMonth);
    const from = isDated ? last : first;
    return new Set(Array.from({ length: last - from + 1 }, (_, at) => from + at));
  });
}

/** What two codes that overlap are to each other. */
type Meeting = 'same' | 'within' | 'contains' | 'overlaps';

function meet<T>(ones: readonly ReadonlySet<T>[], others: readonly ReadonlySet<T>[]): ReadonlySet<Meeting> {
  const found = ones.flatMap((one) => others.map((other) => meetingOf(one, other)));
  return new Set(found.filter((meeting) => meeting !== 'apart'));
}

function meetingOf<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): Meeting | 'apart' {
  const common = [...one].filter((part) => other.has(part)).length;
  if (common === 0) return 'apart';
  if (common === one.size) return common === other.size ? 'same' : 'within';
  return common === other.size ? 'contains' : 'overlaps';
}

/** Whether some box of one overlaps one of the other and neither contains the other; one set for each dimension. */
function crosses(meetings: readonly ReadonlySet<Meeting>[]): boolean {
  if (meetings.some(({ size }) => size === 0)) return false;
  if (meetings.some((found) => found.has('overlaps'))) return true;
  return meetings.some(
    (found, at) =>
      found.has('within') && meetings.some((also, beside) => beside !== at && also.has('contains')),
  );
}

function finerOf(found: ReadonlySet<Meeting>): 'one' | 'other' | 'neither' {
  if (found.has('overlaps') || (found.has('within') && found.has('contains'))) return 'neither';
  return found.has('contains') ? 'other' : 'one';
}
