// A table of which some cells are withheld, attacked and certified; its certificates, to be changed and checked. k = 11.

import type { BlockCertificate } from '../../src/formats/certificate.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { type Verified, verify } from '../../src/verify/verify.ts';
import { attackSystem, certify } from '../attack/on-this-thread.ts';
import { type Counts, factsOf, tableSystem } from '../attack/small-tables.ts';

const K = 11;
const solver = await loadSolver();

/** What an attack finds of a table of which these cells are withheld, and how that is checked. */
export function attackTable(counts: Counts, hidden: readonly string[]) {
  const table = tableSystem(counts);
  const facts = factsOf(table, hidden);
  const known = { system: table.system, facts, k: K };
  const report = attackSystem(table.system, facts, { k: K, solver, ranges: true });
  const certificates = certify({ ...known, report, solver });
  const check = (changed: readonly BlockCertificate[] = certificates): Verified =>
    verify({ ...known, certificates: changed });
  const keyOf = (name: string) =>
    table.system.cells[table.published.find((cell) => table.namesOf(cell).join('|') === name) ?? -1]?.key ??
    '';
  return { kept: report.kept, report, known, certificates, check, keyOf };
}
