/** "Releases": every release at its own address, what it closed and what it changed. */
import { formatDay } from '../../model/dates.ts';
import { monthCode, releaseEnd } from '../../model/period.ts';
import { CHANGES } from '../../release/layout.ts';
import type { Release } from '../../release/release.ts';
import type { Block, Page, Section } from '../page.ts';
import { fileLink, releasePath } from '../routes.ts';
import { type View, withCells } from '../view.ts';

export function releasesPage(view: View): Page | undefined {
  const { messages, releases } = view;
  if (withCells(view) === undefined && view.recalls.length === 0) return undefined;
  const table: Block = {
    kind: 'table',
    id: 'releases-table',
    caption: [messages.releasesCaption],
    columns: [messages.release, messages.closes],
    rows: releases.toReversed().map((release) => releaseRow(view, release)),
    notes: [],
    links: [],
  };
  const name = messages.names.releases;
  const all: Section = { id: 'all', heading: [messages.allReleases], blocks: [table] };
  return {
    slug: 'releases',
    name,
    heading: name,
    lead: messages.releasesLead,
    sections: [all, ...recallsSection(view), changesSection(view)],
  };
}

function releaseRow(view: View, { release }: Release) {
  const end = releaseEnd(release);
  const closed = end === undefined ? '' : formatDay(monthCode(end), view.language);
  return { heading: [{ href: releasePath(view, release), label: release }], cells: [[closed]] };
}

/** Releases that were published by mistake: their pages and files are gone, and readers are told. */
function recallsSection({ messages, recalls, language }: View): Section[] {
  if (recalls.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: 'recalls-table',
    caption: [messages.recallsCaption],
    columns: [messages.release, messages.recalledOn, messages.reason],
    rows: recalls.map(({ release, recalled, why }) => ({
      heading: [release],
      cells: [[formatDay(recalled, language)], [why]],
    })),
    notes: [],
    links: [],
  };
  return [{ id: 'recalls', heading: [messages.recalls], blocks: [table] }];
}

function changesSection(view: View): Section {
  const { messages, release } = view;
  const changes = release?.changes ?? [];
  const heading = [messages.changes];
  const standing: Block = { kind: 'prose', text: messages.correctionsWait };
  if (changes.length === 0)
    return { id: 'changes', heading, blocks: [{ kind: 'prose', text: messages.noChanges }, standing] };
  const rows = changes.map(({ measure, cell, before, after, reason }) => ({
    heading: [measure, ' ', cell],
    cells: [[before], [after], [reason]],
  }));
  const table: Block = {
    kind: 'table',
    id: 'changes-table',
    caption: [messages.changesCaption],
    columns: [messages.cell, messages.before, messages.after, messages.reason],
    rows,
    notes: [],
    links: [fileLink(view, CHANGES, messages.downloadCsv)],
  };
  return { id: 'changes', heading, blocks: [table, standing] };
}
