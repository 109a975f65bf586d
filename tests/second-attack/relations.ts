/** What a program declares to hold between measures, in each of its periods, and what is left over of the larger side of "at most". */
import { type Cell, cellAt, type Knowledge, keyOf, type Terms } from './knowledge.ts';
import { isOfRequests, type Reader, type Relation, TOTAL } from './release-files.ts';

/** A code of each dimension of the relation, `period` first. */
type At = ReadonlyMap<string, string>;

interface Placed {
  readonly measure: string;
  readonly place: Cell['at'];
  /** 1 on the right, -1 on the left. */
  readonly times: number;
}

export function addRelations(reader: Reader, relations: readonly Relation[]): void {
  const { knowledge } = reader;
  const own = relations.filter(
    ({ left, right }) => ![...left, ...right].some(({ measure }) => isOfRequests(measure)),
  );
  const rows = new Map<string, Knowledge['relations'][number]>();
  for (const relation of own) {
    for (const at of placesOf(relation, reader.codes.atLevel)) {
      const placed = termsAt(reader, relation, at);
      if (placed === undefined) continue;
      const terms = addedUp(knowledge, placed);
      rows.set(terms.join(), { terms, equal: relation.sense === 'equal' });
    }
  }
  knowledge.relations.push(...rows.values());
  const differences = new Map<string, Terms>();
  for (const relation of own.filter(({ sense }) => sense === 'at-most')) {
    for (const at of placesOf(relation, reader.codes.all)) {
      const terms = leftOver(reader, relation, at);
      if (terms !== undefined)
        differences.set([`difference-of-sides:${relation.id}`, ...at.values()].join('|'), terms);
    }
  }
  knowledge.differences.push(...[...differences].map(([name, terms]) => ({ name, terms })));
}

/** Each cell once, with how often it stands there. */
function addedUp(knowledge: Knowledge, placed: readonly Placed[]): Terms {
  const sums = new Map<string, number>();
  for (const { measure, place, times } of placed) {
    cellAt(knowledge, measure, place, measure);
    const key = keyOf(measure, place);
    sums.set(key, (sums.get(key) ?? 0) + times);
  }
  return [...sums].filter(([, times]) => times !== 0);
}

function placesOf(
  { period, by }: Relation,
  codes: (dimension: string, level: string) => readonly string[],
): At[] {
  return Object.entries({ period, ...by }).reduce<At[]>(
    (found, [dimension, level]) =>
      found.flatMap((at) => codes(dimension, level).map((code) => new Map([...at, [dimension, code]]))),
    [new Map()],
  );
}

/** Undefined where a term stands before the first period and nothing says that it was zero. */
function termsAt(
  { codes }: Reader,
  { period, left, right, opening }: Relation,
  at: At,
): Placed[] | undefined {
  const periods = codes.atLevel('period', period);
  const now = periods.indexOf(at.get('period') ?? '');
  const signed = [
    ...right.map((term) => ({ ...term, times: 1 })),
    ...left.map((term) => ({ ...term, times: -1 })),
  ];
  const told = signed.filter(({ lag = 0 }) => now >= lag);
  if (told.length < signed.length && opening === undefined) return undefined;
  return told.map(({ measure, codes: fixed, lag = 0, times }) => {
    const [, ...dimensions] = codes.dimensionsOf(measure);
    const others = dimensions.map((dimension) => fixed[dimension] ?? at.get(dimension) ?? TOTAL);
    return { measure, place: codes.place(measure, [periods[now - lag] ?? '', ...others]), times };
  });
}

/**
 * Right less left, added up over the periods and codes of the relation that make up wider ones: where tables have all that is left of it.
 * A stock on both sides cancels but at the ends.
 */
function leftOver(reader: Reader, relation: Relation, at: At): Terms | undefined {
  const { knowledge, codes } = reader;
  const periods = partsOf(reader, 'period', relation.period, at);
  const isLong = periods.length > 1;
  const terms = [...relation.left, ...relation.right];
  const isShifted = terms.some(({ measure, lag }) => !codes.isStock(measure) && lag === 1);
  if (periods.length === 0 || (isLong && isShifted) || !isDivided(reader, relation, at)) return undefined;
  const placed = periods.map((period) => termsAt(reader, relation, new Map([...at, ['period', period]])));
  if (placed.includes(undefined)) return undefined;
  const span = codes.leaves('period', at.get('period') ?? '');
  const sums = new Map<string, number>();
  // A flow of the whole period stands there once, a stock at the end of each part.
  for (const { measure, place, times } of placed.flatMap((own = [], index) =>
    own.filter((term) => index === 0 || codes.isStock(term.measure)),
  )) {
    const key = keyOf(measure, codes.isStock(measure) ? place : place.with(0, span));
    sums.set(key, (sums.get(key) ?? 0) + times);
  }
  const left = [...sums].filter(([, times]) => times !== 0);
  const isCancelled = !isLong || left.length <= terms.length;
  return isCancelled && left.every(([key]) => knowledge.cells.get(key)?.isTabled) ? left : undefined;
}

/** The codes of a level that make up the code; none if they do not. */
function partsOf({ codes }: Reader, dimension: string, level: string, at: At): readonly string[] {
  const all = new Set(codes.leaves(dimension, at.get(dimension) ?? ''));
  const parts = codes
    .atLevel(dimension, level)
    .filter((code) => codes.leaves(dimension, code).every((leaf) => all.has(leaf)));
  return parts.reduce((size, code) => size + codes.leaves(dimension, code).length, 0) === all.size
    ? parts
    : [];
}

/** Whether its codes are of its levels, or wider where every term is divided by them. */
function isDivided(reader: Reader, { by, left, right }: Relation, at: At): boolean {
  return Object.entries(by).every(([dimension, level]) => {
    const { length } = partsOf(reader, dimension, level, at);
    const isShared = [...left, ...right].every(
      ({ measure, codes }) => !(dimension in codes) && reader.codes.dimensionsOf(measure).includes(dimension),
    );
    return length === 1 || (length > 1 && isShared);
  });
}
