/** On which page a declared table stands: by its measure and by what divides it, never by its program. */
import type { Table } from '../../model/program.ts';
import { chartBlocks } from '../chart-block.ts';
import type { Block, Section } from '../page.ts';
import type { ReleaseView } from '../view.ts';

export type TablePage = 'records' | 'requests' | 'applications' | 'cards' | 'areas';

/** Dimensions that have a page of their own. */
const AREA = 'area';
export const CHANNEL = 'channel';

export function pageOfTable({ measure, levels }: Table): TablePage {
  if (measure === 'records-held') return 'records';
  if (measure === 'legal-requests') return 'requests';
  if (levels[AREA] !== undefined) return 'areas';
  return measure === 'applications' || levels[CHANNEL] !== undefined ? 'applications' : 'cards';
}

export function tablesOf({ release }: ReleaseView, page: TablePage): Table[] {
  return release.declaration.tables.filter((table) => pageOfTable(table) === page);
}

/** A section per table, each with its chart; a coarser table that stands in for another is not shown twice. */
export function tableSections(view: ReleaseView, page: TablePage): Section[] {
  const shown = new Set<string>();
  return tablesOf(view, page).map((table) => {
    const blocks = chartBlocks(view, table).filter((block) => !isRepeated(block, shown));
    return { id: table.id, heading: [table.title], blocks };
  });
}

function isRepeated(block: Block, shown: Set<string>): boolean {
  if (block.kind !== 'chart' && block.kind !== 'table') return false;
  if (shown.has(block.id)) return true;
  shown.add(block.id);
  return false;
}
