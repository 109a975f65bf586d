/**
 * Whether a reader can tell of any hidden count that it stands for some people and fewer than k, in the words of docs/method.md, sections
 * 1 and 4: each must be 0 in one world and k or more in another, or in none 0, and then k or more in all. A world is a whole number
 * for each column that fits every sum, holds k or more wherever that is known, and has a hidden count of 1 to k-1 in the block.
 */
import { type Block, blocksOf } from './blocks.ts';
import { leastWhole, minimise, mostWhole } from './glpk.ts';
import type { Sum } from './joint.ts';
import type { Knowledge } from './knowledge.ts';
import { type Asked, type Row, sumOver } from './rows.ts';
import { toldSet } from './told-set.ts';

interface Verdict {
  readonly name: string;
  readonly isDifference: boolean;
  readonly is: 'open' | 'k-or-more' | 'unsafe' | 'undecided';
  /** Linear programs leave no more than these; null: no limit. */
  readonly least: number;
  readonly most: number | null;
}

export interface Attacked {
  readonly verdicts: readonly Verdict[];
  /** What does not add up, and published counts of some people and fewer than k. */
  readonly faults: readonly string[];
  /** Columns that no cell names and that are told to be somebody, and fewer than k, together: one such set of a block. */
  readonly sets: readonly (readonly number[])[];
}

/** A count for each hidden count of a block, in its order. */
type World = readonly number[];
type Goal = 'none' | 'many';
type Found = 'yes' | 'no' | 'unknown';

/** What is known of a block so far; hidden counts are named by their places. */
interface Inquiry extends Block {
  readonly k: number;
  /** All sums, and that what is known to be k or more is so, where these do not say it. */
  readonly facts: Row[];
  readonly large: Set<number>;
  readonly refuted: Map<number, 'unsafe' | 'undecided'>;
  /** Differences that can only be 0. */
  readonly empty: Set<number>;
  worlds: World[];
  /** Who is 0, or k or more, in some world at hand. */
  readonly met: Readonly<Record<Goal, Set<number>>>;
  /** A world counts only if it explains why anything of the block is hidden: no other block of its group can. */
  readonly needsReason: boolean;
}

/** `ranges`: the ends are asked for too, two programs a cell. */
export function attack(knowledge: Knowledge, { ranges }: { readonly ranges: boolean }): Attacked {
  const { k, cells } = knowledge;
  const { blocks, exact, filled, faults } = blocksOf(knowledge);
  const few = [...cells.values()].filter(({ known = 0 }) => known > 0 && known < k);
  const groups = Map.groupBy(
    blocks.filter((block) => block.asked.length > 0),
    ({ group }) => group,
  );
  const others = blocks.filter((block) => block.asked.length === 0);
  const inquiries = [...groups.values()].flatMap((group) => askGroup(group, k));
  const verdicts = [
    ...exact.map(({ name, count, isDifference }): Verdict => {
      const is = isDifference && count === 0 ? 'open' : 'unsafe';
      return { name, isDifference, is: count >= k ? 'k-or-more' : is, least: count, most: count };
    }),
    ...inquiries.flatMap((inquiry) => verdictsOf(inquiry, ranges)),
  ];
  const isKept = verdicts.every(({ is }) => is !== 'unsafe');
  const known = [...inquiries.map((one) => ({ ...one, rows: one.facts })), ...others];
  return {
    verdicts,
    faults: [...faults, ...few.map(({ name }) => `${name} is published, and some people and fewer than k.`)],
    sets:
      isKept && faults.length === 0
        ? [...exactSets(filled, k), ...known.flatMap((block) => setsOf(block, k))]
        : [],
  };
}

/** Each a set by itself. */
function exactSets(filled: ReadonlyMap<number, number>, k: number): number[][] {
  return [...filled].filter(([, count]) => count >= 1 && count < k).map(([column]) => [column]);
}

function setsOf(block: Block, k: number): (readonly number[])[] {
  const set = toldSet(block, k);
  return set === undefined ? [] : [set];
}

