/** How messages name a cell: `"Cards issued", 2024-Q1, At an event`. */
import type { Codelist } from './codelist.ts';
import { TOTAL } from './codelist.ts';
import type { Measure } from './program.ts';

/** Labels of the measure and of its codes, as `program.json` has them; totals are left out. `lists` are the codelists of the measure, `period` first. */
export function nameCell({ label }: Measure, lists: readonly Codelist[], codes: readonly string[]): string {
  const labels = codes.flatMap((code, at) => {
    const named = lists[at]?.codes.find((one) => one.code === code);
    return code === TOTAL ? [] : [at === 0 || named === undefined ? code : named.label];
  });
  return [`"${label}"`, ...labels].join(', ');
}
