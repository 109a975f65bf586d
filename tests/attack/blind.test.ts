// What changes for the attack where lots were drawn of what to withhold: nothing needs to explain a hiding.
import { expect, test } from 'vitest';
import { attackSystem } from '../../src/attack/attack.ts';
import { certify } from '../../src/attack/certify.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { checkCertificates } from '../../src/verify/verify.ts';
import { flat, tableOf } from './tables.ts';

const solver = await loadSolver();
const K = 5;
const { system } = tableOf([flat('a', 'a1', 'a2')], [[['_T', 'a1', 'a2']]]);
const at = (code: string) => system.cells.findIndex(({ codes: [own] }) => own === code);

/** Both parts of 14 are hidden, and on the record each is at least `least`. */
function factsWith(least: number, isBlind: boolean): Facts {
  const hidden = [at('a1'), at('a2')];
  return {
    given: system.cells.map((_, cell) => (hidden.includes(cell) ? undefined : 14)),
    withheld: new Set(hidden),
    lower: system.cells.map((_, cell) => (hidden.includes(cell) ? least : 0)),
    upper: system.cells.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
    isBlind,
  };
}

test.each([
  { isBlind: false, kept: false },
  { isBlind: true, kept: true },
])(
  'attackSystem of hidden cells that are all k or more, by lot $isBlind: kept $kept',
  ({ isBlind, kept }) => {
    const options = { k: K, solver, ranges: true };
    const report = attackSystem(system, factsWith(K, isBlind), options);
    expect(report.kept).toBe(kept);
  },
);

test('attackSystem of a hidden cell that is shown to be few is condemned, whether or not lots were drawn', () => {
  const facts = {
    ...factsWith(0, true),
    upper: system.cells.map((_, cell) => (cell === at('a1') ? K - 1 : 99)),
  };
  expect(attackSystem(system, facts, { k: K, solver, ranges: false }).kept).toBe(false);
});

test('certify of hidden cells that are all k or more proves it by addition where nothing explains them', () => {
  const facts = factsWith(K, true);
  const report = attackSystem(system, facts, { k: K, solver, ranges: true });
  const { certificates, certified } = certify({ system, facts, report, k: K, solver });
  const ranges = new Map(
    report.blocks.flatMap(({ findings }) =>
      findings.map(({ key, least, most }) => [key, { verdict: 'k-or-more' as const, least, most }]),
    ),
  );
  const claims = { ranges, certified, certificates };
  expect(checkCertificates({ system, facts, k: K, claims })).toMatchObject({ faults: [], onWord: [] });
});