function verdictsOf(inquiry: Inquiry, ranges: boolean): Verdict[] {
  const { asked, large, refuted } = inquiry;
  return asked.map((one, place) => {
    const is = refuted.get(place) ?? (large.has(place) ? 'k-or-more' : 'open');
    const { least, most } = ranges ? rangeOf(inquiry, one.row) : { least: 0, most: null };
    return { name: one.name, isDifference: one.isDifference, is, least, most };
  });
}

/** Every group of blocks hides somebody: where one block alone can explain it, that one must, in each of its worlds. */
function askGroup(group: readonly Block[], k: number): Inquiry[] {
  if (group.length === 1) return group.map((block) => askBlock(block, k, true));
  const inquiries = group.map((block) => askBlock(block, k, false));
  const able = inquiries.filter((inquiry) => hasReason(inquiry));
  if (able.length === 1) return inquiries.map((one) => (able.includes(one) ? askBlock(one, k, true) : one));
  return able.length > 1 ? inquiries : inquiries.map(refuseAll);
}

function askBlock(block: Block, k: number, needsReason: boolean): Inquiry {
  const inquiry: Inquiry = {
    ...block,
    k,
    facts: [...block.rows],
    large: new Set(),
    refuted: new Map(),
    empty: new Set(),
    worlds: [],
    met: { none: new Set(), many: new Set() },
    needsReason,
  };
  for (let next = nextOf(inquiry); next !== undefined; next = nextOf(inquiry)) {
    const [place, goal] = next;
    const least = goal === 'none' ? leastOf(inquiry, place) : 0;
    const found = least >= 1 ? 'no' : look(inquiry, place, goal);
    if (found === 'unknown') inquiry.refuted.set(place, 'undecided');
    if (found === 'no') conclude(inquiry, place, goal, least);
  }
  // Where all are k or more, something must still explain that they are hidden.
  if (inquiry.worlds.length > 0 || look(inquiry, -1, 'many') === 'yes') return inquiry;
  return refuseAll(inquiry);
}

/** The count is `goal` in no world: never 0, so k or more; or never k or more, as only a difference that is always 0 may be. */
function conclude(inquiry: Inquiry, place: number, goal: Goal, least: number): void {
  const { asked, k, facts, large, empty, refuted } = inquiry;
  const one = asked[place] as Asked;
  if (goal === 'none') addLarge(inquiry, place, least);
  else if (one.isDifference && minimise([...facts, limit(one, 1, Infinity)], new Map()).is === 'none')
    empty.add(place);
  else refuted.set(place, 'unsafe');
  inquiry.worlds = inquiry.worlds.filter((world) => [...large].every((each) => (world[each] as number) >= k));
  for (const set of Object.values(inquiry.met)) set.clear();
  for (const world of inquiry.worlds) mark(inquiry, world);
}

/** With all that hold it: these are larger by what they have beside it. `told`: what it is at least without the promise. */
function addLarge({ asked, k, facts, large }: Inquiry, place: number, told: number): void {
  const one = asked[place] as Asked;
  large.add(place);
  if (told < k) facts.push(limit(one, k, Infinity));
  for (const [at, other] of asked.entries()) {
    const least = k + one.row.most - other.row.most;
    if (least < 1 || large.has(at) || !isWithin(one.row.sum, other.row.sum)) continue;
    large.add(at);
    if (least < k) facts.push(limit(other, k, Infinity));
  }
}

/** The least that sums and facts leave of a count. */
function leastOf({ asked, facts }: Inquiry, place: number): number {
  const { row } = asked[place] as Asked;
  const answer = minimise(facts, row.sum);
  return answer.is === 'found' ? leastWhole(answer.value - row.most) : 0;
}

function isWithin(part: Sum, whole: Sum): boolean {
  const isShared =
    part.size <= whole.size && [...part].every(([column, times]) => whole.get(column) === times);
  return isShared && [...whole.values()].every((times) => times > 0);
}

function refuseAll(inquiry: Inquiry): Inquiry {
  for (const place of inquiry.asked.keys()) inquiry.refuted.set(place, 'unsafe');
  return inquiry;
}

function hasReason(inquiry: Inquiry): boolean {
  if (inquiry.worlds.some((world) => isExplained(inquiry, world))) return true;
  return lookForReason(inquiry, inquiry.facts, inquiry.worlds[0] ?? [], -1) === 'yes';
}

