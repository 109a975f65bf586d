// Whatever certificates are handed over: what `verify` accepts, a reader who goes through every whole-number table agrees with
// (brute-force.ts); and it accepts what the attack certifies of every table that keeps the promise.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProver } from '../../src/attack/prove.ts';
import {
  type BlockCertificate,
  formatRelation,
  formatSum,
  formatWorlds,
  type Proof,
  parseSum,
} from '../../src/formats/certificate.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { narrowed } from '../../src/verify/proof.ts';
import { boundsOf, openQuestion } from '../../src/verify/question.ts';
import { type Verified, verify } from '../../src/verify/verify.ts';
import { forEachTable, type Judgement, judge } from '../attack/brute-force.ts';
import { attackSystem, certify } from '../attack/on-this-thread.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import type { Table } from '../attack/tables.ts';
import { factsOf, type Trial, trials } from '../attack/trials.ts';

const MOST_PEOPLE = 8;
const SEED = 20_251_129;
const solver = await loadSolver();

interface Tried {
  readonly facts: Facts;
  readonly brute: Judgement;
  /** What the attack found, whether or not the promise is kept. */
  readonly certificates: readonly BlockCertificate[];
  readonly check: (certificates: readonly BlockCertificate[]) => Verified;
}

/** Undefined where the tables are too many to go through. */
function tryOut({ system, ...table }: Table, trial: Trial): Tried | undefined {
  const { k } = trial;
  const facts = factsOf({ system, ...table }, trial);
  const brute = judge({ system, ...table }, facts, k);
  if (brute === undefined) return undefined;
  const report = attackSystem(system, facts, { k, solver, ranges: false });
  const certificates = certify({ system, facts, report, k, solver });
  const check = (some: readonly BlockCertificate[]) => verify({ system, facts, k, certificates: some });
  return { facts, brute, certificates, check };
}

/** What is accepted must be so: the promise is kept, and each cell is what it is shown to be. */
function expectTrue({ system }: Table, { faults, asked, shown }: Verified, brute: Judgement): void {
  if (faults.length > 0) return;
  expect(brute.kept).toBe(true);
  const told = [...brute.verdicts].filter(([, verdict]) => verdict !== 'known');
  const named = new Map(told.map(([cell, verdict]) => [system.cells[cell]?.key, verdict]));
  expect(new Map([...shown].map(([key, { as }]) => [key, as]))).toEqual(named);
  expect(asked).toBe(named.size);
}

/** Worlds of each block from all whole-number tables, one for each way to be 0, few or k: all that anybody could want. */
function everyWorld(table: Table, facts: Facts, k: number): BlockCertificate[] {
  const blocks = splitSystem(table.system, facts.given).blocks.map(({ cells }) => ({
    cells,
    worlds: new Map<string, readonly number[]>(),
  }));
  forEachTable(table, facts, k, (counts) => {
    for (const { cells, worlds } of blocks) {
      const world = cells.map((cell) => counts[cell] ?? -1);
      worlds.set(world.map((count) => (count < k ? Math.min(count, 1) : k)).join(), world);
    }
  });
  return blocks.map(({ cells, worlds }) => ({
    cells: cells.map((cell) => table.system.cells[cell]?.key ?? ''),
    worlds: formatWorlds(worlds.values()),
    relations: [],
    proofs: [],
  }));
}

/** Of a block: all cells of which it can be proved that they are not 0, each from those before it, though no world may be left. */
function allProofs(
  { system }: Table,
  facts: Facts,
  k: number,
  keys: readonly string[],
): Omit<BlockCertificate, 'worlds'> {
  const { blocks, known } = splitSystem(system, facts.given);
  const block = blocks.find(({ cells: [cell = -1] }) => system.cells[cell]?.key === keys[0]);
  const question = block && openQuestion(system, facts, known, block, k);
  if (block === undefined || question === undefined) throw new Error('no such block');
  const prover = openProver({ relations: block.rows, explains: question.explains }, keys.length, solver);
  const proofs: BlockCertificate['proofs'][number][] = [];
  let bounds = boundsOf(facts, block);
  for (let before = -1; before !== proofs.length; ) {
    before = proofs.length;
    for (const cell of question.promised) {
      if (proofs.some((one) => one.cell === cell)) continue;
      const proof = prover.proveUnexplained(narrowed(bounds, cell, 0, 0));
      if (proof === undefined) continue;
      proofs.push({ cell, is: 'k-or-more', proof });
      bounds = narrowed(bounds, cell, k, Number.POSITIVE_INFINITY);
    }
  }
  prover.close();
  return { cells: keys, relations: block.rows.map(formatRelation), proofs };
}

/** Without the worlds that were refused. */
function withoutFaulty(certificates: readonly BlockCertificate[], { faults }: Verified): BlockCertificate[] {
  const refused = new Set(faults.map(({ at }) => at));
  return certificates.map((one) => ({
    ...one,
    worlds: one.worlds.filter((_, at) => !refused.has(`world ${at + 1} of the block of ${one.cells[0]}`)),
  }));
}

/** One thing in the certificates changed: which, and how. */
interface Change {
  readonly block: number;
  readonly at: number;
  readonly place: number;
  readonly kind: 'count' | 'cell' | 'times' | 'case' | 'drop-proof' | 'drop-world' | 'copy-proof' | 'verdict';
  readonly by: number;
}

const changes: fc.Arbitrary<Change> = fc.record({
  block: fc.nat(3),
  at: fc.nat(20),
  place: fc.nat(20),
  kind: fc.constantFrom(
    ...(['count', 'cell', 'times', 'case', 'drop-proof', 'drop-world', 'copy-proof', 'verdict'] as const),
  ),
  by: fc.constantFrom(-2, -1, 1, 2, 5),
});

