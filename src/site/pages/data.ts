/** "Data": every file of a release, what its columns mean, how to check and cite it. */

import { formatDay } from '../../figures/dates.ts';
import { formatNumber } from '../../figures/figure.ts';
import { sealLine } from '../../formats/previous-file.ts';
import { RANGE_COLUMNS } from '../../program/count-range.ts';
import { signatureFile, signerOfFile } from '../../program/signer.ts';
import {
  AUDIT,
  BALANCE,
  CHANGES,
  codelistPath,
  cubePath,
  DATAPACKAGE,
  DOCKET,
  EVENTS,
  PREVIOUS,
  SUMS,
  tablePath,
  ZEROS,
} from '../../release/layout.ts';
import type { SealedRelease } from '../../release/release.ts';
import { signatureBlocks } from '../blocks/signatures.ts';
import { sourceSentence } from '../blocks/sources.ts';
import { factOf } from '../figures/fact.ts';
import type { Sentence } from '../figures/sentence.ts';
import { formPath } from '../files/other-forms.ts';
import { citeRelease } from '../frame/citation.ts';
import type { Block, Page, Section, TableBlock } from '../frame/page.ts';
import type { Messages } from '../messages/message-types.ts';
import { fileLink, latestFilePath } from '../routes.ts';
import { dimensionLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { everythingSection, machinesSection, recordDataPage } from './data-files.ts';
import { rebuildSections } from './made/rebuild.ts';

export function dataPage(view: View): Page | undefined {
  const { messages } = view;
  const found = withCells(view);
  if (found === undefined) return recordDataPage(view);
  const name = messages.names.data;
  const sections = [
    everythingSection(found),
    filesSection(found),
    ...rebuildSections(found),
    columnsSection(found),
    statusSection(found),
    checkSection(found),
    citeSection(found),
    machinesSection(found),
  ];
  return {
    slug: 'data',
    under: 'data',
    name,
    heading: name,
    lead: [
      ...messages.papers.dataLead({ release: found.release.release }),
      ...(view.frozen ? [] : [' ', ...publishedSentence(found)]),
    ],
    sections,
  };
}

/** On which day the newest release went out. Earlier ones do not say it: their pages would change once it is noted. */
function publishedSentence({ messages, days, release: { release }, language }: ReleaseView): Sentence {
  const day = days.get(release);
  return day === undefined
    ? [messages.papers.publishedUnknown]
    : messages.papers.publishedOn({ day: formatDay(day, language) });
}

function filesSection(view: ReleaseView): Section {
  const { messages, language, release } = view;
  const sizes = new Map(release.datapackage.resources.map(({ path, bytes }) => [path, bytes]));
  const size = (bytes: number | undefined): Sentence =>
    bytes === undefined
      ? []
      : messages.papers.bytes({ size: formatNumber(bytes, language, { percent: false, decimals: 0 }) });
  const latest = (path: string): Sentence[] => (view.frozen ? [] : [latestForms(view, path)]);
  const table: TableBlock = {
    kind: 'table',
    id: 'files-table',
    caption: [messages.tables.filesCaption],
    columns: [
      messages.papers.file,
      messages.papers.about,
      messages.papers.size,
      ...(view.frozen ? [] : [messages.dataPage.latest]),
    ],
    rows: releaseFiles(release).map((path) => ({
      heading: [fileLink(view, path, path)],
      cells: [[fileTitle(view, path)], size(sizes.get(path)), ...latest(path)],
    })),
    notes: [],
    links: [],
  };
  return { id: 'files', heading: [messages.papers.files], blocks: [table] };
}

/** The newest file as it was published; a table also as a workbook and as Parquet. */
function latestForms({ program, messages }: ReleaseView, path: string): Sentence {
  const link = (own: string, label: string) => ({ href: latestFilePath(program.id, own), label });
  if (!path.endsWith('.csv')) return [link(path, messages.dataPage.latestOf)];
  return [
    link(path, 'CSV'),
    ' ',
    link(formPath(path, 'xlsx'), 'XLSX'),
    ' ',
    link(formPath(path, 'parquet'), 'Parquet'),
  ];
}

/** Of every file its path in the release: those that the Data Package describes, then what describes and seals them. */
export function releaseFiles({ datapackage, previous, signatures }: SealedRelease): string[] {
  const described = datapackage.resources.map(({ path }) => path);
  return [
    ...described,
    DATAPACKAGE,
    AUDIT,
    ...(previous === null ? [] : [PREVIOUS]),
    SUMS,
    ...signatures.map(signatureFile),
  ];
}

/** What a file holds, in the reader's language: its own title is in English. */
export function fileTitle(view: ReleaseView, path: string): string {
  const { messages, release } = view;
  const { measures, tables } = release.declaration;
  const measure = measures.find(({ id }) => cubePath(id) === path);
  if (measure !== undefined) return messages.papers.everyCell.text({ measure: measure.label });
  const table = tables.find(({ id }) => tablePath(id) === path);
  if (table !== undefined) return table.title;
  const codelist = release.codelists.find(({ dimension }) => codelistPath(dimension) === path);
  if (codelist === undefined) return meaningOf(messages, path) ?? path;
  return messages.papers.codesOf.text({ dimension: dimensionLabel(view, codelist.dimension) });
}

/** Files that are the same in every release, by the names of their meanings. */
const MEANINGS: Readonly<Record<string, keyof Messages['papers']['fileMeanings']>> = {
  [DATAPACKAGE]: 'description',
  [AUDIT]: 'audit',
  [PREVIOUS]: 'previous',
  [SUMS]: 'sums',
  [CHANGES]: 'changes',
  [DOCKET]: 'docket',
  [EVENTS]: 'events',
  [BALANCE]: 'balance',
  [ZEROS]: 'zeros',
};

function meaningOf({ papers }: Messages, path: string): string | undefined {
  if (signerOfFile(path) !== undefined) return papers.fileMeanings.signature;
  const name = Object.hasOwn(MEANINGS, path) ? MEANINGS[path] : undefined;
  return name && papers.fileMeanings[name];
}

/** Every column of the cubes and codelists; `count` stands once for each measure. */
function columnsSection(view: ReleaseView): Section {
  const { messages, release } = view;
  const columns: readonly (readonly [name: string, meaning: string])[] = [
    ...release.codelists.map(
      ({ dimension }) =>
        [
          dimension,
          messages.papers.dimensionColumn.text({ label: dimensionLabel(view, dimension) }),
        ] as const,
    ),
    ...release.declaration.measures.map(
      ({ label }) => ['count', messages.papers.countColumn.text({ measure: label })] as const,
    ),
    ...(release.declaration.requests !== 'totals'
      ? []
      : RANGE_COLUMNS.map(
          (name, at) => [name, at === 0 ? messages.papers.leastColumn : messages.papers.mostColumn] as const,
        )),
    ...Object.entries(messages.papers.columnMeanings),
  ];
  const rows = columns.map(([name, meaning]) => ({ heading: [name], cells: [[meaning]] }));
  const table: Block = {
    kind: 'table',
    id: 'columns-table',
    caption: [messages.tables.columnsCaption],
    columns: [messages.papers.column, messages.papers.meaning],
    rows,
    notes: [[messages.papers.spreadsheet]],
    links: [],
  };
  return { id: 'columns', heading: [messages.papers.columns], blocks: [table] };
}

function statusSection({ messages }: ReleaseView): Section {
  const { published, ...others } = messages.papers.statusMeanings;
  const meanings = [[messages.papers.statusEmpty, published] as const, ...Object.entries(others)];
  const facts = meanings.map(([code, meaning]) => factOf(code, [meaning]));
  const blocks: Block[] = [
    { kind: 'facts', facts },
    { kind: 'prose', text: [messages.papers.correctionsWait] },
  ];
  return { id: 'status', heading: [messages.papers.statusCodes], blocks };
}

function checkSection(view: ReleaseView): Section {
  const { messages, release } = view;
  return {
    id: 'check',
    heading: [messages.papers.checkFiles],
    blocks: [
      { kind: 'prose', text: [messages.papers.checkFilesLead] },
      { kind: 'commands', lines: ['sha256sum -c SHA256SUMS'] },
      ...signatureBlocks(view),
      { kind: 'prose', text: [messages.papers.sealLead] },
      { kind: 'commands', lines: [sealLine(release.seal)] },
    ],
  };
}

function citeSection(view: ReleaseView): Section {
  return { id: 'cite', heading: [view.messages.papers.citation], blocks: citation(view) };
}

/** How to name the release, under which terms it may be used, and where it comes from. */
export function citation(view: ReleaseView): Block[] {
  const { messages, program, release } = view;
  const { licence } = release.declaration;
  const source = sourceSentence(view);
  const texts: Sentence[] = [
    messages.papers.licensed({ name: { href: licence.url, label: licence.name } }),
    ...(source.length === 0 ? [] : [source]),
    ...(program.nature === 'invented' ? [[messages.frame.inventedNotice]] : []),
  ];
  return [
    { kind: 'citation', text: citeRelease(view) },
    ...texts.map((text) => ({ kind: 'prose', text }) as const),
  ];
}
