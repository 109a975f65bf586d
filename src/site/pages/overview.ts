/**
 * The first page of a program: with a release by its figures, without one by what is on the record.
 */

import { TOTAL } from '../../model/codelist.ts';
import { countsActs } from '../../model/docket-plan.ts';
import type { Measure, Table } from '../../model/program.ts';
import { cellFigure } from '../figures.ts';
import { latestPeriod } from '../findings/periods.ts';
import type { Page, Stat } from '../page.ts';
import { closed, type Sentence } from '../sentence.ts';
import { addressAt, levelCodes } from '../table-grid.ts';
import { codeLabel, endLabel, type ReleaseView, type View, withCells } from '../view.ts';
import { recordOverview } from './record/record-overview.ts';
import { recordSections } from './record/record-sections.ts';
import { overviewHeadline, releaseSections } from './release-overview.ts';

export function overviewPage(view: View): Page {
  const { program, messages } = view;
  const found = withCells(view);
  if (found === undefined) return recordOverview(view);
  const headline = overviewHeadline(found);
  return {
    slug: '',
    under: 'overview',
    name: messages.names.overview,
    heading: program.name,
    ...(headline === undefined ? {} : { headline }),
    lead: [program.summary],
    sections: [...releaseSections(found), ...recordSections(found)],
  };
}

/** One figure per measure: a flow to date, or in the last published period of its longest; a stock as it stands. */
export function headlineStats(view: ReleaseView): Stat[] {
  const measures = view.release.declaration.measures.filter(({ id }) => !countsActs(id));
  return measures.flatMap((measure) => {
    const toDate = statAt(view, measure, TOTAL);
    if (measure.kind === 'flow' && toDate !== undefined) return [toDate];
    const table = headlineTable(view, measure);
    const period = table && latestPeriod(view, { table, measure });
    const latest = period === undefined ? undefined : statAt(view, measure, period);
    return latest ?? [];
  });
}

function statAt(view: ReleaseView, measure: Measure, period: string): Stat | undefined {
  const { messages, source } = view;
  const address = addressAt(measure, new Map([['period', period]]));
  const figure = cellFigure(source, address);
  if (figure === undefined) return undefined;
  const note = source.cells.get(address)?.note ?? '';
  return {
    label: statLabel(),
    qualifier: '',
    figure,
    note: note === '' ? [] : closed(note, messages.marks.stop),
  };

  function statLabel(): Sentence {
    if (period === TOTAL) return messages.tables.toDate({ measure: measure.label, end: endLabel(view) });
    const label = codeLabel(view, 'period', period);
    return measure.kind === 'stock'
      ? messages.tables.atEndOf({ measure: measure.label, period: label })
      : messages.tables.inPeriod({ measure: measure.label, period: label });
  }
}

/** The table with the longest periods of a flow, with the shortest of a stock. */
function headlineTable(view: ReleaseView, { id, kind }: Measure): Table | undefined {
  const tables = view.release.declaration.tables.filter(
    ({ measure, levels }) => measure === id && levels.period !== undefined,
  );
  const byPeriods = tables.toSorted(
    (one, other) => levelCodes(view, one, 'period').length - levelCodes(view, other, 'period').length,
  );
  return kind === 'stock' ? byPeriods.at(-1) : byPeriods[0];
}
