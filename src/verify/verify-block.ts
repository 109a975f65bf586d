/**
 * The certificate of one block of hidden cells: its proofs, its worlds, and that each cell which the promise covers is shown
 * by them to be k or more, or to be able to be anything.
 */

import { type BlockCertificate, formatRelation, parseWorld } from '../formats/certificate.ts';
import type { Constraint } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { addUp, type Bounds, isProven, narrowed } from './proof.ts';
import type { Category, Question } from './question.ts';

/** Whatever is missing, wrong or does not add up: where, and what. */
export interface Fault {
  readonly at: string;
  readonly what: string;
}

/** A block of hidden cells as the files have it; cells by their place in `keys`. */
export interface HiddenBlock extends Question {
  readonly keys: readonly string[];
  readonly relations: readonly Constraint[];
  /** What is known of each cell before the promise is counted in. */
  readonly bounds: Bounds;
}

/** `open`: the cell could be anything. Both keep the promise. */
export type Shown = 'open' | 'k-or-more';

/** The counts of a world that is written out, but for these. */
interface World {
  readonly of: readonly number[];
  readonly changes: ReadonlyMap<number, number>;
}

/** The count of a cell in it. */
export function countIn({ of, changes }: World, cell: number): number {
  return changes.get(cell) ?? valueAt(of, cell);
}

export interface VerifiedBlock {
  /** By cell that the promise covers. Less than all of them, only beside faults. */
  readonly shown: ReadonlyMap<number, Shown>;
  /** The worlds of the certificate that are worlds. */
  readonly worlds: readonly World[];
  readonly faults: readonly Fault[];
}

export function verifyBlock(hidden: HiddenBlock, certificate: BlockCertificate | undefined): VerifiedBlock {
  const { keys, promised, categories } = hidden;
  if (certificate === undefined) {
    const fault = { at: valueAt(keys, 0), what: 'the block that it stands in has no certificate' };
    return { shown: new Map(), worlds: [], faults: [fault] };
  }
  const proven = checkProofs(hidden, certificate);
  const { worlds, faults } = checkWorlds(hidden, certificate, proven.bounds);
  if (worlds.length === 0) {
    // Where nothing can be so, anything can be proved.
    const fault = {
      at: valueAt(keys, 0),
      what: 'no world shows that counts explain what is hidden around it',
    };
    return { shown: new Map(), worlds, faults: [...proven.faults, ...faults, fault] };
  }
  const found: Found = { ...proven, worlds };
  const shown = new Map<number, Shown>();
  const lacking: Fault[] = [];
  for (const cell of promised) {
    const what = lackingOf(hidden, cell, found);
    if (what !== undefined) lacking.push({ at: valueAt(keys, cell), what });
    else shown.set(cell, proven.provablyLarge.has(cell) ? 'k-or-more' : 'open');
  }
  const empties = categories
    .filter((category) => !mayHold(category, found))
    .map(({ column }) => ({
      at: valueAt(keys, column),
      what: 'no world shows that somebody of its group can be in it',
    }));
  return { shown, worlds, faults: [...proven.faults, ...faults, ...lacking, ...empties] };
}

interface Proven {
  /** Cells shown to be k or more, and cells shown to be 0. */
  readonly provablyLarge: ReadonlySet<number>;
  readonly zero: ReadonlySet<number>;
  /** With all of `provablyLarge` counted in. */
  readonly bounds: Bounds;
  readonly faults: readonly Fault[];
}

type Found = Pick<Proven, 'provablyLarge' | 'zero'> & { readonly worlds: readonly World[] };

/** Proof by proof, each with what those before it proved. */
function checkProofs(hidden: HiddenBlock, certificate: BlockCertificate): Proven {
  const { keys, rules } = hidden;
  const provablyLarge = new Set<number>();
  const zero = new Set<number>();
  const faults: Fault[] = [];
  let { bounds } = hidden;
  const byText = new Map(hidden.relations.map((row) => [formatRelation(row), row]));
  const relations = certificate.relations.map((text) => byText.get(text));
  for (const [at, row] of relations.entries())
    if (row === undefined) {
      const what = `its certificate uses a relation that does not hold: ${certificate.relations[at]}`;
      faults.push({ at: valueAt(keys, 0), what });
    }
  if (faults.length > 0) return { provablyLarge, zero, bounds, faults };
  for (const step of certificate.proofs) {
    const { cell, is } = step;
    if (!holdsStep(hidden, relations as readonly Constraint[], bounds, step)) {
      const what = 'the proof of what it must be does not add up';
      faults.push({ at: keys[cell] ?? `place ${cell}`, what });
    } else if (is === 'k-or-more') {
      provablyLarge.add(cell);
      bounds = narrowed(bounds, cell, rules(cell).many, Number.POSITIVE_INFINITY);
    } else zero.add(cell);
  }
  return { provablyLarge, zero, bounds, faults };
}

/**
 * That a hidden cell is k or more must hold where a world explains the hiding; that a cell under the promise, or a group, is
 * always 0, in every world.
 */
