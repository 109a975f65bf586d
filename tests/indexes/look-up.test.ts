// What stands where nothing is: never an answer, and nothing of a file in the message.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { entryOf, sparseAt, valueAt } from '../../src/indexes/look-up.ts';

test('valueAt of a place that the list lacks is an internal error', () => {
  expect(valueAt([7, 8], 1)).toBe(8);
  expect(() => valueAt([7, 8], 2)).toThrow('internal error: a list of 2 has nothing at 2');
  expect(() => valueAt([7, 8], -1)).toThrow('internal error');
});

test('entryOf of a key that the map lacks is an internal error that does not repeat the key', () => {
  expect(entryOf(new Map([['a', 0]]), 'a')).toBe(0);
  expect(() => entryOf(new Map([['a', 0]]), 'Ana Pop')).toThrow(/^internal error: a map of 1 lacks a key$/);
});

test('sparseAt of a term that a sum does not have is 0', () => {
  expect(sparseAt(new Map([[3, -1]]), 3)).toBe(-1);
  expect(sparseAt(new Map([[3, -1]]), 4)).toBe(0);
});

/** Rooms in which a count, a threshold or a cell hangs on every look-up. */
const HEART = [
  'indexes',
  'reading',
  'signatures',
  'program',
  'figures',
  'formats',
  'system',
  'input',
  'tallies',
  'record',
  'cube',
  'solver',
  'protect',
  'attack',
  'requests',
  'release',
  'run',
];

/** Calls that look something up and may find nothing. */
const LOOK_UPS = ['get', 'at', 'find', 'findLast'];

test('no look-up of the heart has a number or a text to answer with where it finds nothing', () => {
  const found = HEART.flatMap((room) => filesIn(`src/${room}`)).flatMap(answersIn);
  expect(found).toEqual([]);
});

test('answersIn sees a default of a list, a map and a found one, and none of an optional key', () => {
  const seen = (text: string) =>
    answersOf(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)).length;
  for (const text of [
    'a[i] ?? 0',
    'a[i]?.b ?? ""',
    'm.get(k) ?? -1',
    'f(m.get(k)?.size ?? 1)',
    'm.get(k)?.[1] ?? k',
  ])
    expect([text, seen(text)]).toEqual([text, 1]);
  for (const text of ['a.b ?? 0', 'a?.b ?? 1', 'm.get(k) ?? []', 'a[i] ?? Number.NaN', 'f(a[i]) ?? 0'])
    expect([text, seen(text)]).toEqual([text, 0]);
});

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

function answersIn(file: string): string[] {
  if (file === join('src', 'indexes', 'look-up.ts')) return [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return answersOf(source).map((text) => `${file}: ${text}`);
}

function answersOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isAnswer(node)) found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isAnswer(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    looksUp(node.left) &&
    isPlain(node.right)
  );
}

function looksUp(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node) || ts.isParenthesizedExpression(node))
    return looksUp(node.expression);
  if (ts.isBinaryExpression(node)) return looksUp(node.left);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return LOOK_UPS.includes(node.expression.name.text) || looksUp(node.expression.expression);
}

/** A number, a text, or a name of one letter as of a threshold: what a fault of ours would be counted as. NaN counts as nothing. */
function isPlain(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand);
  if (ts.isIdentifier(node)) return /^.$/.test(node.text);
  if (ts.isPropertyAccessExpression(node)) return node.getText().endsWith('_INFINITY');
  return ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);
}
