/** Which codes make up each code of a table: the areas of every district, as the codelist of the release has them. */
import { childrenOf, hierarchiesOf } from '../../program/codelist.ts';
import type { Table } from '../../program/program.ts';
import { levelCodes } from '../blocks/table-grid.ts';
import type { Block } from '../frame/page.ts';
import { codeLabel, levelLabel, type ReleaseView } from '../view.ts';

/** Behind a line that opens; nothing where no code of the table is made up of others, or where the two have no names of their own. */
export function partsOfLevel(view: ReleaseView, table: Table): Block[] {
  const { comma } = view.messages.marks;
  return Object.entries(table.levels).flatMap(([dimension, level]): Block[] => {
    const list = view.release.codelists.find((one) => one.dimension === dimension);
    if (dimension === 'period' || list === undefined) return [];
    const partsOf = (code: string) => hierarchiesOf(list).flatMap((name) => childrenOf(list, code, name));
    const codes = levelCodes(view, table, dimension).filter((code) => partsOf(code).length > 0);
    const inner = list.codes.find(({ code }) => codes[0] !== undefined && partsOf(codes[0]).includes(code));
    if (inner === undefined) return [];
    const [outer, own] = [level, inner.level].map((one) => levelLabel(view, dimension, one));
    if (outer === own) return [];
    const title = view.messages.served.madeUpOf.text({ level: outer ?? '', parts: own ?? '' });
    const id = `${table.id}-parts`;
    const rows = codes.map((code) => ({
      heading: [codeLabel(view, dimension, code)],
      cells: [
        [
          partsOf(code)
            .map((part) => codeLabel(view, dimension, part))
            .join(comma),
        ],
      ],
    }));
    const caption = [view.messages.tables.tableOf, title];
    return [
      {
        kind: 'fold',
        id,
        summary: title,
        blocks: [
          {
            kind: 'table',
            id: `${id}-table`,
            caption,
            columns: [outer ?? '', own ?? ''],
            rows,
            notes: [],
            links: [],
          },
        ],
      },
    ];
  });
}
