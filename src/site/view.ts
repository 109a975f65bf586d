/** What a page function sees: one program, one of its releases or none, and one language. */

import { formatDay } from '../figures/dates.ts';
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { PublishedCell } from '../program/cell.ts';
import { TOTAL } from '../program/codelist.ts';
import type { Contact } from '../program/contact.ts';
import { isPartOfYear, monthCode, monthsOf, PERIOD_LEVELS } from '../program/period.ts';
import type { Measure, Program } from '../program/program.ts';
import type { ElsewhereRequest } from '../record/read-elsewhere.ts';
import type { PublicRecord } from '../record/record.ts';
import { correctedIn } from '../release/changes/corrected-in.ts';
import { provedRanges } from '../release/proved-ranges.ts';
import type { SealedRelease } from '../release/release.ts';
import { requestCells } from '../release/request-cells.ts';
import { sumRangeOf } from '../release/sum-range.ts';
import { cellAddress, type FigureSource } from './figures/figures.ts';
import type { Part } from './figures/sentence.ts';
import type { SiteProgram } from './load/site-program.ts';
import type { Messages } from './messages/message-types.ts';
import { languageOf, messagesIn } from './messages/messages.ts';
import { tellSite } from './translate/site-program.ts';

/** Its texts are in the reader's language. */
export interface View extends SiteProgram {
  readonly language: string;
  /** `program.json` as the city wrote it. */
  readonly original: Program;
  /** What stands in the papers' own language all the same: names, and what somebody said. */
  readonly kept: ReadonlySet<string>;
  /** What somebody said, in the reader's language, by the words that were said. */
  readonly senses: ReadonlyMap<string, string>;
  readonly messages: Messages;
  /** Up to the one that the pages show: of those that came after it a frozen release knows `correctedIn` alone. */
  readonly releases: SiteProgram['releases'];
  /** The release that the pages show: the latest, or a frozen one, whose view has no record. */
  readonly release: SealedRelease | null;
  /** The same as it was sealed, in the language of its files. */
  readonly sealed: SealedRelease | null;
  readonly frozen: boolean;
  /** The last later release that corrected something which this one says: all that its pages know of later ones. */
  readonly correctedIn: string | undefined;
  /** What happened to such requests elsewhere, latest first. */
  readonly elsewhere: readonly ElsewhereRequest[];
  /** Whether briefings are printed too, and have a PDF file beside them. */
  readonly hasPapers: boolean;
}

/** Set by whoever prints briefings after the build. */
const HAS_PAPERS = process.env.DAYLIGHT_PAPERS === 'pdf';

/** Whether somebody has checked the texts: the language's, and those of the program. The papers' own are no translation. */
export function isReviewed({ language, translations }: View): boolean {
  if (language === SOURCE_LANGUAGE) return true;
  return (
    languageOf(language).reviewedBy !== null && (translations.get(language)?.reviewedBy ?? null) !== null
  );
}

/** Whether what residents act on stands in English beside a translation that nobody has checked. An invented city has no residents. */
export function needsOriginal(view: View): boolean {
  return !isReviewed(view) && view.program.nature === 'real';
}

/** A view that has a release. */
export interface ReleaseView extends View {
  readonly release: SealedRelease;
  /** The same as it was sealed, in the language of its files. */
  readonly sealed: SealedRelease;
  readonly source: FigureSource;
}

/** `program` is as read from its folder, in the language of its papers. */
export function viewOf(
  program: SiteProgram,
  language: string,
  releaseId?: string,
  elsewhere: readonly ElsewhereRequest[] = [],
): View {
  const { site, kept, senses } = tellSite(program, language);
  const latest = site.releases.at(-1) ?? null;
  const asked = releaseId === undefined ? latest : site.releases.find(({ release }) => release === releaseId);
  if (asked === undefined) throw new Error(`internal error: ${site.program.id} has no release ${releaseId}`);
  const upTo = asked === null ? 0 : site.releases.indexOf(asked) + 1;
  return {
    ...(releaseId === undefined ? site : withoutRecord(site)),
    releases: site.releases.slice(0, upTo),
    original: program.program,
    kept,
    senses,
    language,
    messages: messagesIn(language),
    release: asked,
    sealed: upTo === 0 ? null : valueAt(program.releases, upTo - 1),
    frozen: releaseId !== undefined,
    correctedIn: asked === null ? undefined : correctedIn(asked, site.releases.slice(upTo)),
    elsewhere,
    hasPapers: HAS_PAPERS,
  };
}

