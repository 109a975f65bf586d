/** "Releases": every release at its own address, what it closed and what it changed. */

import { formatDay } from '../../figures/dates.ts';
import type { Change } from '../../formats/changes-file.ts';
import { TOTAL } from '../../program/codelist.ts';
import { closingMonth } from '../../program/period.ts';
import { CHANGES } from '../../release/layout.ts';
import type { SealedRelease } from '../../release/release.ts';
import { signedInShort } from '../blocks/signatures.ts';
import { cellAddress, cellFigure, type FigureSource } from '../figures/figures.ts';
import type { Block, Page, Section, TableRow } from '../frame/page.ts';
import { fileLink, releasePath } from '../routes.ts';
import { codeLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { docketChangeRows, type Earlier } from './docket/docket-changes.ts';
import { newsSection, releaseBefore } from './release-news.ts';

export function releasesPage(view: View): Page | undefined {
  const { messages, releases } = view;
  const found = withCells(view);
  if (found === undefined && view.recalls.length === 0) return undefined;
  const table: Block = {
    kind: 'table',
    id: 'releases-table',
    caption: [messages.tables.releasesCaption],
    columns: [messages.papers.release, messages.papers.closes, messages.signatures.column],
    rows: releases.toReversed().map((release) => releaseRow(view, release)),
    notes: [],
    links: [],
  };
  const name = messages.names.releases;
  const all: Section = { id: 'all', heading: [messages.papers.allReleases], blocks: [table] };
  return {
    slug: 'releases',
    under: 'data',
    name,
    heading: name,
    lead: [messages.papers.releasesLead],
    sections: [
      all,
      ...recallsSection(view),
      ...(found === undefined ? [] : newsSection(found)),
      changesSection(view),
    ],
  };
}

function releaseRow(view: View, sealed: SealedRelease): TableRow {
  const { release } = sealed;
  const closed = formatDay(closingMonth(release), view.language);
  const signed = signedInShort(view, sealed).flatMap((sentence, at) =>
    at === 0 ? sentence : [view.messages.marks.semicolon, ...sentence],
  );
  return { heading: [{ href: releasePath(view, release), label: release }], cells: [[closed], signed] };
}

/** Releases that were published by mistake: their pages and files are gone, and readers are told. */
function recallsSection({ messages, recalls, language }: View): Section[] {
  if (recalls.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: 'recalls-table',
    caption: [messages.papers.recallsCaption],
    columns: [messages.papers.release, messages.papers.recalledOn, messages.papers.reason],
    rows: recalls.map(({ release, recalled, why }) => ({
      heading: [release],
      cells: [[formatDay(recalled, language)], [why]],
    })),
    notes: [],
    links: [],
  };
  return [{ id: 'recalls', heading: [messages.papers.recalls], blocks: [table] }];
}

function changesSection(view: View): Section {
  const { messages, release } = view;
  const heading = [messages.papers.changes];
  const standing: Block = { kind: 'prose', text: [messages.papers.correctionsWait] };
  const found = withCells(view);
  if (found === undefined || release === null || release.changes.length === 0) {
    const isFirst = release === null || releaseBefore(view, release) === undefined;
    const text = [isFirst ? messages.overview.firstRelease : messages.papers.noChanges];
    return { id: 'changes', heading, blocks: [{ kind: 'prose', text }, standing] };
  }
  const table: Block = {
    kind: 'table',
    id: 'changes-table',
    caption: [messages.tables.changesCaption],
    columns: [messages.papers.cell, messages.papers.before, messages.papers.after, messages.papers.reason],
    rows: release.changes.flatMap((change) => changeRows(found, change)),
    notes: [],
    links: [fileLink(view, CHANGES, messages.tables.downloadCsv)],
  };
  return { id: 'changes', heading, blocks: [table, standing] };
}

/** What stood before is that of another release; it is left out where that one was recalled and is shown nowhere. */
function changeRows(view: ReleaseView, change: Change): TableRow[] {
  const before = releaseBefore(view, view.release);
  const earlier = before && withCells({ ...view, release: before });
  return docketChangeRows(view, earlier, change) ?? [countRow(view, earlier, change)];
}

function countRow(view: ReleaseView, earlier: Earlier, { measure, cell, reason }: Change): TableRow {
  const codes = cell.split('|');
  const { source, release, messages } = view;
  const { comma, colon } = messages.marks;
  const declared = release.declaration.measures.find(({ id }) => id === measure);
  const labels = ['period', ...(declared?.dimensions ?? [])].flatMap((dimension, at) =>
    at > 0 && codes[at] === TOTAL ? [] : [codeLabel(view, dimension, codes[at] ?? TOTAL)],
  );
  const figureIn = (one: FigureSource | undefined) => {
    const figure = one && cellFigure(one, cellAddress(measure, codes));
    return figure === undefined ? [] : [figure];
  };
  return {
    heading: [(declared?.label ?? measure) + colon + labels.join(comma)],
    cells: [figureIn(earlier?.source), figureIn(source), [reason]],
  };
}
