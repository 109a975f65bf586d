/**
 * The part to trust: whether a release keeps the promise, decided for every cell that the promise covers by exact addition of
 * whole numbers alone. Nothing here looks for anything: no solver is known, and of who made a certificate nothing is
 * believed. To trust it, read this folder, in this order; src/formats/certificate.ts, how certificates are written; and of
 * src/system, which is three times as long, what a cell must be able to be (rule.ts), what is left of relations beside
 * published counts (blocks.ts), which requests everybody has by name (listed.ts), which cells are zero by nature
 * (natural-zeros.ts), and the relations themselves, from editions.ts down, which take codes and periods from src/program.
 * That these are all that hold is what is taken for granted: docs/method.md lists them by rule.
 *
 *   facts.ts          what everybody knows: relations, published counts, zeros that cannot be otherwise, bounds on the record
 *   exposed.ts        what follows from these one relation after another, and must not
 *   question.ts       the rest, block by block: which cells the promise covers, and what must be able to hold of each
 *   proof.ts          when a sum of relations, or cases of such sums, shows that no world is left
 *   verify-block.ts   what the certificate of a block shows of each of its cells
 *   verify.ts         all blocks, that no certificate is missing or stray, and that what audit.json says of cells beside its
 *                     certificates is what these show
 *
 * Why that suffices. A reader knows the relations, the promise, and so that each block hides somebody. Her worlds are those
 * that fit all relations and bounds, hold k or more in each cell that must hold somebody, and have in each block a cell that
 * explains why it is hidden. Of each hidden cell it is shown either
 *
 *   that it is k or more     by a proof that it is 0 in no world, which takes nothing but relations, bounds, the reason of the
 *                            hiding, and what proofs before it have shown: so she is told that, and rightly
 *   or that it is open       by two worlds that are hers, one with 0 and one with k or more in its place. A world counts only
 *                            if it holds k or more wherever a proof says so; so nothing that she concludes takes it from her.
 *                            A difference of published cells may also be shown to be nothing but 0
 *
 * Each block has a world: where none is left, anything could be proved. Worlds of one block go with any worlds of all others,
 * since no relation joins blocks. A cell or a block without such a certificate is a fault, and a release with a fault does not
 * exist. Not decided here: whether sets of people whom no cell names are told (src/attack/told-sets.ts), and whether as many
 * people as k are behind each published count, which only tallies know (src/run/release/checks.ts).
 */

import type { Audit } from '../formats/audit-file.ts';
import type { BlockCertificate } from '../formats/certificate.ts';
import { valueAt } from '../indexes/look-up.ts';
import { type Block, type Split, splitSystem } from '../system/blocks.ts';
import type { System } from '../system/system.ts';
import { exposedCells } from './exposed.ts';
import type { Facts, PublicKnowledge } from './facts.ts';
import { boundsOf, openQuestion } from './question.ts';
import { countIn, type Fault, type HiddenBlock, type Shown, verifyBlock } from './verify-block.ts';

export interface VerifyInput extends Omit<PublicKnowledge, 'system'> {
  readonly system: System;
  readonly certificates: readonly BlockCertificate[];
}

export interface Verified {
  /** None: the promise is kept of every cell. */
  readonly faults: readonly Fault[];
  /** How many cells must be shown: hidden ones that do not follow from published counts one by one. */
  readonly asked: number;
  /** By key of a cell that is shown. */
  readonly shown: ReadonlyMap<string, ShownCell>;
}

interface ShownCell {
  readonly as: Shown;
  /** Its counts in the worlds of its block. */
  readonly counts: readonly number[];
}

export function verify({ system, facts, k, certificates }: VerifyInput): Verified {
  const split = splitSystem(system, facts.given);
  const blocks = split.blocks.flatMap((block) => hiddenBlock(system, facts, split.known, block, k) ?? []);
  const byCells = new Map(certificates.map((certificate) => [certificate.cells.join('\n'), certificate]));
  const found = blocks.map((block) => ({
    ...verifyBlock(block, byCells.get(block.keys.join('\n'))),
    ...block,
  }));
  const shown = found.flatMap(({ keys, worlds, ...block }) =>
    [...block.shown].map(([cell, as]): [string, ShownCell] => [
      valueAt(keys, cell),
      { as, counts: worlds.map((world) => countIn(world, cell)) },
    ]),
  );
  return {
    faults: [
      ...exposedCells(system, facts, split, k).map(({ key, reason }) => ({ at: key, what: reason })),
      ...strayFaults(blocks, certificates),
      ...found.flatMap(({ faults }) => faults),
    ],
    asked: blocks.reduce((sum, { promised }) => sum + promised.length, 0),
    shown: new Map(shown),
  };
}

function hiddenBlock(
  system: System,
  facts: Facts,
  known: Split['known'],
  block: Block,
  k: number,
): HiddenBlock | undefined {
  const question = openQuestion(system, facts, known, block, k);
  if (question === undefined) return undefined;
  const keys = block.cells.map((cell) => valueAt(system.cells, cell).key);
  return { ...question, relations: block.rows, keys, bounds: boundsOf(facts, block) };
}

/** Certificates of what is no block of hidden cells of these releases, and second ones. */
function strayFaults(
  blocks: readonly HiddenBlock[],
  certificates: VerifyInput['certificates'],
): readonly Fault[] {
  const wanted = new Set(blocks.map(({ keys }) => keys.join('\n')));
  return certificates
    .filter(({ cells }) => !wanted.delete(cells.join('\n')))
    .map(({ cells: [at = 'a certificate'] }) => ({
      at,
      what: 'its certificate is not of a block of hidden cells, or a second one',
    }));
}

/** What addition alone says of an audit: of its certificates and, where these show all, of what it says beside them. */
export function verifyAudit(
  known: Omit<VerifyInput, 'certificates'>,
  { ranges, certificates }: Pick<Audit, 'ranges' | 'certificates'>,
): Verified {
  const verified = verify({ ...known, certificates });
  const claims = new Map(ranges.map((claim) => [`${claim.measure}|${claim.cell}`, claim]));
  return verified.faults.length > 0 ? verified : { ...verified, faults: claimFaults(verified, claims) };
}

/** What an audit says of a cell beside its certificates, for readers: `most` is null where there is no limit. */
export interface Claim {
  readonly verdict: Shown;
  readonly least: number;
  readonly most: number | null;
}

/** Where an audit says of cells, by key, something else than their certificates show. */
export function claimFaults({ shown }: Verified, claims: ReadonlyMap<string, Claim>): Fault[] {
  const unsaid = [...shown.keys()].filter((key) => !claims.has(key));
  return [
    ...unsaid.map((at) => ({ at, what: 'it is hidden, but the audit says nothing of it' })),
    ...[...claims].flatMap(([at, claim]) => {
      const cell = shown.get(at);
      const what =
        cell === undefined ? 'the audit speaks of it, but nothing is shown of it' : misstated(cell, claim);
      return what === undefined ? [] : [{ at, what }];
    }),
  ];
}

function misstated({ as, counts }: ShownCell, { verdict, least, most }: Claim): string | undefined {
  if (as !== verdict) return `the audit calls it ${verdict}, and it is shown to be ${as}`;
  const outside = counts.find((count) => count < least || (most !== null && count > most));
  return outside === undefined ? undefined : `a world has ${outside} in it, outside the range in the audit`;
}
