/** Which messages the code says: every way by which an expression of a file comes to one, followed through names that are given to groups. */
import ts from 'typescript';
import type { Written } from '../../../src/site/messages/read-messages.ts';

/** Where a name of a file leads, as paths in the tree of messages: `` for all of it, `docket`, `docket.eventKinds`. */
type Names = Map<string, Set<string>>;

/** Paths of the messages and whole groups that a file uses. `english` is the tree of all. */
export function usedIn(path: string, text: string, english: Written): ReadonlySet<string> {
  const [, script = text] = path.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(text) ?? []) : [];
  const file = ts.createSourceFile('file.tsx', script, ts.ScriptTarget.Latest, true);
  const names: Names = new Map([['messages', new Set([''])]]);
  const isFound = (one: string) => nodeAt(english, one) !== undefined;
  // A name can be given before the one that it leads to, in the text of a file.
  for (let known = -1; known !== sizeOf(names); ) {
    known = sizeOf(names);
    visit(file, (node) => nameAt(node, names, isFound));
  }
  const used = new Set<string>();
  visit(file, (node) => {
    for (const found of usedAt(node, names, isFound)) used.add(found);
  });
  if (path.endsWith('.astro')) for (const found of usedInMarkup(text, names, isFound)) used.add(found);
  used.delete('');
  return used;
}

type IsFound = (path: string) => boolean;

function nodeAt(english: Written, path: string): string | Written | undefined {
  const step = (node: string | Written | undefined, name: string) =>
    typeof node === 'object' && Object.hasOwn(node, name) ? node[name] : undefined;
  return path === '' ? english : path.split('.').reduce<string | Written | undefined>(step, english);
}

function sizeOf(names: Names): number {
  return [...names.values()].reduce((sum, { size }) => sum + size, 0);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

/** To which messages an expression leads. */
function pathsOf(node: ts.Node, names: Names, isFound: IsFound): readonly string[] {
  if (ts.isIdentifier(node)) return [...(names.get(node.text) ?? [])];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return pathsOf(node.expression, names, isFound);
  if (ts.isCallExpression(node)) return node.expression.getText() === 'messagesIn' ? [''] : [];
  if (!ts.isPropertyAccessExpression(node)) return [];
  if (node.name.text === 'messages') return [''];
  return pathsOf(node.expression, names, isFound)
    .map((path) => below(path, node.name.text))
    .filter(isFound);
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

function nameAt(node: ts.Node, names: Names, isFound: IsFound): void {
  if (!ts.isVariableDeclaration(node) && !ts.isParameter(node)) return;
  const made = node.initializer === undefined ? [] : pathsOf(node.initializer, names, isFound);
  bind(node.name, [...made, ...pathsOfType(node.type)], names, isFound);
}

/** Gives a name, or each name of a pattern, what it leads to. */
function bind(name: ts.BindingName, paths: readonly string[], names: Names, isFound: IsFound): void {
  if (ts.isIdentifier(name)) {
    if (paths.length > 0) names.set(name.text, new Set([...(names.get(name.text) ?? []), ...paths]));
    return;
  }
  for (const element of name.elements) {
    if (!ts.isBindingElement(element)) continue;
    const own = (element.propertyName ?? element.name).getText();
    bind(element.name, elementPaths(element, own, paths, isFound), names, isFound);
  }
}

function elementPaths(
  { dotDotDotToken }: ts.BindingElement,
  own: string,
  paths: readonly string[],
  isFound: IsFound,
): readonly string[] {
  if (own === 'messages') return [''];
  return dotDotDotToken === undefined ? paths.map((path) => below(path, own)).filter(isFound) : paths;
}

/**
 * What an expression that leads on to nothing further uses: a message, or a group as a whole. The bare name of a namespace
 * (`city`) names other things too, and is none.
 */
function usedAt(node: ts.Node, names: Names, isFound: IsFound): readonly string[] {
  if (!ts.isPropertyAccessExpression(node) && !ts.isIdentifier(node)) return [];
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    const leadsOn = parent.expression === node && pathsOf(parent, names, isFound).length > 0;
    if (leadsOn || parent.name === node) return [];
  }
  if (ts.isBindingElement(parent) || ts.isParameter(parent)) return [];
  if (ts.isPropertyAssignment(parent) && parent.name === node) return [];
  if (ts.isVariableDeclaration(parent)) return [];
  const isBare = ts.isIdentifier(node) && !ts.isElementAccessExpression(parent);
  return pathsOf(node, names, isFound).filter((path) => !isBare || path.includes('.'));
}

/** Between the tags of a component only plain accesses stand. */
function usedInMarkup(text: string, names: Names, isFound: IsFound): string[] {
  const chains = [...text.matchAll(/(?<![\w.'"-])(?:\w+\.)*?(\w+)((?:\.\w+)+)/g)];
  return chains.flatMap(([, name = '', rest = '']) =>
    [...(names.get(name) ?? [])].flatMap((path) => {
      const steps = rest.slice(1).split('.');
      const all = steps.map((_, at) => steps.slice(0, at + 1).reduce(below, path));
      return all.findLast(isFound) ?? [];
    }),
  );
}
