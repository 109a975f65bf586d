/** For each way to apply: how many people came that way, and of how many the city still holds records. */

import { drawPairs } from '../../../charts/kinds/pairs.ts';
import type { ChartPair } from '../../../charts/points.ts';
import { TOTAL } from '../../../program/codelist.ts';
import type { Measure, Table } from '../../../program/program.ts';
import { cubePath } from '../../../release/layout.ts';
import { chartBlock, pointAt } from '../../blocks/chart-block.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { tableCell } from '../../blocks/table-block.ts';
import { addressAt, levelCodes } from '../../blocks/table-grid.ts';
import { CHANNEL } from '../../dimensions.ts';
import { cellFigure } from '../../figures/figures.ts';
import { type Finding, shareClaim } from '../../findings/finding.ts';
import { endWords } from '../../findings/periods.ts';
import type { ChartBlock, TableBlock } from '../../frame/page.ts';
import { wordOf } from '../../messages/word-of.ts';
import { fileLink } from '../../routes.ts';
import { endLabel, type ReleaseView } from '../../view.ts';

/** One cell per channel of some measure, in one period or to date. */
interface ByChannel {
  readonly measure: Measure;
  readonly period: string;
  readonly addressOf: (channel: string) => string;
}

/** Undefined where the release does not publish both by channel. */
export function servedAndKept(view: ReleaseView): ChartBlock | undefined {
  const { messages, source } = view;
  const served = servedByChannel(view);
  const kept = keptByChannel(view);
  const applied = served && cellFigure(source, served.addressOf(TOTAL));
  const held = kept && cellFigure(source, kept.addressOf(TOTAL));
  if (served === undefined || kept === undefined || applied === undefined || held === undefined)
    return undefined;
  const period = endWords(view, kept.period);
  const title = messages.tables.servedAndKeptTitle({
    held,
    kept: kept.measure.unit,
    applied,
    served: served.measure.unit,
  });
  const columns = {
    served: messages.tables.servedToDate.text({ ...named(served.measure), end: endLabel(view) }),
    kept: messages.tables.keptAt.text({ ...named(kept.measure), period }),
  };
  const cells = [kept.addressOf(TOTAL), served.addressOf(TOTAL)] as const;
  const finding = { title, claim: shareClaim(source, 'served-and-kept', cells) };
  return blockOf(view, finding, served, kept, columns);
}

/** A language says what is counted with the unit or with the whole name. */
function named({ label, unit }: Measure) {
  return { label, unit };
}

function blockOf(
  view: ReleaseView,
  finding: Finding,
  served: ByChannel,
  kept: ByChannel,
  columns: { readonly served: string; readonly kept: string },
): ChartBlock {
  const { messages } = view;
  const channels = channelsOf(view);
  const rows = channels.map(
    ({ code, label }): ChartPair => ({
      label,
      served: pointAt(view, served.addressOf(code), code, label),
      kept: pointAt(view, kept.addressOf(code), code, label),
    }),
  );
  const unit = messages.tables.servedAndKeptUnit.text({ served: columns.served, kept: columns.kept });
  const words = {
    served: wordOf(messages.tables.servedWords, served.measure.id) ?? served.measure.unit,
    kept: messages.tables.keptWord,
    nothingKept: messages.tables.nothingKept,
  };
  const drawing = drawPairs(frameOf(view, { id: 'served-and-kept', unit }, finding.title), rows, words);
  const table: TableBlock = {
    kind: 'table',
    id: 'table-served-and-kept',
    caption: [messages.tables.tableOf, messages.tables.servedAndKept],
    columns: [messages.tables.channel, columns.served, columns.kept],
    rows: [...channels, { code: TOTAL, label: messages.tables.total }].map(({ code, label }) => ({
      heading: [label],
      cells: [served, kept].map(({ addressOf }) => tableCell(view, addressOf(code))),
    })),
    notes: [],
    links: [served, kept].map(({ measure }) =>
      fileLink(view, cubePath(measure.id), messages.tables.downloadMeasure.text({ measure: measure.label })),
    ),
  };
  return chartBlock(view, { id: 'served-and-kept', finding, subtitle: [unit], drawing, table });
}

function channelsOf({ release }: ReleaseView) {
  return release.codelists.find(({ dimension }) => dimension === CHANNEL)?.codes ?? [];
}

/** Applications to date, or cards where the program publishes no applications by channel. */
function servedByChannel(view: ReleaseView): ByChannel | undefined {
  for (const id of ['applications', 'cards-issued']) {
    const measure = view.release.declaration.measures.find((one) => one.id === id);
    if (measure === undefined) continue;
    const addressOf = (channel: string) => addressAt(measure, new Map([[CHANNEL, channel]]));
    if (channelsOf(view).some(({ code }) => view.source.cells.has(addressOf(code))))
      return { measure, period: TOTAL, addressOf };
  }
  return undefined;
}

/** Records held at the end of the last month, or of the last period of the finest table. */
function keptByChannel(view: ReleaseView): ByChannel | undefined {
  const measure = view.release.declaration.measures.find(({ id }) => id === 'records-held');
  const table = measure && finestByChannel(view, measure);
  const period = table && levelCodes(view, table, 'period').at(-1);
  if (measure === undefined || period === undefined) return undefined;
  return {
    measure,
    period,
    addressOf: (channel) =>
      addressAt(
        measure,
        new Map([
          ['period', period],
          [CHANNEL, channel],
        ]),
      ),
  };
}

function finestByChannel(view: ReleaseView, { id }: Measure): Table | undefined {
  const tables = view.release.declaration.tables.filter(
    ({ measure, levels }) => measure === id && levels[CHANNEL] !== undefined,
  );
  return tables.toSorted(
    (one, other) => levelCodes(view, other, 'period').length - levelCodes(view, one, 'period').length,
  )[0];
}
