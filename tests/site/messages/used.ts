/** Which messages the code says: every way by which an expression of a file comes to one, followed through names that are given to groups. */
import ts from 'typescript';
import type { Written } from '../../../src/site/messages/read-messages.ts';

/**
 * Where the names of a file lead, by the function or block that gives them: to paths in the tree of messages, `` for all of
 * it, `docket`, `docket.eventKinds`; to none where a name means something else.
 */
type Scopes = Map<ts.Node, Map<string, readonly string[]>>;

/** What is known of a file while it is read. */
interface Reading {
  readonly english: Written;
  readonly scopes: Scopes;
}

/** Paths of the messages and whole groups that a file uses. `english` is the tree of all. */
export function usedIn(path: string, text: string, english: Written): ReadonlySet<string> {
  const isComponent = path.endsWith('.astro');
  const [, script = text] = isComponent ? (/^---\n([\s\S]*?)\n---/.exec(text) ?? []) : [];
  const file = ts.createSourceFile('file.tsx', script, ts.ScriptTarget.Latest, true);
  const reading: Reading = { english, scopes: new Map() };
  visit(file, (node) => nameAt(node, reading));
  const used = new Set<string>();
  visit(file, (node) => {
    for (const found of usedAt(node, reading)) used.add(found);
  });
  if (isComponent) for (const found of usedInMarkup(text, file, reading)) used.add(found);
  used.delete('');
  return used;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function foundAt({ english }: Reading, path: string): string | Written | undefined {
  const step = (node: string | Written | undefined, name: string) =>
    typeof node === 'object' && Object.hasOwn(node, name) ? node[name] : undefined;
  return path.split('.').reduce<string | Written | undefined>(step, english);
}

/** What stands below these paths under a name. */
function allBelow(reading: Reading, paths: readonly string[], name: string): string[] {
  return paths.map((path) => below(path, name)).filter((path) => foundAt(reading, path) !== undefined);
}

/** To which messages an expression leads. */
function pathsOf(node: ts.Node, reading: Reading): readonly string[] {
  if (ts.isIdentifier(node)) return pathsOfName(node, node.text, reading);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return pathsOf(node.expression, reading);
  if (ts.isCallExpression(node)) return node.expression.getText() === 'messagesIn' ? [''] : [];
  if (!ts.isPropertyAccessExpression(node)) return [];
  if (node.name.text === 'messages') return [''];
  return allBelow(reading, pathsOf(node.expression, reading), node.name.text);
}

function pathsOfName(from: ts.Node, name: string, { scopes }: Reading): readonly string[] {
  for (let scope: ts.Node | undefined = from; scope !== undefined; scope = scope.parent) {
    const known = scopes.get(scope)?.get(name);
    if (known !== undefined) return known;
  }
  return name === 'messages' ? [''] : [];
}

/** `Messages` and `Messages['docket']`. */
function pathsOfType(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined) return [];
  if (ts.isTypeReferenceNode(type)) return type.typeName.getText() === 'Messages' ? [''] : [];
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isLiteralTypeNode(type.indexType)) return [];
  const { literal } = type.indexType;
  return ts.isStringLiteral(literal)
    ? pathsOfType(type.objectType).map((path) => below(path, literal.text))
    : [];
}

function nameAt(node: ts.Node, reading: Reading): void {
  if (!ts.isVariableDeclaration(node) && !ts.isParameter(node)) return;
  const made = node.initializer === undefined ? [] : pathsOf(node.initializer, reading);
  bind(node.name, [...made, ...pathsOfType(node.type)], scopeOf(node), reading);
}

function scopeOf({ parent }: ts.Node): ts.Node {
  const isScope = ts.isFunctionLike(parent) || ts.isBlock(parent) || ts.isSourceFile(parent);
  return isScope || ts.isForOfStatement(parent) || ts.isCaseClause(parent) ? parent : scopeOf(parent);
}

/** Gives a name, or each name of a pattern, what it leads to. */
function bind(name: ts.BindingName, paths: readonly string[], scope: ts.Node, reading: Reading): void {
  if (ts.isIdentifier(name)) {
    const names = reading.scopes.get(scope) ?? new Map<string, readonly string[]>();
    reading.scopes.set(scope, names.set(name.text, name.text === 'messages' ? [''] : paths));
    return;
  }
  for (const element of name.elements)
    if (ts.isBindingElement(element))
      bind(element.name, elementPaths(element, paths, reading), scope, reading);
}

function elementPaths(
  { name, propertyName, dotDotDotToken }: ts.BindingElement,
  paths: readonly string[],
  reading: Reading,
): readonly string[] {
  const own = (propertyName ?? name).getText();
  if (own === 'messages') return [''];
  return dotDotDotToken === undefined ? allBelow(reading, paths, own) : paths;
}

/** What an expression that leads on to nothing further uses: a message, or a group as a whole. */
function usedAt(node: ts.Node, reading: Reading): readonly string[] {
  if (!ts.isPropertyAccessExpression(node) && !ts.isIdentifier(node)) return [];
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    if (parent.name === node || pathsOf(parent, reading).length > 0) return [];
    return pathsOf(node, reading).filter((path) => typeof foundAt(reading, path) === 'string');
  }
  if (ts.isPropertyAssignment(parent) && parent.name === node) return [];
  const isNamed = ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent);
  return isNamed ? [] : pathsOf(node, reading);
}

/** Between the tags of a component only plain accesses stand. */
function usedInMarkup(text: string, file: ts.SourceFile, reading: Reading): string[] {
  const chains = [...text.matchAll(/(?<![\w.'"-])(?:\w+\.)*?(\w+)((?:\.\w+)+)/g)];
  return chains.flatMap(([, name = '', rest = '']) =>
    pathsOfName(file, name, reading).flatMap((path) => {
      const steps = rest.slice(1).split('.');
      const all = steps.map((_, at) => steps.slice(0, at + 1).reduce(below, path));
      return all.findLast((one) => foundAt(reading, one) !== undefined) ?? [];
    }),
  );
}
