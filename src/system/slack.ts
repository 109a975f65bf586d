/**
 * What a relation "at most" leaves over. Everybody on the left is on the right too, so the right side less the left counts
 * people as well, such as those who applied online and got no card:
 *
 *   cards online  +  records before  +  slack   =   records now          slack whole and not negative
 *
 * So each such relation is an equality with one more cell, which no table publishes. Where tables have both sides, in its own
 * periods or added up over longer ones and wider codes, anybody can subtract what they show: then the slack is a difference under
 * the promise like any other (docs/method.md). A stock that stands on both sides cancels between the ends of a period:
 *
 *   July to June     cards of the year  +  records a year before  +  slack of the year   =   records now
 */

import { entryOf, valueAt } from '../indexes/look-up.ts';
import { type Codelist, codelistOf, codesAtLevel, codesOfLevel, leafSets } from '../program/codelist.ts';
import { countsRequests } from '../program/docket-plan.ts';
import { periodMonths } from '../program/period.ts';
import type { Relation } from '../program/program.ts';
import type { Role } from './measure-system.ts';
import {
  addedUp,
  IS_EQUALITY,
  type RelationRow,
  type RelationTerm,
  relationRows,
  termsAt,
} from './relations.ts';
import type { ReleaseShape } from './shape.ts';

interface SlackCell {
  readonly measure: string;
  /** The period, and a code for each dimension of the relation's `by`. */
  readonly codes: readonly string[];
  readonly role: Role;
}

/** What a relation adds to the system of a release. */
export interface RelationSystem {
  readonly cells: readonly SlackCell[];
  readonly rows: readonly Pick<RelationRow, 'terms' | 'sense'>[];
  /** Those that are no differences. */
  readonly parts: readonly SlackCell[];
}

/** Whether a table has this cell, shown or withheld. */
type IsTabled = (measure: string, codes: readonly string[]) => boolean;

export function relationSystem(relation: Relation, shape: ReleaseShape, isTabled: IsTabled): RelationSystem {
  const { measures } = shape.declaration;
  const own = relationRows({ relations: [relation], measures }, shape.codelists);
  if (!hasSlack(relation)) return { cells: [], rows: own, parts: [] };
  const measure = slackMeasure(relation);
  const single = own.map(({ at, terms }) => ({ codes: at, terms, role: 'unpublished' as const }));
  const all = [...single, ...slackDifferences(relation, shape, isTabled)];
  return {
    cells: all.map(({ codes, role }) => ({ measure, codes, role })),
    rows: all.map(({ codes, terms }) => ({
      terms: [...terms, { measure, codes, coefficient: 1 }],
      sense: 'equal',
    })),
    parts: single.map(({ codes, role }) => ({ measure, codes, role })),
  };
}

/** Operators and audits name such cells so: `difference-of-sides:online-cards-leave-records|FY2024|under-14`. */
const PREFIX = 'difference-of-sides:';

/** The measure that cells of a relation's slack count, which no program declares. */
function slackMeasure({ id }: Pick<Relation, 'id'>): string {
  return `${PREFIX}${id}`;
}

export function isSlack(measure: string): boolean {
  return measure.startsWith(PREFIX);
}

/** Requests are no people, and what relations among them leave over is none either. */
function hasSlack({ sense, left, right }: Relation): boolean {
  return !IS_EQUALITY[sense] && ![...left, ...right].some(({ measure }) => countsRequests(measure));
}

/** Where both sides are published: of every code and period that the relation's own make up, these among them. */
function slackDifferences(
  relation: Relation,
  shape: ReleaseShape,
  isTabled: IsTabled,
): { codes: readonly string[]; terms: readonly RelationTerm[]; role: Role }[] {
  const { codelists } = shape;
  const periods = madeUp(codelistOf(codelists, 'period'), relation.period);
  const spans = isStock(relation, shape) ? periods.filter(({ parts }) => parts.length === 1) : periods;
  const others = Object.entries(relation.by).map(([dimension, level]) =>
    madeUp(codelistOf(codelists, dimension), level)
      .filter(({ parts }) => parts.length === 1 || dividesAll(relation, shape, dimension))
      .map(({ code }) => [dimension, code] as const),
  );
  const places = others.reduce<(readonly (readonly [string, string])[])[]>(
    (found, list) => found.flatMap((at) => list.map((one) => [...at, one])),
    [[]],
  );
  return spans.flatMap((span) =>
    places.flatMap((at) => {
      const terms = publishedTerms(relation, shape, span, new Map(at), isTabled);
      return terms === undefined
        ? []
        : [{ codes: [span.code, ...at.map(([, code]) => code)], terms, role: 'difference' }];
    }),
  );
}

