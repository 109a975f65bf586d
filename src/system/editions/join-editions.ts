/**
 * Editions: a release that lists changes (`changes.csv`) begins a new one. Within an edition a cell is one unknown.
 * Across editions it is one unknown where nothing published hints at a change. Elsewhere its old and its new count
 * are two, and what the correction added or took away is a third, under the promise like any other difference
 * (docs/method.md, section 10):
 *
 *      old              new              change              unknowns
 *    40  30   70      55  30   85      15   0   15           40 and 55 and the 15 between; 70 and 85 likewise; 30
 *     .   .   20       .   .   20       .   .    0           each hidden cell once, as if there were one edition
 *     .   .   25       .   .   45       .   .   20           old and new of each, and two changes that add up to 20
 *
 * Hidden changes that relations join are read as one-sided: all add, or all take away, as what is published of them
 * does. A reader who supposes less is left with more worlds.
 */

import type { Change } from '../../formats/changes-file.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { placeIn } from '../../indexes/place-in.ts';
import { knownCount, type PublishedCell } from '../../program/cell.ts';
import { idleTotals, withoutCells } from '../idle-totals.ts';
import { type CountedListing, takeOffListed } from '../listed.ts';
import type { ReleaseShape } from '../shape.ts';
import { addCell, type PartedSystem, type Row, type SystemCell, systemKey } from '../system.ts';
import { type BuiltEdition, buildEditions, type Edition } from './build-editions.ts';
import { changedCells } from './changed-cells.ts';
import type { Sign, Signs } from './sign.ts';

/** What a release says of itself, of its cells, and of those of the release before. */
export interface PublishedRelease extends ReleaseShape {
  /** Of requests: all, those that are listed among them. */
  readonly cubes: ReadonlyMap<string, readonly PublishedCell[]>;
  /** Requests that are listed by name; null or left out where the release keeps no docket. */
  readonly requests?: CountedListing | null;
  readonly changes: readonly Change[];
}

/** Cells of a program's system: `to - from` or `from - to`, whichever is not negative, is `change`. */
interface ChangeOf {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly sign: Sign;
}

export interface ProgramSystem extends PartedSystem {
  /** By release: the keys of its cells that go by another name in the system, and that name. */
  readonly renamed: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly changes: readonly ChangeOf[];
}

/** Releases, oldest first, edition by edition. */
export function splitEditions<T extends Pick<PublishedRelease, 'changes'>>(releases: readonly T[]): T[][] {
  const editions: T[][] = [];
  for (const release of releases) {
    const last = editions.at(-1);
    if (last === undefined || release.changes.length > 0) editions.push([release]);
    else last.push(release);
  }
  return editions;
}

export function editionsOf(releases: readonly PublishedRelease[]): Edition[] {
  return splitEditions(releases).map((shapes) => ({
    shapes,
    figures: new Map(
      shapes.flatMap((shape) =>
        [...takeOffListed(shape, shape.cubes)].flatMap(([measure, cells]) =>
          cells.flatMap((cell): [string, number][] => {
            const known = knownCount(cell);
            return known === undefined ? [] : [[systemKey(shape.release, measure, cell.codes), known]];
          }),
        ),
      ),
    ),
  }));
}

/** The system of all releases; of one edition it is `buildSystem`'s. */
export function joinEditions(editions: readonly Edition[], recorded: readonly string[] = []): ProgramSystem {
  const built = buildEditions(editions, recorded);
  const pairs = built.flatMap((to, at) =>
    built.slice(0, at).map((from) => ({ from, to, signs: changedCells(from, to) })),
  );
  const names = nameCells(built, pairs);
  const joined = leaveOutIdle(assemble(built, pairs, names), recorded);
  return {
    ...joined,
    renamed: new Map(
      built.flatMap((edition) => edition.shapes.map(({ release }) => [release, renames(edition, names)])),
    ),
  };
}

/** Where a release's cell stands in the system; undefined if it does not. */
export function placeOf(
  { index, renamed }: Pick<ProgramSystem, 'index' | 'renamed'>,
  release: string,
  measure: string,
  codes: readonly string[],
): number | undefined {
  const key = systemKey(release, measure, codes);
  return index.get(entryOf(renamed, release).get(key) ?? key);
}

/** Where a release's cell stands in the system, which must have it. */
export function requirePlaceOf(
  system: Pick<ProgramSystem, 'index' | 'renamed'>,
  release: string,
  measure: string,
  codes: readonly string[],
): number {
  const at = placeOf(system, release, measure, codes);
  if (at === undefined)
    throw new Error(`internal error: ${measure} ${codes.join('|')} of ${release} is not in the system`);
  return at;
}

/** The cell that a key of the system names, whatever its edition; undefined for a change. */
export function cellOfKey(key: string): string | undefined {
  const [cell, edition = ''] = key.split('@');
  return edition.includes('>') ? undefined : cell;
}

interface Pair {
  readonly from: BuiltEdition;
  readonly to: BuiltEdition;
  /** Cells, by key, that are not known to be unchanged. */
  readonly signs: Signs;
}

type Names = ReadonlyMap<BuiltEdition, ReadonlyMap<string, string>>;

