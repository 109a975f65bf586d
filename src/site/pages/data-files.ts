/** Of the page on data: everything in one file, who publishes it, when, whether it is signed; and the files of a record alone. */
import { DATA_JSON } from '../../catalogs/dcat-us.ts';
import { INDEX, OPEN_API } from '../../catalogs/index-file.ts';
import { formatDay } from '../../figures/dates.ts';
import { closingMonth } from '../../program/period.ts';
import { signedInFull } from '../blocks/signatures.ts';
import { factOf } from '../figures/fact.ts';
import { dueFigure } from '../figures/figures.ts';
import type { Link, Sentence } from '../figures/sentence.ts';
import type { Fact, Page, Section, TableBlock } from '../frame/page.ts';
import {
  archivePath,
  citationPath,
  recordFilePath,
  releaseArchivePath,
  siteAddress,
  siteFilePath,
  workbookPath,
} from '../routes.ts';
import type { ReleaseView, View } from '../view.ts';

export function everythingSection(view: ReleaseView): Section {
  const { messages, program, release } = view;
  const { dataPage } = messages;
  const links: Sentence[] = [
    [{ href: archivePath(program.id), label: dataPage.all }],
    [
      {
        href: releaseArchivePath(program.id, release.release),
        label: dataPage.ofRelease.text({ release: release.release }),
      },
    ],
    [
      {
        href: workbookPath(program.id, release.release),
        label: dataPage.workbook.text({ release: release.release }),
      },
    ],
  ];
  return {
    id: 'everything',
    heading: [dataPage.everything],
    blocks: [
      { kind: 'list', items: links },
      { kind: 'facts', facts: factsOf(view) },
    ],
  };
}

function factsOf(view: ReleaseView): Fact[] {
  const { messages, program, release, language, frozen } = view;
  const { dataPage } = messages;
  const { schedule } = program;
  const id = release.release;
  return [
    factOf(dataPage.published, [program.standing]),
    factOf(dataPage.through, [formatDay(closingMonth(id), language)]),
    ...(schedule === undefined || frozen
      ? []
      : [
          factOf(
            dataPage.due,
            dataPage.dueBy({ day: dueFigure(program.id, id, schedule.daysAfter, language) }),
          ),
        ]),
    factOf(dataPage.signed, ...signedInFull(view, release)),
    factOf(dataPage.addresses, [dataPage.addressesText]),
  ];
}

/** What programs read instead of pages, and what is not made of it, with the reason. */
export function machinesSection({ messages, program, release }: View): Section {
  const { dataPage } = messages;
  const { index, openApi, citation, catalog } = dataPage.machineFiles;
  const knowsAddress = siteAddress() !== undefined;
  const links: Link[] = [
    { href: siteFilePath(INDEX), label: index },
    { href: siteFilePath(OPEN_API), label: openApi },
    ...(release === null ? [] : [{ href: citationPath(program.id, release.release), label: citation }]),
    ...(knowsAddress ? [{ href: siteFilePath(DATA_JSON), label: catalog }] : []),
  ];
  const reasons = [
    ...(knowsAddress ? [] : [dataPage.noAddress]),
    ...(program.nature === 'invented' ? [dataPage.notInCatalog] : []),
  ];
  return {
    id: 'machines',
    heading: [dataPage.machines],
    blocks: [
      { kind: 'list', items: links.map((link) => [link]) },
      ...reasons.map((text) => ({ kind: 'prose', text: [text] }) as const),
    ],
  };
}

/** Of a program that has no release; undefined where nothing is on its record. */
export function recordDataPage(view: View): Page | undefined {
  const { messages, program, record } = view;
  const { dataPage, names } = messages;
  // What became of requests stands with them, in a file of its own.
  const rows = { ...record, states: record.requests.flatMap(({ states }) => states) };
  const files = RECORD.filter((name) => rows[name].length > 0);
  if (files.length === 0) return undefined;
  const table: TableBlock = {
    kind: 'table',
    id: 'files-table',
    caption: [dataPage.recordCaption],
    columns: [messages.papers.file, messages.papers.about],
    rows: files.map((name) => ({
      heading: [{ href: recordFilePath(program.id, `${name}.csv`), label: `record/${name}.csv` }],
      cells: [[dataPage.recordFiles[name]]],
    })),
    notes: [],
    links: [],
  };
  const archive = { href: archivePath(program.id), label: dataPage.allOnRecord };
  return {
    slug: 'data',
    under: 'data',
    name: names.data,
    heading: names.data,
    lead: [dataPage.recordLead],
    sections: [
      {
        id: 'everything',
        heading: [dataPage.everything],
        blocks: [{ kind: 'list', items: [[archive]] }, table],
      },
      machinesSection(view),
    ],
  };
}

const RECORD = ['figures', 'requests', 'states', 'statements', 'timeline'] as const;
