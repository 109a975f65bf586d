/**
 * JSON that somebody wrote by hand: `program.json`, a case, a file of translations. Every fault has its line and
 * character: what is not JSON, a key that stands twice, a key that nobody knows. A byte order mark is understood.
 * Messages repeat nothing of the file but names that could be keys.
 */

import type { z } from 'astro/zod';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { valueAt } from '../indexes/look-up.ts';
import { keysAt } from './known-keys.ts';
import { nearestName } from './nearest-name.ts';
import { accept, type Checked, type Problem, refuse } from './problem.ts';

/** A file that fits its schema, and where its parts stand. */
export interface Written<T> {
  readonly value: T;
  /** The problem with the line and character of its column, a path such as `tables.cards-by-month.levels`. */
  readonly place: (problem: Problem) => Problem;
}

/** `file` only names the place in problems; `help` says where the keys are explained. */
export function readWritten<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  help: string,
): Checked<Written<T>> {
  const json = text.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTreeOf(json, errors);
  const lines = lineStarts(json);
  const [error] = errors;
  if (error !== undefined || root === undefined)
    return refuse([
      { ...fault(file, syntaxFault(error)), ...positionOf(lines, error?.offset ?? json.length) },
    ]);
  const place = (problem: Problem): Problem => ({
    ...problem,
    ...positionOf(lines, find(root, problem.column).offset),
  });
  const result = schema.safeParse(getNodeValue(root));
  const issues = result.success
    ? []
    : withoutMisspelt(result.error.issues.flatMap((issue) => issueFaults(issue, schema, help)));
  const problems = [
    ...repeatedKeys(root, file, lines),
    ...issues.map(({ path, ...rest }) => {
      const { line, character } = place({ ...rest, file, line: 0, column: path.join('.') });
      return { file, line, character, column: path.map(named).join('.'), ...rest } as Problem;
    }),
  ];
  return result.success && problems.length === 0 ? accept({ value: result.data, place }) : refuse(problems);
}

/** Undefined where there is nothing, or where it nests more deeply than any of our files. */
function parseTreeOf(json: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(json, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Fault = Pick<Problem, 'code' | 'message' | 'fix'>;

function fault(file: string, rest: Fault, column = ''): Problem {
  return { file, line: 0, column, ...rest };
}

/** What the parser missed, and how to mend it. */
function syntaxFault(error: ParseError | undefined): Fault {
  const [what, fix] = MISSING.get(
    error === undefined ? 'ValueExpected' : printParseErrorCode(error.error),
  ) ?? [
    'something stands here that JSON does not have',
    'Look for a missing comma, quote or bracket just before it.',
  ];
  return { code: 'json', message: `The file is not valid JSON: ${what}.`, fix };
}

const MISSING: ReadonlyMap<string, readonly [what: string, fix: string]> = new Map([
  ['CommaExpected', ['a comma is missing before this', 'Put a comma between two entries.']],
  ['ColonExpected', ['a colon is missing before this', 'Put a colon between key and value.']],
  [
    'PropertyNameExpected',
    ['a key is missing here', 'Take out the comma before it, or put the key in double quotes.'],
  ],
  ['ValueExpected', ['a value is missing here', 'Take out the comma before it, or give the value.']],
  ['CloseBraceExpected', ['a "}" is missing', 'Close every "{".']],
  ['CloseBracketExpected', ['a "]" is missing', 'Close every "[".']],
  ['EndOfFileExpected', ['something follows after its end', 'Take out what follows the last "}".']],
  ['InvalidCommentToken', ['it has a comment', 'Take the comment out: JSON has none.']],
  ['UnexpectedEndOfString', ['a text is not closed', 'Close it by a double quote on the same line.']],
  [
    'InvalidSymbol',
    [
      'something stands here without quotes',
      'Put texts and keys in double quotes; true, false and null are in small letters.',
    ],
  ],
]);

/** Offsets at which lines begin. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

function positionOf(lines: readonly number[], offset: number): Pick<Problem, 'line' | 'character'> {
  const line = lines.findLastIndex((start) => start <= offset);
  return { line: line + 1, character: offset - valueAt(lines, line) + 1 };
}

/** Every key that its object holds already: the second of them would silently win. */
function repeatedKeys(
  node: Node,
  file: string,
  lines: readonly number[],
  path: readonly string[] = [],
): Problem[] {
  const children = node.children ?? [];
  if (node.type === 'array')
    return children.flatMap((child, at) => repeatedKeys(child, file, lines, [...path, String(at)]));
  const first = new Map<string, Node>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const at = [...path, named(name)];
    const earlier = first.get(name);
    first.set(name, earlier ?? key);
    const within = repeatedKeys(value, file, lines, at);
    if (earlier === undefined) return within;
    const { line, character } = positionOf(lines, earlier.offset);
    const message = `The key stands here for the second time; the first is in line ${line}, character ${character}.`;
    const problem = fault(
      file,
      { code: 'duplicate-key', message, fix: 'Keep the one that is meant.' },
      at.join('.'),
    );
    return [{ ...problem, ...positionOf(lines, key.offset) }, ...within];
  });
}

