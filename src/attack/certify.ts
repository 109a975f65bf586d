/**
 * Certificates for what the attack found, from what the attack knew: published files alone. Worlds are the
 * attack's own; what it found impossible is proved anew, so that addition can show it.
 */

import {
  type BlockCertificate,
  formatRelation,
  formatSum,
  formatWorlds,
  type Proof,
  parseSum,
} from '../formats/certificate.ts';
import { entryOf, valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import { type HeldWorld, heldCount, type World, wholeWorld } from '../solver/worlds.ts';
import type { Block } from '../system/blocks.ts';
import { type Bounds, narrowed } from '../verify/proof.ts';
import type { Question } from '../verify/question.ts';
import type { BlockFindings } from './attack.ts';
import { chooseWorlds, type Wanted } from './choose-worlds.ts';
import { openProver, type Prover } from './prove.ts';
import type { Reported } from './reported.ts';

/** Of one block of a report. Where no proof is found there is none in its certificate, and no release comes of it. */
export function certifyBlock(
  found: BlockFindings,
  { block, question, model }: Reported,
  solver: Solver,
): BlockCertificate {
  const ground = { relations: block.rows, explains: question.explains };
  const prover = openProver(ground, block.cells.length, solver);
  try {
    const proofs = [
      ...proveFindings(found, model, prover, question.rules),
      ...emptyGroups(found, question).flatMap((cell) => proveZero(cell, model, prover)),
    ];
    const chosen = chooseWorlds(found.worlds, wantedOf(found, question));
    const worlds = formatWorlds(writtenOut(chosen));
    return { cells: [...found.cells], worlds, ...citing(block, proofs) };
  } finally {
    prover.close();
  }
}

/** What worlds must show: that there is one, of each open cell that it can be 0 and k or more, and of each category that it need not be empty. */
function wantedOf({ cells, findings }: BlockFindings, { categories, rules }: Question): Wanted[] {
  const places = new Map(cells.map((key, column) => [key, column]));
  const open = findings.filter(({ verdict }) => verdict === 'open').map(({ key }) => entryOf(places, key));
  return [
    { column: 0, least: 0, most: Number.POSITIVE_INFINITY },
    ...open.flatMap((column) => [
      { column, least: 0, most: 0 },
      { column, least: rules(column).many, most: Number.POSITIVE_INFINITY },
    ]),
    ...categories.map(({ column }) => ({ column, least: 1, most: Number.POSITIVE_INFINITY })),
  ];
}

/** One after another: all at once may not fit into memory. */
function* writtenOut(worlds: readonly HeldWorld[]): Generator<World> {
  for (const world of worlds) yield wholeWorld(world);
}

type Proofs = BlockCertificate['proofs'][number][];

/** First the cells that must hold k or more, in the order in which they follow, then those that can only be 0. */
function proveFindings(
  { cells, provablyLarge, rays, findings }: BlockFindings,
  start: Bounds,
  prover: Prover,
  rules: Question['rules'],
): Proofs {
  let bounds = start;
  const proofs: Proofs = [];
  for (const key of provablyLarge) {
    const cell = cells.indexOf(key);
    const proof = prover.proveUnexplained(narrowed(bounds, cell, 0, 0), rays?.get(key));
    if (proof === undefined) continue;
    proofs.push({ cell, is: 'k-or-more', proof });
    bounds = narrowed(bounds, cell, rules(cell).many, Number.POSITIVE_INFINITY);
  }
  for (const { key, verdict, manyWorld } of findings) {
    if (verdict === 'open' && manyWorld === null)
      proofs.push(...proveZero(cells.indexOf(key), bounds, prover));
  }
  return proofs;
}

function proveZero(cell: number, bounds: Bounds, prover: Prover): Proofs {
  const proof = prover.prove(narrowed(bounds, cell, 1, Number.POSITIVE_INFINITY));
  return proof === undefined ? [] : [{ cell, is: 'zero', proof }];
}

/** Groups that no world of the attack has anybody of in a category; those of the findings are proved anyway. */
function emptyGroups(
  { cells, worlds, provablyLarge, findings }: BlockFindings,
  { categories }: Question,
): number[] {
  const proved = new Set(findings.map(({ key }) => cells.indexOf(key)));
  const lacking = categories.filter(
    ({ column }) =>
      !provablyLarge.includes(valueAt(cells, column)) &&
      !worlds.some((world) => heldCount(world, column) > 0),
  );
  const groups = lacking.flatMap(({ peopled }) => peopled.map(({ column }) => column));
  return [...new Set(groups)].filter((group) => !proved.has(group));
}

/** The relations of a sum that the attack itself wrote down. */
function sumIn(text: string): [number, number][] {
  const sum = parseSum(text);
  if (sum === undefined) throw new Error('internal error: the attack wrote a sum that nobody can read');
  return [...sum];
}

/** The relations that proofs add up, each once, and the proofs with these for numbers. */
function citing({ rows }: Block, proofs: Proofs): Pick<BlockCertificate, 'relations' | 'proofs'> {
  const cited = new Map<number, number>();
  const renumber = (proof: Proof): Proof => {
    if ('add' in proof) {
      const sum = sumIn(proof.add);
      for (const [row] of sum) if (!cited.has(row)) cited.set(row, cited.size);
      return { add: formatSum(new Map(sum.map(([row, times]) => [entryOf(cited, row), times]))) };
    }
    if ('few' in proof)
      return { few: proof.few.map(({ cell, proof: why }) => ({ cell, proof: renumber(why) })) };
    if ('word' in proof) throw new Error('internal error: the attack proved nothing');
    return { ...proof, below: renumber(proof.below), above: renumber(proof.above) };
  };
  const renumbered = proofs.map(({ cell, is, proof }) => ({ cell, is, proof: renumber(proof) }));
  const relations = [...cited.keys()].flatMap((row) => {
    const relation = rows[row];
    return relation === undefined ? [] : [formatRelation(relation)];
  });
  return { relations, proofs: renumbered };
}
