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

type World = ReadonlyMap<number, number>;
type Goal = 'none' | 'many';
type Found = 'yes' | 'no' | 'unknown';

/** What is known of a block so far. */
interface Inquiry extends Block {
  readonly k: number;
  readonly large: Set<Asked>;
  readonly refuted: Map<Asked, 'unsafe' | 'undecided'>;
  /** Differences that can only be 0. */
  readonly empty: Set<Asked>;
  worlds: World[];
  /** A world counts only if it explains why anything of the block is hidden: no other block of its group can. */
  readonly needsReason: boolean;
}

/** `ranges`: the ends are asked for too, two programs a cell. */
export function attack(knowledge: Knowledge, { ranges }: { readonly ranges: boolean }): Attacked {
  const { k, cells } = knowledge;
  const { blocks, exact, faults } = blocksOf(knowledge);
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
  const known = [...inquiries.map((one) => ({ ...one, rows: factsOf(one) })), ...others];
  return {
    verdicts,
    faults: [...faults, ...few.map(({ name }) => `${name} is published, and some people and fewer than k.`)],
    sets:
      isKept && faults.length === 0
        ? known.flatMap((block) => [toldSet(block, k) ?? []]).filter(({ length }) => length > 0)
        : [],
  };
}

function verdictsOf(inquiry: Inquiry, ranges: boolean): Verdict[] {
  const { asked, large, refuted } = inquiry;
  return asked.map((one) => {
    const is = refuted.get(one) ?? (large.has(one) ? 'k-or-more' : 'open');
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

function askBlock({ asked, rows, columns, group }: Block, k: number, needsReason: boolean): Inquiry {
  const [large, refuted] = [new Set<Asked>(), new Map<Asked, 'unsafe' | 'undecided'>()];
  const inquiry: Inquiry = {
    asked,
    rows,
    columns,
    group,
    k,
    large,
    refuted,
    empty: new Set(),
    worlds: [],
    needsReason,
  };
  for (let next = nextOf(inquiry); next !== undefined; next = nextOf(inquiry)) {
    const [one, goal] = next;
    const found = look(inquiry, one, goal);
    if (found === 'unknown') refuted.set(one, 'undecided');
    if (found === 'no') conclude(inquiry, one, goal);
  }
  // Where all are k or more, something must still explain that they are hidden.
  if (inquiry.worlds.length > 0 || look(inquiry, undefined, 'many') === 'yes') return inquiry;
  return refuseAll(inquiry);
}

/** The cell is `goal` in no world: never 0, so k or more; or never k or more, as only a difference that is always 0 may be. */
function conclude(inquiry: Inquiry, one: Asked, goal: Goal): void {
  if (goal === 'many' && isOnlyNone(inquiry, one)) inquiry.empty.add(one);
  else if (goal === 'many') inquiry.refuted.set(one, 'unsafe');
  else {
    inquiry.large.add(one);
    inquiry.worlds = inquiry.worlds.filter((world) => countIn(one, world) >= inquiry.k);
  }
}

function refuseAll(inquiry: Inquiry): Inquiry {
  for (const one of inquiry.asked) inquiry.refuted.set(one, 'unsafe');
  return inquiry;
}

function hasReason(inquiry: Inquiry): boolean {
  if (inquiry.worlds.some((world) => isExplained(inquiry, world))) return true;
  return lookForReason(inquiry, factsOf(inquiry), new Map(), undefined) === 'yes';
}

function nextOf(inquiry: Inquiry): [Asked, Goal] | undefined {
  for (const goal of ['none', 'many'] as const) {
    const one = inquiry.asked.find((each) => isMissing(inquiry, each, goal));
    if (one !== undefined) return [one, goal];
  }
  return undefined;
}

function isMissing({ k, large, refuted, empty, worlds }: Inquiry, one: Asked, goal: Goal): boolean {
  const isMet = (count: number) => (goal === 'none' ? count === 0 : count >= k);
  if (large.has(one) || refuted.has(one) || empty.has(one)) return false;
  return !worlds.some((world) => isMet(countIn(one, world)));
}

function countIn({ row }: Asked, world: World): number {
  return sumOver(row.sum, (column) => world.get(column) ?? 0) - row.most;
}

const limit = ({ row }: Asked, least: number, most: number): Row => ({
  sum: row.sum,
  least: least + row.most,
  most: most + row.most,
});

function factsOf({ rows, large, k }: Inquiry): Row[] {
  return [...rows, ...[...large].map((one) => limit(one, k, Infinity))];
}

/** Whether there is a world in which the cell is as it must be; kept where there is. On the way others are brought near to theirs. */
function look(inquiry: Inquiry, one: Asked | undefined, goal: Goal): Found {
  const { asked, k } = inquiry;
  const rows = factsOf(inquiry);
  if (one !== undefined) rows.push(goal === 'none' ? limit(one, 0, 0) : limit(one, k, Infinity));
  const others = asked.filter((other) => isMissing(inquiry, other, goal));
  const wish = new Map<number, number>();
  for (const [at, { row }] of others.entries())
    for (const [column, coefficient] of row.sum)
      wish.set(column, (wish.get(column) ?? 0) + coefficient * (goal === 'none' ? 1 : -1) * (1 + (at % 7)));
  const found = wholeWorld(inquiry, rows, wish);
  if (typeof found === 'string') return found;
  if (!inquiry.needsReason || isExplained(inquiry, found)) return keep(inquiry, found);
  return lookForReason(inquiry, rows, found, one);
}

/** With each hidden count in turn as the one of 1 to k-1 that explains the block: nearest first. */
function lookForReason(inquiry: Inquiry, rows: readonly Row[], near: World, one: Asked | undefined): Found {
  const { asked, k } = inquiry;
  const reasons = asked.filter((other) => other !== one);
  const distance = (other: Asked) => Math.abs(countIn(other, near) - k / 2);
  let isSure = true;
  for (const reason of reasons.toSorted((first, second) => distance(first) - distance(second))) {
    const found = wholeWorld(inquiry, [...rows, limit(reason, 1, k - 1)], new Map());
    if (typeof found !== 'string') return keep(inquiry, found);
    isSure &&= found === 'no';
  }
  return isSure ? 'no' : 'unknown';
}

function keep(inquiry: Inquiry, world: World): Found {
  inquiry.worlds.push(world);
  return 'yes';
}

function isExplained({ asked, k }: Inquiry, world: World): boolean {
  return asked.some((one) => countIn(one, world) >= 1 && countIn(one, world) < k);
}

/** By a linear program, or an integer one where its answer is not whole; every sum is added up again. */
function wholeWorld({ columns }: Inquiry, rows: readonly Row[], wish: Sum): World | 'no' | 'unknown' {
  for (const [goal, whole] of [
    [wish, false],
    [new Map(), true],
  ] as const) {
    let answer = minimise(rows, goal, whole);
    if (answer.is === 'unbounded') answer = minimise(rows, new Map(), whole);
    if (answer.is === 'none') return 'no';
    if (answer.is !== 'found') continue;
    const { world } = answer;
    const rounded = new Map(columns.map((column) => [column, Math.round(world.get(column) ?? 0)]));
    if (rows.every((row) => isKept(row, rounded))) return rounded;
  }
  return 'unknown';
}

function isKept({ sum, least, most }: Row, world: World): boolean {
  const total = sumOver(sum, (column) => world.get(column) ?? 0);
  return total >= least && total <= most;
}

/** Whether a difference can be nothing but 0, which tells of nobody. */
function isOnlyNone(inquiry: Inquiry, one: Asked): boolean {
  return (
    one.isDifference && minimise([...factsOf(inquiry), limit(one, 1, Infinity)], new Map()).is === 'none'
  );
}

function rangeOf(inquiry: Inquiry, { sum, most }: Row): Pick<Verdict, 'least' | 'most'> {
  const rows = factsOf(inquiry);
  const low = minimise(rows, sum);
  const high = minimise(rows, new Map([...sum].map(([column, coefficient]) => [column, -coefficient])));
  return {
    least: low.is === 'found' ? leastWhole(low.value - most) : 0,
    most: high.is === 'found' ? mostWhole(-high.value - most) : null,
  };
}