/** Whether the slack stands at a date and does not add up over time: stocks that do not cancel. */
function isStock({ left, right }: Relation, { declaration }: ReleaseShape): boolean {
  const kinds = new Map<string, string>(declaration.measures.map(({ id, kind }) => [id, kind]));
  const stocks = (side: Relation['left']) =>
    side
      .filter(({ measure }) => kinds.get(measure) === 'stock')
      .map(({ measure, codes }) => JSON.stringify([measure, Object.entries(codes).sort()]))
      .sort()
      .join();
  return stocks(left) !== stocks(right);
}

/** Whether every term is told by this dimension: else the slacks of two codes may count the same people, and do not add up. */
function dividesAll({ left, right }: Relation, { declaration }: ReleaseShape, dimension: string): boolean {
  return [...left, ...right].every(
    ({ measure, codes }) =>
      codes[dimension] === undefined &&
      declaration.measures.some(({ id, dimensions }) => id === measure && dimensions.includes(dimension)),
  );
}

interface MadeUp {
  readonly code: string;
  /** Codes of the relation's level. */
  readonly parts: readonly string[];
}

/** The codes of a level, and every code, and the total, that some of these make up. */
function madeUp(codelist: Codelist, level: string): MadeUp[] {
  const leaves = leafSets(codelist);
  const own = codesAtLevel(codelist, level);
  return [...leaves].flatMap(([code, all]) => {
    const parts = own.includes(code)
      ? [code]
      : own.filter((part) => [...entryOf(leaves, part)].every((leaf) => all.has(leaf)));
    const size = parts.reduce((sum, part) => sum + entryOf(leaves, part).size, 0);
    return parts.length > 0 && size === all.size ? [{ code, parts }] : [];
  });
}

/** The relation added up over the parts of a period, with other codes as they are; undefined unless all of it is published. */
function publishedTerms(
  relation: Relation,
  shape: ReleaseShape,
  { code, parts }: MadeUp,
  at: ReadonlyMap<string, string>,
  isTabled: IsTabled,
): RelationTerm[] | undefined {
  const { measures } = shape.declaration;
  const own = codesOfLevel(shape.codelists, 'period', relation.period);
  const each = parts.map((part) => termsAt(relation, new Map([...at, ['period', part]]), measures, own));
  const isFlow = ({ measure }: { readonly measure: string }) =>
    measures.some(({ id, kind }) => id === measure && kind === 'flow');
  const isLong = parts.length > 1;
  const isShifted = [...relation.left, ...relation.right].some((term) => isFlow(term) && term.lag === 1);
  if (each.includes(undefined) || (isLong && isShifted)) return undefined;
  const all = each.map((terms) => terms ?? []);
  const flows = valueAt(all, 0)
    .filter(isFlow)
    .map((term) => (isLong ? { ...term, codes: term.codes.with(0, code) } : term));
  const stocks = endsOf(
    all.flat().filter((term) => !isFlow(term)),
    shape,
  ).map((terms) => terms.find(({ measure, codes }) => isTabled(measure, codes)));
  const found = [...flows, ...stocks];
  const isShown = (term: RelationTerm | undefined) =>
    term !== undefined && isTabled(term.measure, term.codes);
  return found.length > 0 && found.every(isShown) ? addedUp(found as RelationTerm[]) : undefined;
}

/** Stocks that do not cancel, where each goes by the month that its period ends with: each under all codes that end so. */
function endsOf(
  stocks: readonly RelationTerm[],
  { declaration, codelists }: ReleaseShape,
): (readonly RelationTerm[])[] {
  const endOf = (code: string) =>
    periodMonths(code, declaration.period?.fiscalYearStartMonth ?? 1)?.[1] ?? code;
  const periods = codelists.flatMap(({ dimension, codes }) => (dimension === 'period' ? codes : []));
  const alike = Map.groupBy(stocks, ({ measure, codes: [period = '', ...codes] }) =>
    [measure, endOf(period), ...codes].join('|'),
  );
  return [...alike.values()].flatMap((group) => {
    const [term] = group as [RelationTerm];
    const end = endOf(valueAt(term.codes, 0));
    const named = periods.filter(({ code }) => endOf(code) === end);
    const coefficient = group.reduce((total, each) => total + each.coefficient, 0);
    if (coefficient === 0) return [];
    return [named.map(({ code }) => ({ ...term, codes: term.codes.with(0, code), coefficient }))];
  });
}