/** A cell bears its plain key in the newest edition, and in every other that it is unchanged from. */
function nameCells(built: readonly BuiltEdition[], pairs: readonly Pair[]): Names {
  const names = new Map<BuiltEdition, Map<string, string>>();
  for (const edition of built.toReversed()) {
    const later = pairs.filter(({ from }) => from === edition).toReversed();
    names.set(
      edition,
      new Map(
        edition.system.cells.map(({ key }) => {
          const same = later.find(({ signs }) => !signs.has(key));
          const own = later.length === 0 ? key : `${key}@${edition.id}`;
          return [key, same === undefined ? own : nameIn(names, same.to, key)];
        }),
      ),
    );
  }
  return names;
}

function nameIn(names: Names, edition: BuiltEdition, key: string): string {
  return entryOf(entryOf(names, edition), key);
}

function renames(edition: BuiltEdition, names: Names): ReadonlyMap<string, string> {
  return new Map([...entryOf(names, edition)].filter(([key, name]) => key !== name));
}

type Assembled = Omit<ProgramSystem, 'renamed'>;

function assemble(built: readonly BuiltEdition[], pairs: readonly Pair[], names: Names): Assembled {
  const cells = new Map<string, SystemCell>();
  for (const edition of built) {
    const nameOf = (key: string) => nameIn(names, edition, key);
    for (const cell of edition.system.cells) {
      const groups = cell.groups?.map(nameOf);
      addCell(cells, { ...cell, key: nameOf(cell.key), ...(groups && { groups }) });
    }
  }
  const links = pairs.flatMap((pair) => linksOf(pair, names));
  for (const { cell } of links) addCell(cells, cell);
  const index = new Map([...cells.keys()].map((key, at) => [key, at]));
  const at = (key: string) => placeIn(index, key);
  const rows = new Map<string, Row>();
  for (const edition of built)
    for (const row of edition.system.rows) {
      const places = row.cells.map((cell) =>
        at(nameIn(names, edition, valueAt(edition.system.cells, cell).key)),
      );
      rows.set(`${places} ${row.coefficients} ${row.lower}`, { ...row, cells: places });
    }
  const changes = links.map(({ cell, from, to, sign }) => ({
    from: at(from),
    to: at(to),
    change: at(cell.key),
    sign,
  }));
  const all = new Set([
    ...built.flatMap((edition) => partKeysOf(edition).map((key) => nameIn(names, edition, key))),
    ...pairs.flatMap(changedParts),
  ]);
  return {
    cells: [...cells.values()],
    index,
    rows: [...rows.values(), ...changes.map(linkRow)],
    parts: [...all].map(at),
    changes,
  };
}

/** Keys in the edition's own system. */
function partKeysOf({ system }: BuiltEdition): string[] {
  return system.parts.map((cell) => valueAt(system.cells, cell).key);
}

/** What was added to each part, or taken away. */
function changedParts(pair: Pair): string[] {
  return partKeysOf(pair.to)
    .filter((key) => pair.signs.has(key) && entryOf(pair.signs, key) !== 0)
    .map((key) => changeKey(pair, key));
}

/** The key of what one edition changed of a cell of another. */
function changeKey({ from, to, signs }: Pair, key: string): string {
  return `${key}@${from.id}>${to.id}:${entryOf(signs, key) > 0 ? 'added' : 'taken-away'}`;
}

/** `recorded`: keys of the cells that the record speaks of, whatever their edition. */
function leaveOutIdle(system: Assembled, recorded: readonly string[]): Assembled {
  const named = new Set(recorded);
  const gone = idleTotals(system, (key) => named.has(cellOfKey(key) ?? key));
  const { cells, rows, places } = withoutCells(system, gone);
  const at = (cell: number) => places.get(cell) as number;
  return {
    cells,
    rows,
    index: new Map(cells.map(({ key }, place) => [key, place])),
    parts: system.parts.filter((cell) => !gone.has(cell)).map(at),
    changes: system.changes.map(({ from, to, change, sign }) => ({
      from: at(from),
      to: at(to),
      change: at(change),
      sign,
    })),
  };
}

/** to - from - change = 0 where people were added, from - to - change = 0 where they were taken away. */
function linkRow({ from, to, change, sign }: ChangeOf): Row {
  return { cells: [to, from, change], coefficients: [sign, -sign, -1], lower: 0, upper: 0 };
}

function linksOf(pair: Pair, names: Names) {
  const { from, to, signs } = pair;
  const cellIn = ({ system }: BuiltEdition, key: string) => valueAt(system.cells, placeIn(system.index, key));
  return [...signs].flatMap(([key, sign]) => {
    if (sign === 0) return [];
    const [before, after] = [cellIn(from, key), cellIn(to, key)];
    const isPromised = before.role !== 'unpublished' && after.role !== 'unpublished';
    const cell: SystemCell = {
      measure: after.measure,
      codes: after.codes,
      key: changeKey(pair, key),
      role: isPromised ? 'difference' : 'unpublished',
    };
    return [{ cell, from: nameIn(names, from, key), to: nameIn(names, to, key), sign }];
  });
}
