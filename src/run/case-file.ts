/**
 * Any table to be protected, as a case: NAME.json declares dimensions, hierarchies and tables, NAME.csv
 * beside it holds one row per micro-cell that is not zero. Confidential: problems name places, never counts.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';
import { type MicroRow, parseCaseRows } from './case-rows.ts';

const dimensionSchema = z.object({
  name: z.string().min(1),
  /** The node that stands for the whole. */
  total: z.string().min(1),
  /** Ways to roll up; each is a list of [parent, child]. */
  hierarchies: z.array(z.object({ edges: z.array(z.tuple([z.string(), z.string()])).min(1) })).min(1),
});

const caseSchema = z.object({
  dims: z.array(dimensionSchema).min(1),
  /** The sets of dimensions that are published; the others stand at their total. */
  tables: z.array(z.array(z.string()).min(1, 'A table names no dimension')).min(1),
});

type CaseDeclaration = z.infer<typeof caseSchema>;
export type CaseDimension = CaseDeclaration['dims'][number];
type Edges = CaseDimension['hierarchies'][number]['edges'];

export interface Case extends CaseDeclaration {
  readonly rows: readonly MicroRow[];
}

/** Reads NAME.json and NAME.csv. `file` is the path of NAME.json. */
export async function readCase(file: string): Promise<Checked<Case>> {
  const text = await readText(file);
  const declared = text.ok ? parseDeclaration(text.value, file) : text;
  if (!declared.ok) return declared;
  const rowsFile = file.replace(/\.json$/, '.csv');
  const rowsText = await readText(rowsFile);
  if (!rowsText.ok) return rowsText;
  const columns = declared.value.dims.map(({ name, hierarchies }) => ({
    name,
    leaves: leavesOf(hierarchies),
  }));
  const rows = parseCaseRows(rowsText.value, rowsFile, columns);
  return rows.ok ? accept({ ...declared.value, rows: rows.value }) : rows;
}

async function readText(file: string): Promise<Checked<string>> {
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch {
    return refuse([
      problem(
        file,
        '',
        'unreadable-file',
        'The file is missing or is not UTF-8.',
        'Check the path; save the file as UTF-8.',
      ),
    ]);
  }
}

function parseDeclaration(text: string, file: string): Checked<CaseDeclaration> {
  const value = readJson(text);
  if (value === undefined)
    return refuse([
      problem(file, '', 'json', 'The file is not valid JSON.', 'Look for a missing comma, quote or bracket.'),
    ]);
  const result = caseSchema.safeParse(value);
  if (!result.success) {
    return refuse(
      result.error.issues.map((issue) =>
        problem(
          file,
          issue.path.join('.'),
          'schema',
          `${issue.message}.`,
          'A case declares "dims" and "tables".',
        ),
      ),
    );
  }
  const problems = [
    ...nameProblems(result.data, file),
    ...result.data.dims.flatMap((dimension) => treeProblems(dimension, file)),
  ];
  return problems.length > 0 ? refuse(problems) : accept(result.data);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
  const faults = hierarchies.flatMap(({ edges }) => treeFault(edges, total) ?? []);
  if (faults.length > 0)
    return faults.map((message) =>
      problem(
        file,
        `dims.${name}`,
        'hierarchy',
        message,
        'Give every node but the total one parent in each hierarchy.',
      ),
    );
  const leaves = [...leavesOf(hierarchies)];
  const complete = hierarchies.every(({ edges }) =>
    leaves.every((leaf) => edges.some(([, child]) => child === leaf)),
  );
  return complete
    ? []
    : [
        problem(
          file,
          `dims.${name}`,
          'uncovered-leaf',
          'A hierarchy leaves out a leaf of another, so its parts do not add up.',
          'Give every leaf a parent in every hierarchy.',
        ),
      ];
}

function treeFault(edges: Edges, total: string): string | undefined {
  const parentOf = new Map(edges.map(([parent, child]) => [child, parent]));
  if (parentOf.size !== edges.length) return 'A node has two parents in one hierarchy.';
  if (parentOf.has(total)) return 'The total has a parent.';
  const leadsUp = (node: string): boolean => {
    let at: string | undefined = node;
    for (let step = 0; step <= edges.length && at !== undefined && at !== total; step += 1)
      at = parentOf.get(at);
    return at === total;
  };
  return [...parentOf.keys()].every(leadsUp) ? undefined : 'A node does not lead up to the total.';
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