function nextOf(inquiry: Inquiry): [place: number, goal: Goal] | undefined {
  for (const goal of ['none', 'many'] as const)
    for (const place of inquiry.asked.keys()) if (isMissing(inquiry, place, goal)) return [place, goal];
  return undefined;
}

function isMissing({ large, refuted, empty, met }: Inquiry, place: number, goal: Goal): boolean {
  return !(met[goal].has(place) || large.has(place) || refuted.has(place) || empty.has(place));
}

const limit = ({ row }: Asked, least: number, most: number): Row => ({
  sum: row.sum,
  least: least + row.most,
  most: most + row.most,
});

/** Whether there is a world in which the count is as it must be; kept where there is. On the way others are brought near to theirs. */
function look(inquiry: Inquiry, place: number, goal: Goal): Found {
  const { asked, k, facts } = inquiry;
  const one = asked[place];
  const rows =
    one === undefined ? facts : [...facts, goal === 'none' ? limit(one, 0, 0) : limit(one, k, Infinity)];
  const wish = new Map<number, number>();
  for (const [at, { row }] of asked.entries()) {
    if (!isMissing(inquiry, at, goal)) continue;
    for (const [column, coefficient] of row.sum)
      wish.set(column, (wish.get(column) ?? 0) + coefficient * (goal === 'none' ? 1 : -1) * (1 + (at % 7)));
  }
  const found = wholeWorld(inquiry, rows, wish);
  if (typeof found === 'string') return found;
  if (!inquiry.needsReason || isExplained(inquiry, found)) return keep(inquiry, found);
  return lookForReason(inquiry, rows, found, place);
}

/** With each hidden count in turn as the one of 1 to k-1 that explains the block: nearest first. */
function lookForReason(inquiry: Inquiry, rows: readonly Row[], near: World, place: number): Found {
  const { asked, k } = inquiry;
  const distance = (at: number) => Math.abs((near[at] ?? 0) - k / 2);
  const reasons = [...asked.keys()].filter((at) => at !== place);
  let isSure = true;
  for (const at of reasons.sort((one, other) => distance(one) - distance(other))) {
    const found = wholeWorld(inquiry, [...rows, limit(asked[at] as Asked, 1, k - 1)], new Map());
    if (typeof found !== 'string') return keep(inquiry, found);
    isSure &&= found === 'no';
  }
  return isSure ? 'no' : 'unknown';
}

function keep(inquiry: Inquiry, world: World): Found {
  inquiry.worlds.push(world);
  mark(inquiry, world);
  return 'yes';
}

function mark({ met, k }: Inquiry, world: World): void {
  for (const [place, count] of world.entries()) {
    if (count === 0) met.none.add(place);
    if (count >= k) met.many.add(place);
  }
}

function isExplained({ k }: Inquiry, world: World): boolean {
  return world.some((count) => count >= 1 && count < k);
}

/** By a linear program, or an integer one where its answer is not whole; every sum is added up again. */
function wholeWorld({ asked }: Inquiry, rows: readonly Row[], wish: Sum): World | 'no' | 'unknown' {
  for (const [goal, whole] of [
    [wish, false],
    [new Map(), true],
  ] as const) {
    let answer = minimise(rows, goal, whole);
    if (answer.is === 'unbounded') answer = minimise(rows, new Map(), whole);
    if (answer.is === 'none') return 'no';
    if (answer.is !== 'found') continue;
    const { world } = answer;
    const rounded = (column: number) => Math.round(world.get(column) ?? 0);
    if (rows.every((row) => isKept(row, rounded)))
      return asked.map(({ row }) => sumOver(row.sum, rounded) - row.most);
  }
  return 'unknown';
}

function isKept({ sum, least, most }: Row, countOf: (column: number) => number): boolean {
  const total = sumOver(sum, countOf);
  return total >= least && total <= most;
}

function rangeOf({ facts }: Inquiry, { sum, most }: Row): Pick<Verdict, 'least' | 'most'> {
  const low = minimise(facts, sum);
  const high = minimise(facts, new Map([...sum].map(([column, coefficient]) => [column, -coefficient])));
  return {
    least: low.is === 'found' ? leastWhole(low.value - most) : 0,
    most: high.is === 'found' ? mostWhole(-high.value - most) : null,
  };
}
