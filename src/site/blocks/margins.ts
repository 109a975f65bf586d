/**
 * Coarser tables that come with the declared ones: a cube that holds month by channel holds the months'
 * totals too. Readers see them first; their cells are published cells like any other.
 */

import { oncePerKey } from '../../indexes/once-per-key.ts';
import type { PeriodLevel } from '../../program/period.ts';
import type { Table } from '../../program/program.ts';
import { measureOf } from '../../system/shape.ts';
import { wordOf } from '../messages/word-of.ts';
import { levelLabel, type ReleaseView } from '../view.ts';
import { gridOf } from './table-grid.ts';

/** Levels at which totals are shown alone, and those at which they are shown by one other dimension. */
const ALONE: readonly string[] = ['year', 'fiscal-year', 'month'] satisfies readonly PeriodLevel[];
const DIVIDED: readonly string[] = ['year', 'fiscal-year'] satisfies readonly PeriodLevel[];

/** The margins of a release's flows that no declared table gives, where at least half of the cells have a count. */
export function marginTables(view: ReleaseView): Table[] {
  const { tables } = view.release.declaration;
  const known = new Set(tables.map(levelsKey));
  const found: Table[] = [];
  for (const table of tables.filter(
    (one) => measureOf(view.release.declaration, one.measure).kind === 'flow',
  )) {
    for (const levels of coarserLevels(table)) {
      const margin = marginOf(view, table, levels);
      if (known.has(levelsKey(margin))) continue;
      known.add(levelsKey(margin));
      if (hasCounts(view, margin)) found.push(margin);
    }
  }
  return found;
}

/** The periods alone, and with each other dimension alone. */
function coarserLevels({ levels }: Table): Table['levels'][] {
  const { period } = levels;
  const others = Object.entries(levels).filter(([dimension]) => dimension !== 'period');
  if (period === undefined || others.length === 0) return [];
  const alone = ALONE.includes(period) ? [{ period }] : [];
  const divided =
    DIVIDED.includes(period) && others.length > 1
      ? others.map(([dimension, level]) => ({ period, [dimension]: level }))
      : [];
  return [...alone, ...divided];
}

function marginOf(view: ReleaseView, { measure, weight }: Table, levels: Table['levels']): Table {
  const { messages } = view;
  const { label } = measureOf(view.release.declaration, measure);
  const dimensions = Object.keys(levels).filter((dimension) => dimension !== 'period');
  const by = [
    wordOf(messages.tables.periodLevels, levels.period ?? '') ?? '',
    ...dimensions.map((dimension) => levelLabel(view, dimension, levels[dimension]).toLowerCase()),
  ];
  const title = messages.tables.marginTitle.text({ measure: label, by: listFor(view.language).format(by) });
  return { id: [measure, ...Object.values(levels)].join('-'), measure, title, levels, weight };
}

const listFor = oncePerKey((language) => new Intl.ListFormat(language));

function levelsKey({ measure, levels }: Table): string {
  return [
    measure,
    ...Object.entries(levels)
      .map(([dimension, level]) => `${dimension}=${level}`)
      .sort(),
  ].join('|');
}

function hasCounts(view: ReleaseView, table: Table): boolean {
  const { inner } = gridOf(view, table);
  return (
    inner.filter((address) => (view.source.cells.get(address)?.count ?? null) !== null).length * 2 >=
    inner.length
  );
}
