/**
 * `codelists/<dimension>.csv`: a row per code and way to roll up. Top codes have an empty parent and roll
 * up to `_T`. `level` tells which codes stand side by side in a table.
 */
import { type Code, type Codelist, type Rollup, TOTAL } from '../program/codelist.ts';
import { formatCsv, parseCsv } from '../reading/csv.ts';
import { accept, type Checked, refuse } from '../reading/problem.ts';

const HEADER = ['code', 'parent', 'hierarchy', 'level', 'order', 'label'] as const;

export function formatCodelist({ codes, rollups }: Codelist): string {
  const rows = codes.flatMap(({ code, level, label }, order) =>
    rollups
      .filter((rollup) => rollup.code === code)
      .map(({ parent, hierarchy }) => [
        code,
        parent === TOTAL ? '' : parent,
        hierarchy,
        level,
        String(order + 1),
        label,
      ]),
  );
  return formatCsv({ header: HEADER, rows });
}

/** Reads what `formatCodelist` wrote. */
export function parseCodelist(text: string, file: string, dimension: string): Checked<Codelist> {
  const table = parseCsv(text, file, HEADER);
  if (!table.ok) return table;
  const codes = new Map<string, Code>();
  const rollups: Rollup[] = [];
  for (const [code = '', parent = '', hierarchy = '', level = '', , label = ''] of table.value.rows) {
    codes.set(code, { code, label, level });
    rollups.push({ code, parent: parent === '' ? TOTAL : parent, hierarchy });
  }
  const codelist = { dimension, codes: [...codes.values()], rollups: byHierarchy(rollups) };
  if (formatCodelist(codelist) === text) return accept(codelist);
  return refuse([
    {
      file,
      line: 0,
      column: '',
      code: 'form',
      message: 'The codelist is not in the form that Daylight writes.',
      fix: 'Take the file from the release again.',
    },
  ]);
}

/** Rollups grouped by hierarchy, in the order in which the codelist first names each. */
function byHierarchy(rollups: readonly Rollup[]): Rollup[] {
  const hierarchies = [...new Set(rollups.map(({ hierarchy }) => hierarchy))];
  return hierarchies.flatMap((hierarchy) => rollups.filter((rollup) => rollup.hierarchy === hierarchy));
}
