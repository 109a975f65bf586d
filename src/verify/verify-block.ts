/** Checks the certificate of one block: its proofs, its worlds, and that each cell has what its verdict needs. */

import type { BlockRow } from '../model/blocks.ts';
import { type BlockCertificate, formatRelation, parseWorld } from '../model/certificate.ts';
import { valueAt } from '../model/look-up.ts';
import { type Bounds, checkProof, type Ground, narrowed, openExplanations, type Standing } from './proof.ts';
import { type Category, isCertified, type Question } from './question.ts';

/** Whatever is missing, wrong or does not add up: where, and what. */
export interface Fault {
  readonly at: string;
  readonly what: string;
}

/** A block of hidden cells as the files have it; cells by their place in `keys`. */
export interface HiddenBlock extends Question {
  readonly keys: readonly string[];
  readonly relations: readonly BlockRow[];
  /** What is known of each cell before the promise is counted in. */
  readonly bounds: Bounds;
}

/** What an audit says of one cell. */
export interface Claim {
  readonly verdict: 'open' | 'k-or-more';
  readonly least: number;
  /** Null where there is no limit. */
  readonly most: number | null;
}

interface Asked {
  readonly ranges: ReadonlyMap<string, Claim>;
  readonly certificates: readonly BlockCertificate[];
  /** Keys of the cells that must be shown. */
  readonly sample: ReadonlySet<string>;
}

/** What is at fault, and the keys of the sampled cells for which the solver's word is all there is. */
export function checkBlock(
  hidden: HiddenBlock,
  { ranges, certificates, sample }: Asked,
): { faults: readonly Fault[]; onWord: readonly string[] } {
  const { keys, promised } = hidden;
  const keyOf = (cell: number) => valueAt(keys, cell);
  const sampled = promised.filter((cell) => sample.has(keyOf(cell)));
  const certificate = certificates.find(({ cells }) => cells.join() === keys.join());
  if (!isCertified(hidden, sampled.length)) return { faults: [], onWord: [] };
  if (certificate === undefined) {
    const what = 'it has no certificate';
    const lacking = sampled.length > 0 ? sampled : hidden.categories.map(({ column }) => column);
    return { faults: lacking.map((cell) => ({ at: keyOf(cell), what })), onWord: [] };
  }
  const proofs = checkProofs(hidden, certificate);
  const worlds = checkWorlds(hidden, certificate, claimedBounds(hidden, ranges));
  const missing = sampled.flatMap((cell) => {
    const verdict = ranges.get(keyOf(cell))?.verdict;
    const what = lacking(hidden, cell, verdict, { ...proofs, worlds: worlds.sound });
    return what === undefined ? [] : [{ at: keyOf(cell), what }];
  });
  const onWord = sampled.filter((cell) => proofs.onWord.has(cell)).map(keyOf);
  const empties = hidden.categories
    .filter((category) => !mayHold(category, { ...proofs, worlds: worlds.sound }))
    .map(({ column }) => ({
      at: keyOf(column),
      what: 'no world shows that somebody of its group can be in it',
    }));
  return { faults: [...proofs.faults, ...worlds.faults, ...missing, ...empties], onWord };
}

/** Bounds within which every world must lie: those of the files, the stated ranges, and k where a cell must reach it. */
function claimedBounds({ bounds, keys, promised, rules }: HiddenBlock, ranges: Asked['ranges']): Bounds {
  return promised.reduce((known, cell) => {
    const claim = ranges.get(valueAt(keys, cell));
    if (claim === undefined) return known;
    const least = claim.verdict === 'k-or-more' ? Math.max(rules(cell).many, claim.least) : claim.least;
    return narrowed(known, cell, least, claim.most ?? Number.POSITIVE_INFINITY);
  }, bounds);
}

interface CheckedProofs {
  /** Cells shown to be k or more, and cells shown to be 0. */
  readonly many: ReadonlySet<number>;
  readonly zero: ReadonlySet<number>;
  readonly onWord: ReadonlySet<number>;
  readonly faults: readonly Fault[];
}

/** Proof by proof, each with what those before it proved. */
function checkProofs(hidden: HiddenBlock, certificate: BlockCertificate): CheckedProofs {
  const { keys, rules, explains } = hidden;
  const byText = new Map(hidden.relations.map((row) => [formatRelation(row), row]));
  const found = { many: new Set<number>(), zero: new Set<number>(), onWord: new Set<number>() };
  const faults = certificate.relations
    .filter((text) => !byText.has(text))
    .map((text) => ({
      at: valueAt(keys, 0),
      what: `its certificate uses a relation that does not hold: ${text}`,
    }));
  if (faults.length > 0) return { ...found, faults };
  const relations = certificate.relations.flatMap((text) => byText.get(text) ?? []);
  let { bounds } = hidden;
  for (const step of certificate.proofs) {
    const { cell, is } = step;
    const standing = mayProve(hidden, step) ? standingOf({ relations, explains }, bounds, step) : 'fails';
    if (standing === 'fails') {
      faults.push({
        at: keys[cell] ?? `place ${cell}`,
        what: 'the proof of what it must be does not add up',
      });
      continue;
    }
    if (standing === 'word') found.onWord.add(cell);
    found[is === 'zero' ? 'zero' : 'many'].add(cell);
    if (is === 'k-or-more') bounds = narrowed(bounds, cell, rules(cell).many, Number.POSITIVE_INFINITY);
  }
  return { ...found, faults };
}