function holdsStep(
  { promised, categories, explains, rules }: HiddenBlock,
  relations: readonly Constraint[],
  bounds: Bounds,
  { cell, is, proof }: BlockCertificate['proofs'][number],
): boolean {
  if (is === 'k-or-more') {
    const mayBeKnown = promised.includes(cell) && rules(cell).isProvable;
    const ground = { relations, explains, explained: true };
    return mayBeKnown && isProven(ground, narrowed(bounds, cell, 0, 0), proof);
  }
  const isGroup = () => categories.some(({ peopled }) => peopled.some(({ column }) => column === cell));
  const ground = { relations, explains, explained: false };
  const somebody = () => narrowed(bounds, cell, 1, Number.POSITIVE_INFINITY);
  return (promised.includes(cell) || isGroup()) && isProven(ground, somebody(), proof);
}

/** The worlds that lie within the bounds, fit all relations and explain the hiding. */
function checkWorlds(
  hidden: HiddenBlock,
  { worlds }: BlockCertificate,
  bounds: Bounds,
): Pick<VerifiedBlock, 'worlds' | 'faults'> {
  const sound: World[] = [];
  const faults: Fault[] = [];
  const touching = relationsByCell(hidden);
  let first: World | undefined;
  for (const [at, text] of worlds.entries()) {
    const world = readWorld(text, first);
    const what = typeof world === 'string' ? world : worldFault(hidden, world, bounds, touching);
    if (what !== undefined) faults.push({ at: `world ${at + 1} of the block of ${hidden.keys[0]}`, what });
    else if (typeof world !== 'string') {
      sound.push(world);
      if (at === 0) first = world;
    }
  }
  return { worlds: sound, faults };
}

function relationsByCell({ keys, relations }: HiddenBlock): readonly (readonly Constraint[])[] {
  const found = keys.map((): Constraint[] => []);
  for (const relation of relations) for (const cell of relation.columns) found[cell]?.push(relation);
  return found;
}

/** `first`: of the certificate, if that is a sound one. Gives why there is none. */
function readWorld(text: string, first: World | undefined): World | string {
  const world = parseWorld(text);
  if (world === undefined) return 'it is not a list of whole numbers';
  if ('whole' in world) return { of: world.whole, changes: new Map() };
  return first === undefined
    ? 'the first, from which it differs, is none'
    : { of: first.of, changes: world.changes };
}

/** Of a world that is told by its changes, what they change: all else holds of it because it holds of the first. */
function worldFault(
  { keys, relations, explains }: HiddenBlock,
  world: World,
  { lower, upper }: Bounds,
  touching: readonly (readonly Constraint[])[],
): string | undefined {
  const { of, changes } = world;
  if (of.length !== keys.length) return `it has ${of.length} numbers for ${keys.length} cells`;
  const isWhole = changes.size === 0;
  const cells = [...(isWhole ? of.keys() : changes.keys())];
  const outside = cells.find((cell) => {
    const count = countIn(world, cell);
    return !(count >= (lower[cell] ?? Number.NaN) && count <= (upper[cell] ?? Number.NaN));
  });
  if (outside !== undefined) {
    const cell = keys[outside] ?? `place ${outside}`;
    return `its ${countIn(world, outside)} for ${cell} is outside what is known of the cell`;
  }
  const touched = isWhole ? relations : new Set(cells.flatMap((cell) => valueAt(touching, cell)));
  const missed = [...touched].find((row) => !holds(row, world));
  if (missed !== undefined) return `it misses the relation ${formatRelation(missed)}`;
  const isExplained = explains.some((limits) =>
    limits.every(({ column, lower: least, upper: most }) => {
      const count = countIn(world, column);
      return count >= least && count <= most;
    }),
  );
  return isExplained ? undefined : 'no cell in it explains why anything is hidden';
}

function holds({ columns, coefficients, lower, upper }: Constraint, world: World): boolean {
  const sum = addUp(
    coefficients,
    columns.map((cell) => countIn(world, cell)),
  );
  return sum >= lower && sum <= upper;
}

/** Whether a category can hold somebody, or its group is shown to be empty as well. */
function mayHold({ column, peopled }: Category, { provablyLarge, zero, worlds }: Found): boolean {
  const isEmptyGroup = peopled.some(({ column: group }) => zero.has(group));
  return isEmptyGroup || provablyLarge.has(column) || worlds.some((world) => countIn(world, column) > 0);
}

/** What is lacking for the promise to be shown of a cell; undefined where nothing is. */
function lackingOf(
  { withheld, rules }: HiddenBlock,
  cell: number,
  { provablyLarge, zero, worlds }: Found,
): string | undefined {
  if (provablyLarge.has(cell)) return undefined;
  const { many, isProvable } = rules(cell);
  if (!worlds.some((world) => countIn(world, cell) === 0))
    return `no world shows that it can be 0${isProvable ? `, no proof that it is ${many} or more` : ''}`;
  if (worlds.some((world) => countIn(world, cell) >= many)) return undefined;
  const isAlwaysZero = !withheld.has(cell) && zero.has(cell);
  return isAlwaysZero ? undefined : `no world shows that it can be ${many} or more`;
}
