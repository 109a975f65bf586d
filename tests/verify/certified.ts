// A table of which some cells are withheld, attacked and certified; the claims of the audit, to be changed and checked. k = 11.
import { attackSystem } from '../../src/attack/attack.ts';
import { certify } from '../../src/attack/certify.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { type CheckReport, type Claims, checkCertificates } from '../../src/verify/verify.ts';
import { type Counts, factsOf, tableSystem } from '../attack/small-tables.ts';

const K = 11;
const solver = await loadSolver();

/** The claims of an attack on a table of which these cells are withheld, and how they are checked. */
export function attackTable(counts: Counts, hidden: readonly string[]) {
  const table = tableSystem(counts);
  const facts = factsOf(table, hidden);
  const report = attackSystem(table.system, facts, { k: K, solver, ranges: true });
  const ranges = new Map(
    report.blocks.flatMap(({ findings }) =>
      findings.map(({ key, verdict, least, most }) => [
        key,
        { verdict: verdict === 'k-or-more' ? ('k-or-more' as const) : ('open' as const), least, most },
      ]),
    ),
  );
  const claims: Claims = { ranges, ...certify({ system: table.system, facts, report, k: K, solver }) };
  const check = (changed: Partial<Claims>): CheckReport =>
    checkCertificates({ system: table.system, facts, k: K, claims: { ...claims, ...changed } });
  const keyOf = (name: string) =>
    table.system.cells[table.published.find((cell) => table.namesOf(cell).join('|') === name) ?? -1]?.key ??
    '';
  return { kept: report.kept, claims, check, keyOf };
}
