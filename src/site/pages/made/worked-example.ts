/** An invented table, step by step: what is counted, why hiding one count is useless, what is hidden, what stays possible. */
import type { Figure } from '../../../figures/figure.ts';
import { WORKED_EXAMPLE } from '../../../figures/worked-example.ts';
import { exampleFigure } from '../../figures/figures.ts';
import type { CellProps, Section, TableBlock } from '../../frame/page.ts';
import type { View } from '../../view.ts';

export function exampleSection(view: View): Section {
  const { example } = view.messages;
  const { k, range, repeated, withheldColumns } = WORKED_EXAMPLE;
  const figure = (path: string, value: number) => exampleFigure(path, value, view.language);
  const north = (column: number) => countFigure(view, 0, column);
  const threshold = figure('k', k);
  const texts = {
    below: example.below({ k: threshold, small: north(CHILDREN) }),
    subtracted: example.subtracted({
      total: north(ALL_AGES),
      adults: north(ADULTS),
      older: north(OLDER),
      found: north(CHILDREN),
    }),
    withheld: example.withheld({
      least: figure('range.least', range.least),
      most: figure('range.most', range.most),
    }),
    told: example.told({ none: worldFigure(view, 0, 0, 0), many: worldFigure(view, 1, 0, 0) }),
    repeated: example.repeated({
      fits: figure('repeated.fits', repeated.fits),
      alike: figure('repeated.alike', repeated.alike),
    }),
  };
  return {
    id: 'example',
    heading: [example.heading],
    blocks: [
      { kind: 'prose', text: [example.lead] },
      countTable(view, 'example-counted', example.counted, []),
      { kind: 'prose', text: texts.below },
      { kind: 'prose', text: texts.subtracted },
      { kind: 'prose', text: example.rectangle({ k: threshold }) },
      countTable(view, 'example-hidden', example.hidden, withheldColumns),
      { kind: 'prose', text: texts.withheld },
      worldTable(view),
      { kind: 'prose', text: texts.told },
      { kind: 'prose', text: texts.repeated },
    ],
  };
}

/** Columns of the table. */
const [CHILDREN, ADULTS, OLDER, ALL_AGES] = [0, 1, 2, 3] as const;

function countFigure({ language }: View, row: number, column: number): Figure {
  const value = WORKED_EXAMPLE.table[row]?.[column] ?? Number.NaN;
  return exampleFigure(`table.${row}.${column}`, value, language);
}

function worldFigure({ language }: View, world: number, row: number, column: number): Figure {
  const value = WORKED_EXAMPLE.worlds[world]?.[row]?.[column] ?? Number.NaN;
  return exampleFigure(`worlds.${world}.${row}.${column}`, value, language);
}

/** Rows of areas and their total; the columns of `hidden` are withheld in every area. */
function countTable(view: View, id: string, caption: string, hidden: readonly number[]): TableBlock {
  const { example } = view.messages;
  const { total } = view.messages.tables;
  return areaTable(view, id, caption, [...Object.values(example.ages), total], (row, column) => {
    const isHidden = hidden.includes(column) && row < Object.keys(example.areas).length;
    return {
      address: '',
      figure: isHidden ? null : countFigure(view, row, column),
      status: isHidden ? 'c' : '',
    };
  });
}

function worldTable(view: View): TableBlock {
  const { example } = view.messages;
  const width = WORKED_EXAMPLE.withheldColumns.length;
  return areaTable(
    view,
    'example-worlds',
    example.worlds,
    Object.values(example.worldColumns),
    (row, column) => {
      const world = Math.floor(column / width);
      const left = WORKED_EXAMPLE.left[row] ?? Number.NaN;
      const figure =
        world < WORKED_EXAMPLE.worlds.length
          ? worldFigure(view, world, row, column % width)
          : exampleFigure(`left.${row}`, left, view.language);
      return { address: '', figure, status: '' };
    },
  );
}

/** A row per area, and one for all of them. */
function areaTable(
  { messages }: View,
  id: string,
  caption: string,
  columns: readonly string[],
  cellAt: (row: number, column: number) => CellProps,
): TableBlock {
  const rows = [...Object.values(messages.example.areas), messages.tables.total];
  return {
    kind: 'table',
    id,
    caption: [caption],
    columns: [messages.example.area, ...columns],
    rows: rows.map((heading, row) => ({
      heading: [heading],
      cells: columns.map((_, column) => cellAt(row, column)),
    })),
    notes: [],
    links: [],
  };
}
