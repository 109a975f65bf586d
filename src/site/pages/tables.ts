/** On which page a declared table stands: by its measure and by what divides it, never by its program. */
import { countsActs } from '../../model/docket-plan.ts';
import type { Table } from '../../model/program.ts';
import { displayTable } from '../chart-block.ts';
import { AREA, CHANNEL } from '../dimensions.ts';
import { marginTables } from '../margins.ts';
import type { Section } from '../page.ts';
import { type ReleaseView, tellsResidents, type View } from '../view.ts';

export type TablePage = 'records' | 'applications' | 'cards' | 'areas';

/** The page of a view on which a table stands; none where the view has no such page. */
export function pageShowing(view: View, table: Table): TablePage | undefined {
  const page = pageOfTable(table);
  return page === 'records' && !tellsResidents(view) ? undefined : page;
}

/** None for counts of requests: the balance sheet shows them together with those that are listed. */
function pageOfTable({ measure, levels }: Table): TablePage | undefined {
  if (measure === 'records-held') return 'records';
  if (countsActs(measure)) return undefined;
  if (measure === 'applications') return 'applications';
  if (levels[AREA] !== undefined) return 'areas';
  const others = Object.keys(levels).filter((dimension) => dimension !== 'period');
  return others.length === 1 && others[0] === CHANNEL ? 'applications' : 'cards';
}

/** Declared tables and their margins: simple ones first, long periods before short ones; by channel first where people applied. */
export function tablesOf(view: ReleaseView, page: TablePage): Table[] {
  const all = [...view.release.declaration.tables, ...marginTables(view)];
  const own = all.filter((table) => pageOfTable(table) === page);
  return own.sort((one, other) => rank(one, page) - rank(other, page));
}

const PERIODS = ['year', 'fiscal-year', 'quarter', 'month'];

function rank({ levels }: Table, page: TablePage): number {
  const dimensions = Object.keys(levels).length;
  const isMix = page === 'applications' && dimensions === 2 && levels[CHANNEL] !== undefined;
  return (isMix ? 0 : dimensions) * PERIODS.length + PERIODS.indexOf(levels.period ?? '');
}

/** A section per table; a coarser table that stands in for another is not shown twice. */
export function tableSections(view: ReleaseView, page: TablePage): Section[] {
  const shown = new Set<string>();
  return tablesOf(view, page).map((table) => {
    const { id, before, blocks } = displayTable(view, table);
    const isShown = shown.has(id);
    shown.add(id);
    return { id: table.id, heading: [table.title], blocks: isShown ? before : [...before, ...blocks] };
  });
}