function changed(certificates: readonly BlockCertificate[], change: Change): BlockCertificate[] {
  const index = change.block % Math.max(1, certificates.length);
  return certificates.map((one, at) => (at === index ? changedBlock(one, change) : one));
}

/** One of the numbers in a text, be it a count or the place of a cell. */
function changedNumber(text: string, place: number, by: number): string {
  const numbers = text.match(/\d+/g) ?? [];
  let at = 0;
  return text.replace(/\d+/g, (each) => (at++ === place % numbers.length ? String(Number(each) + by) : each));
}

function changedBlock(one: BlockCertificate, { at, place, kind, by }: Change): BlockCertificate {
  const [world, step] = [at % Math.max(1, one.worlds.length), at % Math.max(1, one.proofs.length)];
  const cell = place % one.cells.length;
  const proofs = (change: (proof: BlockCertificate['proofs'][number]) => BlockCertificate['proofs']) =>
    one.proofs.flatMap((proof, each) => (each === step ? change(proof) : [proof]));
  switch (kind) {
    case 'count':
      return {
        ...one,
        worlds: one.worlds.map((text, each) => (each === world ? changedNumber(text, place, by) : text)),
      };
    case 'drop-world':
      return { ...one, worlds: one.worlds.toSpliced(world, 1) };
    case 'drop-proof':
      return { ...one, proofs: proofs(() => []) };
    case 'copy-proof':
      return { ...one, proofs: proofs((proof) => [proof, { ...proof, cell }]) };
    case 'cell':
      return { ...one, proofs: proofs((proof) => [{ ...proof, cell }]) };
    case 'verdict':
      return {
        ...one,
        proofs: proofs((proof) => [{ ...proof, is: proof.is === 'zero' ? 'k-or-more' : 'zero' }]),
      };
    default:
      return {
        ...one,
        proofs: proofs((step) => [{ ...step, proof: changedProof(step.proof, kind, cell, by) }]),
      };
  }
}

function changedProof(proof: Proof, kind: 'times' | 'case', place: number, by: number): Proof {
  if ('add' in proof) {
    const sum = [...(parseSum(proof.add) ?? [])];
    const more = sum.map(
      ([at, times], each) => [at, each === place % sum.length ? times + by : times] as const,
    );
    return kind === 'times'
      ? { add: formatSum(new Map(more.filter(([, times]) => times !== 0))) }
      : { few: [] };
  }
  if ('few' in proof)
    return kind === 'case'
      ? { few: proof.few.toSpliced(place % Math.max(1, proof.few.length), 1) }
      : { few: proof.few.map((one) => ({ ...one, proof: changedProof(one.proof, kind, place, by) })) };
  if ('upTo' in proof) return { ...proof, upTo: Math.max(0, proof.upTo + by) };
  return proof;
}

const ALL_SHAPES = Object.entries({ ...SHAPES, ...SENSITIVE_SHAPES });

describe('verify accepts what the attack certifies, if the promise is kept, and nothing else', () => {
  const seen = { kept: 0, broken: 0 };
  test.for(ALL_SHAPES)('on %s', ([, table]) => {
    fc.assert(
      fc.property(trials(table, MOST_PEOPLE), (trial) => {
        const tried = tryOut(table, trial);
        fc.pre(tried !== undefined);
        const verified = tried.check(tried.certificates);
        expectTrue(table, verified, tried.brute);
        // A small count of no table that follows exactly is told as well, which the brute force does not go through.
        const isKept =
          tried.brute.kept && !verified.faults.some(({ what }) => what.includes('is known and fewer'));
        expect(verified.faults.length === 0, JSON.stringify(verified.faults)).toBe(isKept);
        seen[isKept ? 'kept' : 'broken'] += 1;
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  test('on many that keep it, and many that do not', () => {
    expect(Math.min(seen.kept, seen.broken)).toBeGreaterThan(150);
  });
});

describe('verify never accepts what is not so', () => {
  test.for(ALL_SHAPES)('on %s, whatever is changed in certificates', ([, table]) => {
    let refused = 0;
    fc.assert(
      fc.property(
        trials(table, MOST_PEOPLE),
        fc.array(fc.array(changes, { minLength: 1, maxLength: 3 }), { minLength: 12, maxLength: 12 }),
        (trial, lists) => {
          const tried = tryOut(table, trial);
          fc.pre(tried !== undefined && tried.certificates.length > 0);
          for (const list of lists) {
            const verified = tried.check(list.reduce(changed, [...tried.certificates]));
            expectTrue(table, verified, tried.brute);
            if (verified.faults.length > 0) refused += 1;
          }
        },
      ),
      { numRuns: 25, seed: SEED },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test.for(ALL_SHAPES)('on %s, of all whole-number tables and all proofs together', ([, table]) => {
    fc.assert(
      fc.property(trials(table, MOST_PEOPLE), (trial) => {
        const tried = tryOut(table, trial);
        fc.pre(tried !== undefined);
        const worlds = everyWorld(table, tried.facts, trial.k);
        const wanted = tried.certificates.map(({ cells }) => ({
          ...allProofs(table, tried.facts, trial.k, cells),
          worlds: worlds.find((one) => one.cells.join() === cells.join())?.worlds ?? [],
        }));
        const all = withoutFaulty(wanted, tried.check(wanted));
        const verified = tried.check(all);
        expectTrue(table, verified, tried.brute);
        if (tried.check(tried.certificates).faults.length === 0) expect(verified.faults).toEqual([]);
      }),
      { numRuns: 25, seed: SEED + 1 },
    );
  });
});
