/** "How it is protected": the promise in plain words, what is hidden, what the attack found, how to repeat it. */

import { keepsDocket, listsRequests } from '../../../program/docket-plan.ts';
import { AUDIT } from '../../../release/layout.ts';
import { gridOf } from '../../blocks/table-grid.ts';
import { auditFigure, type InsiderAnswer, insiderFigure } from '../../figures/audit-figures.ts';
import { cellsFigure, thresholdFigure, withheldFigure } from '../../figures/figures.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, Page, Section } from '../../frame/page.ts';
import { fileLink } from '../../routes.ts';
import { dimensionLabel, type ReleaseView, type View, withCells } from '../../view.ts';
import { attackTexts } from './attack-texts.ts';
import { exampleSection } from './worked-example.ts';

export function methodPage(view: View): Page | undefined {
  const { messages, program, language } = view;
  const found = withCells(view);
  if (found === undefined) return undefined;
  const k = thresholdFigure(program.id, program.k, language);
  const name = messages.names.method;
  const promise: Section = {
    id: 'promise',
    heading: [messages.papers.promise],
    blocks: [
      messages.papers.promiseText.either({ k }),
      messages.papers.promiseText.so({ k }),
      ...requestTexts(found),
      ...groupTexts(found),
    ].map((text) => ({ kind: 'prose', text })),
  };
  const notCovered: Section = {
    id: 'not-covered',
    heading: [messages.papers.notCovered],
    blocks: [{ kind: 'list', items: Object.values(messages.papers.notCoveredList).map((text) => [text]) }],
  };
  const sections = [
    promise,
    exampleSection(found),
    hiddenSection(found),
    ...attackSections(found),
    repeatSection(found),
    notCovered,
    ...insiderSections(found),
  ];
  return {
    slug: 'method',
    under: 'data',
    name,
    heading: name,
    lead: messages.papers.methodLead({ k }),
    sections,
  };
}

/** What the promise says of requests, those that are listed and those of which there are totals alone. */
function requestTexts({ release: { declaration }, messages: { papers } }: ReleaseView): Sentence[] {
  if (!keepsDocket(declaration)) return [];
  return [[listsRequests(declaration) ? papers.requestsText : papers.requestsTotals]];
}

/** What the promise says besides in dimensions marked sensitive. */
function groupTexts(view: ReleaseView): Sentence[] {
  const sensitive = view.release.declaration.dimensions.filter((dimension) => dimension.sensitive);
  return sensitive.map(({ id }) => view.messages.papers.groupsText({ dimension: dimensionLabel(view, id) }));
}

function hiddenSection(view: ReleaseView): Section {
  const { messages, release, source } = view;
  // In a program's first months no year is over: tables by year have no cells yet.
  const tables = release.declaration.tables
    .map((table) => gridOf(view, table))
    .filter(({ inner }) => inner.length > 0);
  const rows = tables.map(({ table, inner }) => ({
    heading: [table.title],
    cells: [[withheldFigure(source, inner)], [cellsFigure(source, inner)]],
  }));
  const table: Block = {
    kind: 'table',
    id: 'hidden-table',
    caption: [messages.tables.hiddenCaption],
    columns: [messages.papers.table, messages.papers.hiddenCount, messages.papers.cells],
    rows,
    notes: hiddenNotes(view, tables),
    links: [],
  };
  return { id: 'hidden', heading: [messages.papers.hiddenByTable], blocks: [table] };
}

/** Why the rows do not add up to what the release hides, where they do not: a cell in two tables is one. */
function hiddenNotes(
  view: ReleaseView,
  tables: readonly { readonly inner: readonly string[] }[],
): Sentence[] {
  const { messages, release, source, language } = view;
  const inner = [...new Set(tables.flatMap((table) => table.inner))];
  const tabled = inner.filter((address) => source.cells.get(address)?.status === 'c');
  if (release.audit === null || tabled.length === release.audit.cells.withheld) return [];
  const hidden = auditFigure(release.audit, 'cells.withheld', language);
  return [messages.tables.hiddenInTables({ hidden, tabled: withheldFigure(source, inner) })];
}

function attackSections(view: ReleaseView): Section[] {
  const { messages, release } = view;
  const { audit } = release;
  if (audit === null) return [];
  const texts =
    audit.cells.withheld === 0
      ? [[messages.papers.noHidden]]
      : [
          [messages.papers.attackText.before],
          ...attackTexts(view, audit),
          [view.senses.get(audit.method) ?? quoted(view, audit.method)],
        ];
  const blocks: Block[] = [...texts, [fileLink(view, AUDIT, messages.papers.audit)]].map((text) => ({
    kind: 'prose',
    text,
  }));
  return [{ id: 'attack', heading: [messages.papers.attack], blocks }];
}

function repeatSection(view: ReleaseView): Section {
  const { messages } = view;
  return {
    id: 'repeat',
    heading: [messages.papers.repeat],
    blocks: [{ kind: 'prose', text: [messages.papers.repeatLead] }, attackCommand(view)],
  };
}

/** How anybody attacks a release on a computer of their own. */
export function attackCommand({ program, release }: ReleaseView): Block {
  return {
    kind: 'commands',
    lines: [`npm run attack -- data/programs/${program.id}/releases/${release.release}`],
  };
}

function knowing(people: number, alone: boolean) {
  if (people === 1) return alone ? 'oneAlone' : 'one';
  return alone ? 'twoAlone' : 'two';
}

/** Outside the promise, so measured: what somebody who knows some of the people could tell. */
function insiderSections({ messages: { beyond }, language, release: { audit } }: ReleaseView): Section[] {
  if (audit === null || audit.cells.withheld === 0 || !('kinds' in audit.insiders)) return [];
  const { pairs, asked, kinds } = audit.insiders;
  const figure = (path: Parameters<typeof insiderFigure>[1]) => insiderFigure(audit, path, language);
  const isSample = asked < pairs;
  const answer = (at: number, what: InsiderAnswer): Sentence =>
    isSample
      ? beyond.insidersAnswer({ found: figure([at, what]), most: figure([at, `${what}AtMost`]) })
      : [figure([at, what])];
  const { know, measured, all, sample } = beyond.insidersText;
  const texts = [
    [know],
    [measured],
    isSample ? sample({ pairs: figure('pairs'), asked: figure('asked') }) : all({ pairs: figure('pairs') }),
  ];
  const table: Block = {
    kind: 'table',
    id: 'insiders-table',
    caption: [beyond.insidersCaption],
    columns: Object.values(beyond.insidersColumns),
    rows: kinds.map(({ people, alone }, at) => ({
      heading: [beyond.insiderKnows[knowing(people, alone)]],
      cells: [[figure([at, 'placed'])], answer(at, 'few'), answer(at, 'exact')],
    })),
    notes: [],
    links: [],
  };
  const prose = texts.map((text): Block => ({ kind: 'prose', text }));
  return [{ id: 'insiders', heading: [beyond.insiders], blocks: [...prose, table] }];
}
