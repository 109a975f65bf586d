/**
 * Groups and their categories (docs/method.md): in a dimension marked sensitive every code is a category, and the
 * cell in which the dimension stands at its total is the group. A zero tells of everybody in the group that they are
 * not in the category, a full cell that they all are; and a full cell is one of which all other categories are zeros.
 *
 *              seniors' applications     approved 25   declined 0   |   all 25
 *                                        full          zero             the group
 */
import { type Codelist, leafSets, TOTAL } from '../program/codelist.ts';
import type { Role } from './measure-system.ts';

/** Whether a cell of this measure may stand at a category in the place `at` of its codes. */
export type IsSensitiveDimension = (measure: string, at: number) => boolean;

/** What a cell of the system must be known by. */
interface Cell {
  readonly key: string;
  readonly measure: string;
  readonly codes: readonly string[];
  readonly role: Role;
}

/** Cells with the keys of their groups; a code that covers its whole dimension divides nothing and is no category. */
export function nameGroups<C extends Cell>(
  cells: readonly C[],
  isSensitiveDimension: IsSensitiveDimension,
  codelists: (measure: string) => readonly Codelist[],
): (C & { readonly groups?: readonly string[] })[] {
  const keys = new Set(cells.map(({ key }) => key));
  const covering = new Map<Codelist | undefined, ReadonlySet<string>>();
  const covers = (code: string, list: Codelist | undefined) => {
    const found = covering.get(list) ?? coveringCodes(list);
    covering.set(list, found);
    return found.has(code);
  };
  return cells.map((cell) => {
    const lists = codelists(cell.measure);
    const isCategory = (code: string, at: number) =>
      isSensitiveDimension(cell.measure, at) && !covers(code, lists[at]);
    const groups = cell.codes.flatMap((code, at) => (isCategory(code, at) ? [groupKey(cell, at)] : []));
    const known = groups.filter((key) => keys.has(key));
    return cell.role === 'unpublished' || known.length === 0 ? cell : { ...cell, groups: known };
  });
}

function groupKey({ key, codes }: Cell, at: number): string {
  const parts = key.split('|');
  return parts.with(parts.length - codes.length + at, TOTAL).join('|');
}

/** The total, and codes that are all there is of it. */
function coveringCodes(codelist: Codelist | undefined): ReadonlySet<string> {
  const leaves = codelist === undefined ? new Map<string, ReadonlySet<string>>() : leafSets(codelist);
  const all = leaves.get(TOTAL)?.size;
  return new Set([TOTAL, ...[...leaves].flatMap(([code, { size }]) => (size === all ? [code] : []))]);
}