/** Of cells that the promise covers; and of groups, that they are empty. */
function mayProve(
  { promised, categories }: HiddenBlock,
  { cell, is }: BlockCertificate['proofs'][number],
): boolean {
  const isGroup = () => categories.some(({ peopled }) => peopled.some(({ column }) => column === cell));
  return promised.includes(cell) || (is === 'zero' && isGroup());
}

/** That a cell is always 0 must hold whether or not a world explains the hiding; that it is k or more, where one does. */
function standingOf(
  ground: Omit<Ground, 'explained'>,
  bounds: Bounds,
  { cell, is, proof }: BlockCertificate['proofs'][number],
): Standing {
  const explained = is === 'k-or-more';
  const against = explained
    ? narrowed(bounds, cell, 0, 0)
    : narrowed(bounds, cell, 1, Number.POSITIVE_INFINITY);
  return checkProof({ ...ground, explained }, against, proof);
}

type Worlds = readonly (readonly number[])[];

/** The worlds that lie within the bounds, fit all relations and explain the hiding. */
function checkWorlds(
  hidden: HiddenBlock,
  { worlds }: BlockCertificate,
  bounds: Bounds,
): { sound: Worlds; faults: readonly Fault[] } {
  const judged = worlds.map((text, at) => {
    const world = parseWorld(text);
    const what =
      world === undefined ? 'it is not a list of whole numbers' : worldFault(hidden, world, bounds);
    return { world: world ?? [], at: `world ${at + 1} of the block of ${hidden.keys[0]}`, what };
  });
  return {
    sound: judged.filter(({ what }) => what === undefined).map(({ world }) => world),
    faults: judged.flatMap(({ at, what }) => (what === undefined ? [] : [{ at, what }])),
  };
}

function worldFault(
  { keys, relations, explains }: HiddenBlock,
  world: readonly number[],
  { lower, upper }: Bounds,
): string | undefined {
  if (world.length !== keys.length) return `it has ${world.length} numbers for ${keys.length} cells`;
  const outside = world.findIndex(
    (count, cell) => count < valueAt(lower, cell) || count > valueAt(upper, cell),
  );
  if (outside >= 0) return `its ${world[outside]} for ${keys[outside]} is outside what is known of the cell`;
  const missed = relations.find((row) => !holds(row, world));
  if (missed !== undefined) return `it misses the relation ${formatRelation(missed)}`;
  const reasons = openExplanations({ explains }, { lower: world, upper: world });
  return reasons.length === 0 ? 'no cell in it explains why anything is hidden' : undefined;
}

function holds({ columns, coefficients, lower, upper }: BlockRow, world: readonly number[]): boolean {
  const sum = columns.reduce(
    (total, cell, term) => total + valueAt(coefficients, term) * valueAt(world, cell),
    0,
  );
  return sum >= lower && sum <= upper;
}

/** Whether a category can hold somebody, or its group is shown to be empty as well. */
function mayHold(
  { column, peopled }: Category,
  { many, zero, worlds }: Pick<CheckedProofs, 'many' | 'zero'> & { worlds: Worlds },
): boolean {
  const isEmptyGroup = peopled.some(({ column: group }) => zero.has(group));
  return isEmptyGroup || many.has(column) || worlds.some((world) => valueAt(world, column) > 0);
}

/** What is lacking for a verdict to be shown; undefined where nothing is. */
function lacking(
  { withheld, rules }: HiddenBlock,
  cell: number,
  verdict: Claim['verdict'] | undefined,
  { many, zero, worlds }: Pick<CheckedProofs, 'many' | 'zero'> & { worlds: Worlds },
): string | undefined {
  const { many: least, isProvable } = rules(cell);
  if (verdict === 'k-or-more')
    return isProvable && many.has(cell) ? undefined : `nothing shows that it is ${least} or more`;
  if (!worlds.some((world) => world[cell] === 0)) return 'no world shows that it can be 0';
  if (worlds.some((world) => valueAt(world, cell) >= least) || (!withheld.has(cell) && zero.has(cell)))
    return undefined;
  return `no world shows that it can be ${least} or more`;
}
