/**
 * What is wrong with an input, where, and how to mend it.
 * Bad data is not an exception: every check returns all its problems at once (docs/formats.md).
 */

/** One fault in one input. `line` counts from 1 and includes the header; 0 means the file as a whole. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Place in the line, counted from 1, where it is known. */
  readonly character?: number;
  /** Column name, JSON path or empty. Never a confidential value. */
  readonly column: string;
  /** Where only the sum of rows shows it: the cells that they make up, so that whoever read the rows can name them. */
  readonly cells?: readonly CellPlace[];
  /** A stable kebab-case name of the fault, for tests and search. */
  readonly code: string;
  /** What is wrong, in a full sentence. */
  readonly message: string;
  /** What to do about it, in a full sentence. */
  readonly fix: string;
}

export interface CellPlace {
  readonly measure: string;
  readonly codes: readonly string[];
}

/** What is wrong and how to mend it, before its place is known. */
export type Fault = Pick<Problem, 'code' | 'message' | 'fix'>;

/** Either a value or every problem that kept it from being read. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function accept<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function refuse(problems: readonly Problem[]): Checked<never> {
  return { ok: false, problems };
}

/** `file:line:character: column: what. fix` on one line, as printed by every command. */
export function formatProblem(problem: Problem): string {
  const character = problem.character === undefined ? '' : `:${problem.character}`;
  const place = problem.line > 0 ? `${problem.file}:${problem.line}${character}` : problem.file;
  const column = problem.column === '' ? '' : ` ${problem.column}:`;
  return `${place}:${column} ${problem.message} ${problem.fix}`;
}

/** All values, or all problems of those that have none. */
export function acceptAll<T>(parts: readonly Checked<T>[]): Checked<T[]> {
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  return problems.length > 0
    ? refuse(problems)
    : accept(parts.flatMap((part) => (part.ok ? [part.value] : [])));
}
