/** On which page a declared table stands: by its measure and by what divides it, never by its program. */
import type { Table } from '../../model/program.ts';
import { chartBlocks } from '../chart-block.ts';
import { AREA, CHANNEL } from '../dimensions.ts';
import { marginTables } from '../margins.ts';
import type { Block, Section } from '../page.ts';
import type { ReleaseView } from '../view.ts';

export type TablePage = 'records' | 'requests' | 'applications' | 'cards' | 'areas';

export function pageOfTable({ measure, levels }: Table): TablePage {
  if (measure === 'records-held') return 'records';
  if (measure === 'legal-requests') return 'requests';
  if (measure === 'applications') return 'applications';
  if (levels[AREA] !== undefined) return 'areas';
  const others = Object.keys(levels).filter((dimension) => dimension !== 'period');
  return others.length === 1 && others[0] === CHANNEL ? 'applications' : 'cards';
}

/** Declared tables and their margins, simple ones first, long periods before short ones. */
export function tablesOf(view: ReleaseView, page: TablePage): Table[] {
  const all = [...view.release.declaration.tables, ...marginTables(view)];
  return all.filter((table) => pageOfTable(table) === page).sort((one, other) => rank(one) - rank(other));
}

const PERIODS = ['year', 'fiscal-year', 'quarter', 'month'];

function rank({ levels }: Table): number {
  return Object.keys(levels).length * PERIODS.length + PERIODS.indexOf(levels.period ?? '');
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
