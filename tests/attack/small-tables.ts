// Two-way tables with totals, as the attack sees them: a pattern, and counts that only the published cells show.

import type { Case } from '../../src/run/case/case-file.ts';
import { buildCaseSystem } from '../../src/run/case/case-system.ts';
import type { Facts } from '../../src/verify/facts.ts';

/** Inner counts, row by row; rows are `r0`, `r1`, columns `c0`, `c1`, totals `all` and `any`. */
export type Counts = readonly (readonly number[])[];

export function tableSystem(counts: Counts) {
  const rows = counts.map((_, row) => `r${row}`);
  const columns = (counts[0] ?? []).map((_, column) => `c${column}`);
  const input: Case = {
    dims: [
      { name: 'row', total: 'all', hierarchies: [{ edges: rows.map((row) => ['all', row]) }] },
      { name: 'column', total: 'any', hierarchies: [{ edges: columns.map((column) => ['any', column]) }] },
    ],
    tables: [['row', 'column']],
    rows: counts.flatMap((list, row) =>
      list.map((count, column) => ({ leaves: [`r${row}`, `c${column}`], count })),
    ),
  };
  return buildCaseSystem(input);
}

/** What a reader knows of a table if exactly the cells of these names are withheld: `r0|c1`, `all|c0`. */
export function factsOf(
  { counts, published, namesOf }: ReturnType<typeof tableSystem>,
  hidden: readonly string[],
): Facts {
  const withheld = new Set(published.filter((cell) => hidden.includes(namesOf(cell).join('|'))));
  return {
    given: counts.map((count, cell) => (withheld.has(cell) ? undefined : count)),
    withheld,
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
}
