/**
 * Codelists: the codes of a dimension and the ways they roll up (SDMX 3.0, section "Codelists and
 * hierarchies"). A code may have a parent in each of several hierarchies: an area lies in a district and
 * in a service region. Codes without a parent in a hierarchy roll up to the total, `_T`.
 */
import type { Problem } from '../reading/problem.ts';

/** The total of any dimension, as in SDMX cross-domain code lists. */
export const TOTAL = '_T';

export interface Code {
  readonly code: string;
  readonly label: string;
  /** Codes of one level never overlap and together cover the dimension, as far as it has been recorded. */
  readonly level: string;
}

/** In `hierarchy`, `code` is a part of `parent` (or of `_T`). */
export interface Rollup {
  readonly code: string;
  readonly parent: string;
  readonly hierarchy: string;
}

export interface Codelist {
  readonly dimension: string;
  /** In the order in which readers see them. */
  readonly codes: readonly Code[];
  readonly rollups: readonly Rollup[];
}

export function hierarchiesOf(codelist: Codelist): string[] {
  return [...new Set(codelist.rollups.map(({ hierarchy }) => hierarchy))];
}

/** The parts of `parent` in one hierarchy, in reading order; of all top codes for `_T`. */
export function childrenOf(codelist: Codelist, parent: string, hierarchy: string): string[] {
  return codelist.rollups
    .filter((row) => row.hierarchy === hierarchy && row.parent === parent)
    .map(({ code }) => code);
}

export function codesAtLevel(codelist: Codelist, level: string): string[] {
  return codelist.codes.filter((code) => code.level === level).map(({ code }) => code);
}

/** The codelist of a dimension, which has one. */
export function codelistOf(codelists: readonly Codelist[], dimension: string): Codelist {
  const found = codelists.find((codelist) => codelist.dimension === dimension);
  if (found === undefined) throw new Error(`internal error: ${dimension} has no codelist`);
  return found;
}

/** The codes of one level of a dimension, which has a codelist. */
export function codesOfLevel(codelists: readonly Codelist[], dimension: string, level: string): string[] {
  return codesAtLevel(codelistOf(codelists, dimension), level);
}

/** For every code and for `_T`, the set of its leaves: the codes that no hierarchy divides further. */
export function leafSets(codelist: Codelist): ReadonlyMap<string, ReadonlySet<string>> {
  const remembered = LEAVES.get(codelist);
  if (remembered !== undefined) return remembered;
  const found = findLeafSets(codelist);
  LEAVES.set(codelist, found);
  return found;
}

/** Codelists never change, and their leaves are asked for again and again. */
const LEAVES = new WeakMap<Codelist, ReadonlyMap<string, ReadonlySet<string>>>();

function findLeafSets(codelist: Codelist): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, string[]>();
  for (const { parent, code } of codelist.rollups) parts.set(parent, [...(parts.get(parent) ?? []), code]);
  const found = new Map<string, Set<string>>();
  const leavesOf = (code: string): Set<string> => {
    const known = found.get(code);
    if (known !== undefined) return known;
    const children = parts.get(code);
    const leaves =
      children === undefined ? new Set([code]) : new Set(children.flatMap((child) => [...leavesOf(child)]));
    found.set(code, leaves);
    return leaves;
  };
  for (const { code } of codelist.codes) leavesOf(code);
  leavesOf(TOTAL);
  return found;
}

/** Cycles, unknown parents, and leaves that a hierarchy does not cover: each would break the sums. */
export function codelistProblems(codelist: Codelist, file: string): Problem[] {
  const broken = [...duplicateCodes(codelist), ...unknownParents(codelist), ...cycles(codelist)];
  const faults = broken.length > 0 ? broken : uncoveredLeaves(codelist);
  return faults.map(({ at, ...fault }) => ({
    file,
    line: 0,
    column: `dimensions.${codelist.dimension}.codes.${at}`,
    ...fault,
  }));
}

/** What is wrong with the code `at`. */
interface Fault extends Pick<Problem, 'code' | 'message' | 'fix'> {
  readonly at: string;
}

function duplicateCodes({ codes }: Codelist): Fault[] {
  const names = codes.map(({ code }) => code);
  const alike = names.map((code) => code.toLowerCase());
  return names
    .filter((code, index) => alike.indexOf(code.toLowerCase()) !== index || code === TOTAL)
    .map((code) => ({
      at: code,
      code: 'duplicate-code',
      message: `Code "${code}" is reserved or declared twice, capitals not counted.`,
      fix: 'Give every code a name of its own.',
    }));
}

function unknownParents({ codes, rollups }: Codelist): Fault[] {
  const known = new Set([TOTAL, ...codes.map(({ code }) => code)]);
  return rollups
    .filter(({ parent }) => !known.has(parent))
    .map(({ code, parent }) => ({
      at: code,
      code: 'unknown-parent',
      message: `Code "${code}" rolls up to "${parent}", which is not declared.`,
      fix: 'Declare the parent as a code, or correct its spelling.',
    }));
}

/** One fault for every circle, at the first of its codes. */
function cycles({ codes, rollups }: Codelist): Fault[] {
  const upFrom = (code: string) => rollups.filter((row) => row.code === code).map(({ parent }) => parent);
  const told = new Set<string>();
  return codes.flatMap(({ code }) => {
    const circle = told.has(code) ? undefined : wayUp(code, code, upFrom, new Set());
    for (const each of circle ?? []) told.add(each);
    if (circle === undefined) return [];
    return [
      {
        at: code,
        code: 'codelist-cycle',
        message: `Codes roll up in a circle: ${[code, ...circle].join(' in ')}.`,
        fix: 'Break the circle: a parent must be wider than its parts.',
      },
    ];
  });
}

/** Codes from the parent of `from` up to `to`; undefined where no way leads there. */
function wayUp(
  from: string,
  to: string,
  upFrom: (code: string) => readonly string[],
  seen: Set<string>,
): string[] | undefined {
  for (const parent of upFrom(from)) {
    if (parent === to) return [parent];
    if (seen.has(parent)) continue;
    seen.add(parent);
    const rest = wayUp(parent, to, upFrom, seen);
    if (rest !== undefined) return [parent, ...rest];
  }
  return undefined;
}

function uncoveredLeaves(codelist: Codelist): Fault[] {
  const divided = new Set(codelist.rollups.map(({ parent }) => parent));
  const leaves = codelist.codes.map(({ code }) => code).filter((code) => !divided.has(code));
  return hierarchiesOf(codelist).flatMap((hierarchy) => {
    const covered = new Set(
      codelist.rollups.filter((row) => row.hierarchy === hierarchy).map(({ code }) => code),
    );
    return leaves
      .filter((leaf) => !covered.has(leaf))
      .map((leaf) => ({
        at: leaf,
        code: 'uncovered-leaf',
        message: `Hierarchy "${hierarchy}" leaves out "${leaf}", so its parts do not add up to the total.`,
        fix: `Give "${leaf}" a parent in "${hierarchy}", or "_T".`,
      }));
  });
}
