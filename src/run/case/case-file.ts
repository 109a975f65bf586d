/**
 * Any table to be protected, as a case: NAME.json declares dimensions, hierarchies and tables, NAME.csv
 * beside it holds one row per micro-cell that is not zero. Confidential: problems name places, never counts.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import { accept, type Checked, type Problem, refuse } from '../../reading/problem.ts';
import { readWritten } from '../../reading/written-json.ts';
import { type CaseRows, type MicroRow, parseCaseRows } from './case-rows.ts';

const dimensionSchema = z.strictObject({
  name: z.string().min(1),
  /** The node that stands for the whole. */
  total: z.string().min(1),
  /** Ways to roll up; each is a list of [parent, child]. */
  hierarchies: z
    .array(
      z.strictObject({
        edges: z.array(z.tuple([z.string(), z.string()])).min(1),
        name: z.string().optional(),
      }),
    )
    .min(1),
});

/** What collections say of their cases; it changes nothing. */
const REMARKS = [
  ...['name', 'title', 'note', 'source', 'license', 'group', 'unit', 'published', 'microcell_file'],
  ...['sum', 'n_nonzero_microcells', 'n_published_cells_upper'],
];

const caseSchema = z.strictObject({
  dims: z.array(dimensionSchema).min(1),
  /** The sets of dimensions that are published; the others stand at their total. */
  tables: z.array(z.array(z.string()).min(1, 'A table names no dimension')).min(1),
  ...Object.fromEntries(REMARKS.map((key) => [key, z.unknown().optional()])),
});

type CaseDeclaration = Pick<z.infer<typeof caseSchema>, 'dims' | 'tables'>;
export type CaseDimension = CaseDeclaration['dims'][number];
type Edges = CaseDimension['hierarchies'][number]['edges'];

export interface Case extends CaseDeclaration {
  readonly rows: readonly MicroRow[];
}

/** With what was read as something else than it was written. */
type ReadCase = CaseDeclaration & CaseRows;

/** Reads NAME.json and NAME.csv. `file` is the path of NAME.json. */
export async function readCase(file: string): Promise<Checked<ReadCase>> {
  const text = await readText(file);
  const declared = text.ok ? parseDeclaration(text.value, file) : text;
  if (!declared.ok) return declared;
  const rowsFile = file.replace(/\.json$/, '.csv');
  const bytes = await readBytes(rowsFile);
  if (!bytes.ok) return bytes;
  const columns = declared.value.dims.map(({ name, hierarchies }) => ({
    name,
    leaves: leavesOf(hierarchies),
  }));
  const rows = parseCaseRows(bytes.value, rowsFile, columns);
  return rows.ok ? accept({ ...declared.value, ...rows.value }) : rows;
}

async function readText(file: string): Promise<Checked<string>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return refuse([problem(file, '', 'unreadable-file', 'The file is not UTF-8.', 'Save it as UTF-8.')]);
  }
}

async function readBytes(file: string): Promise<Checked<Uint8Array>> {
  try {
    return accept(await readFile(file));
  } catch {
    return refuse([
      problem(file, '', 'unreadable-file', 'The file is missing or cannot be read.', 'Check the path.'),
    ]);
  }
}

function parseDeclaration(text: string, file: string): Checked<CaseDeclaration> {
  const written = readWritten(text, file, caseSchema, HELP);
  if (!written.ok) return written;
  const { value, place } = written.value;
  const problems = [
    ...nameProblems(value, file),
    ...value.dims.flatMap((dimension) => treeProblems(dimension, file)),
  ];
  return problems.length > 0 ? refuse(problems.map(place)) : accept(value);
}

const HELP =
  'A case declares "dims" and "tables"; k stands in no file but behind --k. docs/formats.md has the form.';

function nameProblems({ dims, tables }: CaseDeclaration, file: string): Problem[] {
  const names = dims.map(({ name }) => name);
  const taken = names.filter(
    (name, index) => names.indexOf(name) !== index || name === 'count' || name === 'status',
  );
  const unknown = [...new Set(tables.flat())].filter((name) => !names.includes(name));
  return [
    ...taken.map((name) =>
      problem(
        file,
        'dims',
        'dimension-name',
        `Dimension "${name}" is declared twice or is reserved.`,
        'Give it a name of its own.',
      ),
    ),
    ...unknown.map((name) =>
      problem(
        file,
        'tables',
        'unknown-dimension',
        `A table names dimension "${name}", which is not declared.`,
        'Correct its spelling.',
      ),
    ),
  ];
}

/** Each hierarchy is one tree from the total down, and all of them end in the same leaves. */
function treeProblems({ name, total, hierarchies }: CaseDimension, file: string): Problem[] {
  const faults = hierarchies.flatMap(({ edges }, at) =>
    edgeFaults(edges, total).map(({ edge, code, message, fix }) =>
      problem(file, `dims.${name}.hierarchies.${at}.edges.${edge}`, code, message, fix),
    ),
  );
  if (faults.length > 0) return faults;
  const leaves = [...leavesOf(hierarchies)];
  return hierarchies.flatMap(({ edges }, at) =>
    leaves
      .filter((leaf) => !edges.some(([, child]) => child === leaf))
      .map((leaf) =>
        problem(
          file,
          `dims.${name}.hierarchies.${at}`,
          'uncovered-leaf',
          `The hierarchy leaves out "${leaf}" of another, so its parts do not add up.`,
          'Give every leaf a parent in every hierarchy.',
        ),
      ),
  );
}

interface EdgeFault extends Pick<Problem, 'code' | 'message' | 'fix'> {
  /** Its place among the edges. */
  readonly edge: number;
}

function edgeFaults(edges: Edges, total: string): EdgeFault[] {
  const parentOf = new Map<string, string>();
  return edges.flatMap(([parent, child], edge): EdgeFault[] => {
    const known = parentOf.get(child);
    if (known === undefined) parentOf.set(child, parent);
    const fault = (message: string, fix: string) => [{ edge, code: 'hierarchy', message, fix }];
    if (known === parent)
      return fault(`The edge from "${parent}" to "${child}" stands there twice.`, 'Take one out.');
    if (known !== undefined)
      return fault(
        `"${child}" is a part of "${known}" and of "${parent}" in one hierarchy.`,
        'Give it one parent here, and the other in a hierarchy of its own.',
      );
    if (child === total)
      return fault(`"${total}" is the total and has a parent.`, 'Nothing is wider than the total.');
    return leadsUp(parent, edges, total)
      ? []
      : fault(`"${parent}" does not lead up to the total, "${total}".`, 'Give it a parent that does.');
  });
}

function leadsUp(node: string, edges: Edges, total: string): boolean {
  const parentOf = new Map(edges.map(([parent, child]) => [child, parent]));
  let at: string | undefined = node;
  for (let step = 0; step <= edges.length && at !== undefined && at !== total; step += 1)
    at = parentOf.get(at);
  return at === total;
}

/** The nodes that no hierarchy divides. */
function leavesOf(hierarchies: CaseDimension['hierarchies']): ReadonlySet<string> {
  const edges = hierarchies.flatMap((hierarchy) => hierarchy.edges);
  const parents = new Set(edges.map(([parent]) => parent));
  return new Set(edges.map(([, child]) => child).filter((child) => !parents.has(child)));
}

function problem(file: string, column: string, code: string, message: string, fix: string): Problem {
  return { file, line: 0, column, code, message, fix };
}