const NOTHING_RECORDED: PublicRecord = { figures: [], requests: [], statements: [], timeline: [] };

/** A release as it was published shows what it holds itself: what others reported, of which nobody says what was known then, stands with the latest. */
function withoutRecord<T extends Pick<SiteProgram, 'program' | 'record'>>(site: T): T {
  const { keptShare: _, ...program } = site.program;
  return { ...site, program: { ...program, series: [] }, record: NOTHING_RECORDED };
}

/** `Port, Port Card`. */
export function programName({ program, messages }: Pick<View, 'program' | 'messages'>): string {
  return program.city + messages.marks.comma + program.name;
}

/** The view with the cells of its release; undefined where the program has none. */
export function withCells(view: View): ReleaseView | undefined {
  const { release, sealed, program, language } = view;
  if (release === null || sealed === null) return undefined;
  return {
    ...view,
    release,
    sealed,
    source: {
      program: program.id,
      release: release.release,
      language,
      ...countsOf(release),
    },
  };
}

/** Every page of a release looks its cells up, so they are indexed once. */
const indexed = new WeakMap<SealedRelease, Pick<FigureSource, 'cells' | 'rangeOf'>>();

function countsOf(release: SealedRelease): Pick<FigureSource, 'cells' | 'rangeOf'> {
  const known = indexed.get(release);
  if (known !== undefined) return known;
  const cells = new Map<string, PublishedCell>(requestCells(release.requests));
  for (const [measure, cube] of release.cubes)
    for (const cell of cube) cells.set(cellAddress(measure, cell.codes), cell);
  const rangeOf = sumRangeOf({ shape: release, cells, ranges: provedRanges(release) });
  indexed.set(release, { cells, rangeOf });
  return { cells, rangeOf };
}

/** The label of a code in a reader's language; the total's own word for `_T`. */
export function codeLabel({ release, messages }: ReleaseView, dimension: string, code: string): string {
  if (code === TOTAL) return messages.tables.total;
  const codelist = release.codelists.find((list) => list.dimension === dimension);
  return codelist?.codes.find((one) => one.code === code)?.label ?? code;
}

/** The last period that a release covers, by its finest level: what a total to date runs to. */
export function endLabel(view: ReleaseView): string {
  const periods = view.release.codelists.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const [finest] = PERIOD_LEVELS.filter((level) => periods.some((code) => code.level === level));
  const last = periods.findLast(({ level }) => level === finest);
  if (last === undefined) throw new Error('internal error: a release without periods');
  return endOf(view, last.code);
}

/** What a period ends with: of a quarter or half-year its last month, of all others the period itself. */
export function endOf(view: ReleaseView, period: string): string {
  return isPartOfYear(period)
    ? formatDay(monthCode(monthsOf(period, 1)[1]), view.language)
    : codeLabel(view, 'period', period);
}

export function dimensionLabel({ release, messages }: ReleaseView, dimension: string): string {
  if (dimension === 'period') return messages.tables.period;
  return release.declaration.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
}

/** Of one of its levels, as `program.json` names it now; the dimension's own where it has no name. */
export function levelLabel(view: ReleaseView, dimension: string, level: string | undefined): string {
  const levels = view.program.dimensions.find(({ id }) => id === dimension)?.levels;
  return levels?.[level ?? dimension] ?? dimensionLabel(view, dimension);
}

/** What one of a measure is, in a sentence; undefined of a measure that is a program's own. */
export function meaningOf({ messages }: View, { id }: Measure): string | undefined {
  return (messages.overview.meanings as Readonly<Record<string, string>>)[id];
}

/** Who answers questions about the program, with an address where there is one; undefined where nobody is named. */
export function contactOf({ program }: View): Part | undefined {
  return program.contact && contactPart(program.contact);
}

export function contactPart({ name, url, email }: Contact): Part {
  const address = url ?? (email === undefined ? undefined : `mailto:${email}`);
  return address === undefined ? name : { href: address, label: name };
}
