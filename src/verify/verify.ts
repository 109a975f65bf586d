/**
 * Checks the certificates of an audit against published files, by addition of whole numbers alone: no solver
 * is asked, and nothing is believed that the files do not say.
 */

import { type Block, type Split, splitSystem } from '../model/blocks.ts';
import type { BlockCertificate } from '../model/certificate.ts';
import { valueAt } from '../model/look-up.ts';
import type { System } from '../model/system.ts';
import { exposedCells } from './exposed.ts';
import type { Facts } from './facts.ts';
import { boundsOf, openQuestion } from './question.ts';
import { sampleCells } from './sample.ts';
import { type Claim, checkBlock, type Fault, type HiddenBlock } from './verify-block.ts';

/** What an audit claims, by key of the cell. */
export interface Claims {
  readonly ranges: ReadonlyMap<string, Claim>;
  /** How many cells have certificates. */
  readonly certified: number;
  readonly certificates: readonly BlockCertificate[];
}

export interface CheckReport {
  /** Whatever is missing, wrong or does not add up; where, and what. None: all claims in the sample are shown. */
  readonly faults: readonly Fault[];
  /** Cells of the sample that are shown. */
  readonly shown: number;
  /** Cells, by key, that are k or more if the solver is right; no addition shows it. */
  readonly onWord: readonly string[];
}

export interface CheckInput {
  readonly system: System;
  readonly facts: Facts;
  readonly k: number;
  readonly claims: Claims;
}

export function checkCertificates({ system, facts, k, claims }: CheckInput): CheckReport {
  const split = splitSystem(system, facts.given);
  const hidden = split.blocks.flatMap((block) => hiddenBlock(system, facts, split.known, block, k) ?? []);
  const sample = sampleCells(
    hidden.map(({ keys, promised }) => ({
      size: keys.length,
      keys: promised.map((cell) => valueAt(keys, cell)),
    })),
  );
  const parts = hidden.map((block) => checkBlock(block, { ...claims, sample }));
  return {
    faults: [
      ...exposedCells(system, facts, split, k).map(({ key, reason }) => ({ at: key, what: reason })),
      ...claimFaults(hidden, claims),
      ...(claims.certified === sample.size
        ? []
        : [{ at: 'the sample', what: `it has ${sample.size} cells, the audit says ${claims.certified}` }]),
      ...parts.flatMap(({ faults }) => faults),
    ],
    shown: sample.size - parts.reduce((sum, { onWord }) => sum + onWord.length, 0),
    onWord: parts.flatMap(({ onWord }) => onWord),
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

/** The audit speaks of exactly the cells that are hidden and do not follow from others. */
function claimFaults(hidden: readonly HiddenBlock[], { ranges, certificates }: Claims): Fault[] {
  const wanted = new Set(hidden.flatMap(({ keys, promised }) => promised.map((cell) => valueAt(keys, cell))));
  const blocks = new Set(hidden.map(({ keys }) => keys.join()));
  return [
    ...[...wanted]
      .filter((key) => !ranges.has(key))
      .map((at) => ({ at, what: 'it is hidden, but the audit says nothing of it' })),
    ...[...ranges.keys()]
      .filter((key) => !wanted.has(key))
      .map((at) => ({ at, what: 'the audit speaks of it, but it is not hidden or follows from others' })),
    ...certificates
      .filter(({ cells }) => !blocks.has(cells.join()))
      .map(({ cells: [at = 'a certificate'] }) => ({
        at,
        what: 'its certificate is not of a block of hidden cells',
      })),
  ];
}
