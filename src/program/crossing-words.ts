/** What is said of relations that cross: which, by what each holds, and how to declare it once. */
import { type Crossing, heldCodes, openCrossings } from './crossing-relations.ts';
import type { Program, Relation } from './program.ts';
import type { NameFault } from './program-names.ts';

/** One fault for each relation that crosses one before it. */
export function crossingFaults(program: Program): NameFault[] {
  const crosses = openCrossings(program);
  const { relations } = program;
  return relations.flatMap((relation, at): NameFault[] => {
    const [found] = relations.slice(0, at).flatMap((before) => crosses(before, relation) ?? []);
    if (found === undefined) return [];
    return [[`relations.${relation.id}`, 'crossing-relations', crossingMessage(found), crossingFix(found)]];
  });
}

export function crossingMessage(crossing: Crossing): string {
  const { one, other } = crossing;
  return `Relation "${other.id}" says the same of the same counts as "${one.id}": one ${placeOf(other, crossing)}, the other ${placeOf(one, crossing)}. Readers put both together, and nothing protects what that tells them.`;
}

/** `Declare it once, by area and channel together.`, and what to do where that does not hold. */
export function crossingFix(crossing: Crossing): string {
  const { one, other } = crossing;
  const narrow = [one, other].find((each) => isNarrow(each, each === one ? other : one));
  const what = narrow === undefined ? 'it once,' : `"${narrow.id}"`;
  const names = jointNames(crossing, narrow);
  const together = names.length > 1 ? ' together' : '';
  return `Declare ${what} by ${listed(names)}${together}. If it does not hold so, keep only one of the two.`;
}

/** Whether it is held at a code of a dimension in which the other is not. */
function isNarrow(relation: Relation, other: Relation): boolean {
  const held = heldCodes(other);
  return [...heldCodes(relation).keys()].some((dimension) => !held.has(dimension));
}

/** `by month and area`, `of channel "online" by age`; the period where the other has another one. */
function placeOf(relation: Relation, { one, other }: Crossing): string {
  const held = [...heldCodes(relation)].map(([dimension, code]) => `${dimension} "${code}"`);
  const names = [
    ...(one.period === other.period ? [] : [relation.period.replace('-', ' ')]),
    ...Object.entries(relation.by).map(([dimension, level]) => nameOf(dimension, level)),
  ];
  const of = held.length === 0 ? [] : [`of ${listed(held)}`];
  return [...of, ...(names.length === 0 ? ['in total'] : [`by ${listed(names)}`])].join(' ');
}

/** The finer of both sides in each dimension. */
function jointNames({ one, other, finer }: Crossing, narrow: Relation | undefined): string[] {
  const held = narrow === undefined ? heldCodes(one) : heldCodes(narrow);
  const isKept = (dimension: string) =>
    held.has(dimension) && (narrow !== undefined || heldCodes(other).has(dimension));
  return [...finer]
    .filter(([name]) => (name === 'period' ? one.period !== other.period : !isKept(name)))
    .map(([name, side]) => {
      if (side === 'neither')
        return name === 'period'
          ? 'periods that divide those of both'
          : `codes of ${name} that divide those of both`;
      const relation = side === 'one' ? one : other;
      if (name === 'period') return relation.period.replace('-', ' ');
      return nameOf(name, relation.by[name] ?? name);
    });
}

function nameOf(dimension: string, level: string): string {
  return dimension === level ? dimension : `${dimension} (${level})`;
}

/** `area`, `area and channel`, `month, area and channel`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