/** A key as messages may repeat it: a word, not whatever else stands in a file that was named by mistake. */
function named(key: PropertyKey): string {
  if (typeof key !== 'string') return String(key);
  return /^[a-z][\w-]{0,39}$/i.test(key) ? key : '(a key)';
}

interface IssueFault extends Fault {
  readonly path: readonly PropertyKey[];
  /** The key that an unknown one is taken for. */
  readonly meant?: readonly PropertyKey[];
}

/** A key that is misspelt is missing too; the first says it all. */
function withoutMisspelt(faults: readonly IssueFault[]): Omit<IssueFault, 'meant'>[] {
  const meant = new Set(faults.flatMap((each) => (each.meant === undefined ? [] : [each.meant.join('.')])));
  return faults
    .filter(({ code, path }) => code !== 'missing-key' || !meant.has(path.join('.')))
    .map(({ meant: _, ...rest }) => rest);
}

/** What stands there and what should, in words. */
const KINDS: Readonly<Record<string, string>> = {
  undefined: 'nothing',
  null: 'null',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys in { }',
  record: 'a group of keys in { }',
};

/** A fault of a key that the schema knows, in our words where the library has only its own. */
function valueFault({ code, message }: z.core.$ZodIssue): Pick<Fault, 'code' | 'message'> {
  const [, expected = '', received = ''] =
    /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (code !== 'invalid_type' || KINDS[expected] === undefined || KINDS[received] === undefined)
    return { code: 'schema', message: `${message}.` };
  if (received === 'undefined')
    return { code: 'missing-key', message: `The key is missing; it holds ${KINDS[expected]}.` };
  return { code: 'schema', message: `It should be ${KINDS[expected]}, and is ${KINDS[received]}.` };
}

function issueFaults(issue: z.core.$ZodIssue, schema: z.ZodType, help: string): IssueFault[] {
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path, ...valueFault(issue), fix: help }];
  const known = keysAt(schema, issue.path);
  return issue.keys.map((key) => {
    const near = nearestName(key, known);
    const fix =
      near === undefined
        ? `Take it out. ${help} Keys here: ${known.join(', ')}.`
        : `Is it "${near}"? ${help}`;
    const meant = near === undefined ? {} : { meant: [...path, near] };
    return { path: [...path, key], code: 'unknown-key', message: 'There is no such key.', fix, ...meant };
  });
}

/** Where a path leads to, as far as it leads; in lists an entry is named by its place, its id or its code. */
function find(root: Node, column: string): Node {
  let [at, node, rest] = [root, root, column];
  for (;;) {
    const next = stepsFrom(node).findLast(({ name }) => rest === name || rest.startsWith(`${name}.`));
    if (next === undefined) return at;
    [at, node, rest] = [next.at, next.node, rest.slice(next.name.length + 1)];
  }
}

interface Step {
  readonly name: string;
  /** The key, or the entry of a list. */
  readonly at: Node;
  readonly node: Node;
}

function stepsFrom({ type, children = [] }: Node): Step[] {
  if (type === 'array')
    return children.flatMap((node, place) =>
      [String(place), ...['id', 'code', 'name'].flatMap((key) => textAt(node, key))].map((name) => ({
        name,
        at: node,
        node,
      })),
    );
  return children.flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: String(key.value), at: key, node: value }],
  );
}

function textAt({ type, children = [] }: Node, name: string): string[] {
  if (type !== 'object') return [];
  return children.flatMap(({ children: [key, value] = [] }) =>
    key?.value === name && typeof value?.value === 'string' ? [value.value] : [],
  );
}
