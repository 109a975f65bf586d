/** What a page function sees: one program, one of its releases or none, and one language. */
import type { PublishedCell } from '../model/cell.ts';
import { TOTAL } from '../model/codelist.ts';
import type { Program } from '../model/program.ts';
import type { Recall } from '../model/recall-file.ts';
import type { PublicRecord } from '../record/record.ts';
import type { Release } from '../release/release.ts';
import { requestCells } from '../release/request-cells.ts';
import { cellAddress, type FigureSource } from './figures.ts';
import { type Messages, messagesIn } from './messages/messages.ts';

export interface SiteProgram {
  readonly program: Program;
  readonly record: PublicRecord;
  /** Oldest first, without those that were recalled; none for a program that stands on the record alone. */
  readonly releases: readonly Release[];
  readonly recalls: readonly Recall[];
}

export interface View extends SiteProgram {
  readonly language: string;
  readonly messages: Messages;
  /** The release that the pages show: the latest, or a frozen one. */
  readonly release: Release | null;
  readonly frozen: boolean;
}

/** A view that has a release. */
export interface ReleaseView extends View {
  readonly release: Release;
  readonly source: FigureSource;
}

export function viewOf(site: SiteProgram, language: string, releaseId?: string): View {
  const latest = site.releases.at(-1) ?? null;
  const asked = releaseId === undefined ? latest : site.releases.find(({ release }) => release === releaseId);
  if (asked === undefined) throw new Error(`internal error: ${site.program.id} has no release ${releaseId}`);
  return {
    ...site,
    language,
    messages: messagesIn(language),
    release: asked,
    frozen: releaseId !== undefined,
  };
}

/** The view with the cells of its release; undefined where the program has none. */
export function withCells(view: View): ReleaseView | undefined {
  const { release, program, language } = view;
  if (release === null) return undefined;
  return {
    ...view,
    release,
    source: { program: program.id, release: release.release, language, cells: cellsOf(release) },
  };
}

/** Every page of a release looks its cells up, so they are indexed once. */
const indexed = new WeakMap<Release, ReadonlyMap<string, PublishedCell>>();

function cellsOf(release: Release): ReadonlyMap<string, PublishedCell> {
  const known = indexed.get(release);
  if (known !== undefined) return known;
  const cells = new Map<string, PublishedCell>(requestCells(release.requests));
  for (const [measure, cube] of release.cubes)
    for (const cell of cube) cells.set(cellAddress(measure, cell.codes), cell);
  indexed.set(release, cells);
  return cells;
}

/** The label of a code in a reader's language; the total's own word for `_T`. */
export function codeLabel({ release, messages }: ReleaseView, dimension: string, code: string): string {
  if (code === TOTAL) return messages.total;
  const codelist = release.codelists.find((list) => list.dimension === dimension);
  return codelist?.codes.find((one) => one.code === code)?.label ?? code;
}

export function dimensionLabel({ release, messages }: ReleaseView, dimension: string): string {
  if (dimension === 'period') return messages.period;
  return release.declaration.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
}
