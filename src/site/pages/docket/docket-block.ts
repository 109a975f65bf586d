/** The table of a picture of requests, with its file. */
import { BALANCE, DOCKET } from '../../../release/layout.ts';
import { givenRange, tableCell } from '../../blocks/table-block.ts';
import type { TableBlock } from '../../frame/page.ts';
import { fileLink } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';

export function tableOf(
  view: ReleaseView,
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly { readonly label: string; readonly addresses: readonly string[] }[],
  file = BALANCE,
): TableBlock {
  const { messages } = view;
  const label = file === DOCKET ? messages.docket.downloadDocket : messages.docket.downloadBalance;
  return {
    kind: 'table',
    id: `table-${id}`,
    caption: [messages.tables.tableOf, caption],
    columns: [messages.docket.requests, ...columns],
    rows: rows.map((row) => ({
      heading: [row.label],
      cells: row.addresses.map((address) => tableCell(view, address)),
    })),
    notes: rows.some((row) => row.addresses.some((address) => givenRange(view, address) !== undefined))
      ? [[messages.docket.rangesNotDrawn]]
      : [],
    links: [fileLink(view, file, label)],
  };
}
