/**
 * How overlapping codes divide a dimension.
 *
 * Codes that several tables publish may overlap (calendar and fiscal years, old and new areas, age bands
 * that differ from table to table). Their atoms are the largest sets of leaves that every one of them
 * contains whole or not at all, so that each code is a sum of atoms:
 *
 *   calendar year 2024   |-------|-------|          atoms: first half, second half of 2024, ...
 *   fiscal year 2025             |-------|-------|
 */
import { type Codelist, childrenOf, hierarchiesOf, leafSets } from '../program/codelist.ts';

/** The sum of `parts` is `code`, for every combination of codes in the other dimensions. */
export interface Definition {
  readonly code: string;
  readonly parts: readonly string[];
}

/** Some codes of one dimension with the leaves that each covers; atoms may be codes of no codelist. */
export type Extent = ReadonlyMap<string, ReadonlySet<string>>;

/** The codes, atoms among them, and those of their atoms that are no code yet, named by their leaves: `65-69+70-74`. */
export function withAtoms(codes: readonly string[], codelist: Codelist): Extent {
  const leaves = leafSets(codelist);
  const extent = new Map(codes.map((code) => [code, leaves.get(code) ?? new Set(code.split('+'))]));
  const atoms = new Map<string, string[]>();
  for (const leaf of new Set([...extent.values()].flatMap((set) => [...set]))) {
    const signature = codes.filter((code) => extent.get(code)?.has(leaf)).join('|');
    atoms.set(signature, [...(atoms.get(signature) ?? []), leaf]);
  }
  for (const atom of atoms.values()) {
    if (findByLeaves(extent, atom) === undefined) extent.set(nameOf(atom, leaves), new Set(atom));
  }
  return extent;
}

/** The code of `extent` that covers exactly these leaves. */
export function findByLeaves(extent: Extent, leaves: readonly string[]): string | undefined {
  for (const [code, set] of extent)
    if (set.size === leaves.length && leaves.every((leaf) => set.has(leaf))) return code;
  return undefined;
}

function nameOf(atom: readonly string[], known: Extent): string {
  return findByLeaves(known, atom) ?? atom.join('+');
}

/** The codes of `extent` that no other divides, as a key: equal keys divide the dimension alike. */
export function partitionKey(extent: Extent): string {
  return finest(extent).sort().join('|');
}

/** The codes of `extent` that no other divides: together they cover all of its leaves, each once. */
export function finest(extent: Extent): string[] {
  const owner = new Map<string, string>();
  const bySize = [...extent].sort(([, one], [, other]) => other.size - one.size);
  for (const [code, leaves] of bySize) for (const leaf of leaves) owner.set(leaf, code);
  return [...new Set(owner.values())];
}

/** Whether each of the finest codes of `fine` lies within one of the finest codes of `coarse`. */
export function refines(fine: Extent, coarse: Extent): boolean {
  const cells = finest(coarse).map((code) => coarse.get(code) ?? new Set());
  return finest(fine).every((code) => {
    const leaves = [...(fine.get(code) ?? [])];
    return cells.some((cell) => leaves.every((leaf) => cell.has(leaf)));
  });
}

/**
 * How each code of `extent` is a sum of others: in every hierarchy in which its children, or theirs in
 * turn, are all there; where there is no such hierarchy, by its atoms. Codes that are atoms have none.
 */
export function definitionsOf(extent: Extent, codelist: Codelist): Definition[] {
  const atoms = finest(extent);
  return [...extent].flatMap(([code, leaves]) => {
    if (atoms.includes(code)) return [];
    const ways = hierarchiesOf(codelist).flatMap(
      (hierarchy) => expand(code, hierarchy, extent, codelist) ?? [],
    );
    const byAtoms = atoms.filter((atom) => [...(extent.get(atom) ?? [])].every((leaf) => leaves.has(leaf)));
    const all = ways.length > 0 ? ways : [byAtoms];
    return [...new Map(all.map((parts) => [parts.join('|'), { code, parts }])).values()];
  });
}

/** The parts of `code` in one hierarchy that are in `extent`, as one list in a list; undefined if some leaf is in none. */
function expand(code: string, hierarchy: string, extent: Extent, codelist: Codelist): string[][] | undefined {
  const children = childrenOf(codelist, code, hierarchy);
  if (children.length === 0) return undefined;
  const parts: string[] = [];
  for (const child of children) {
    const found = extent.has(child) ? [child] : expand(child, hierarchy, extent, codelist)?.[0];
    if (found === undefined) return undefined;
    parts.push(...found);
  }
  return [parts];
}
