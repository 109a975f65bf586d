/** "Explore the figures": a form for readers with JavaScript, and the same through links for all others. */
import { cubePath, publishedMeasures, tablePath } from '../../release/layout.ts';
import type { ExplorerWords } from '../explorer/words.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Page, TableBlock } from '../frame/page.ts';
import { patternsOf } from '../island-words.ts';
import { apiPath, fileLink, pagePath } from '../routes.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { pageOfTable } from './tables.ts';

export function explorerPage(view: View): Page | undefined {
  const found = withCells(view);
  if (found === undefined) return undefined;
  const { explorer } = view.messages;
  const href = apiPath(view, 'index.json');
  return {
    slug: 'explore',
    under: 'data',
    name: explorer.name,
    heading: explorer.name,
    lead: [explorer.lead],
    island: 'explorer',
    sections: [
      {
        id: 'choose',
        heading: [explorer.heading],
        blocks: [{ kind: 'explorer', words: wordsOf(found), href, needsScript: [explorer.needsScript] }],
      },
      { id: 'tables', heading: [explorer.tables], blocks: [tablesBlock(found)] },
    ],
  };
}

function wordsOf({ messages, program }: ReleaseView): ExplorerWords {
  return {
    ...patternsOf(messages.explorer.words),
    tableFollows: messages.tables.tableFollows,
    hidden: messages.tables.hidden,
    hiddenProved: messages.tables.hiddenProved,
    notAvailable: messages.tables.notAvailable,
    notApplicable: messages.tables.notApplicable,
    partialYear: messages.tables.partialYear,
    total: messages.tables.total,
    separators: messages.marks,
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    title: messages.tables.marginTitle.pattern(),
    range: messages.tables.range.pattern(),
    hiddenBetween: messages.tables.hiddenBetween.pattern(),
    hiddenAtLeast: messages.tables.hiddenAtLeast.pattern(),
    levels: messages.tables.periodLevels,
  };
}

function tablesBlock(view: ReleaseView): TableBlock {
  const { explorer } = view.messages;
  const measures = publishedMeasures(view.release);
  return {
    kind: 'table',
    id: 'explore-tables',
    caption: [explorer.tablesCaption],
    columns: [view.messages.papers.table, explorer.onPage, explorer.asFile],
    rows: view.release.declaration.tables.map((table) => {
      const page = pageOfTable(table);
      const shown: Sentence =
        page === undefined
          ? []
          : [{ href: `${pagePath(view, page)}#${table.id}`, label: view.messages.names[page] }];
      return { heading: [table.title], cells: [shown, [fileLink(view, tablePath(table.id), explorer.file)]] };
    }),
    notes: [],
    links: measures.map(({ id, label }) =>
      fileLink(view, cubePath(id), view.messages.tables.downloadMeasure.text({ measure: label })),
    ),
  };
}
