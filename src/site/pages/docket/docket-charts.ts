/** The first picture of a docket: whether a judge signed, period by period. */
import { drawStack } from '../../../charts/kinds/stack.ts';
import { TOTAL } from '../../../program/codelist.ts';
import { RECEIVED, SIGNATURE } from '../../../program/docket-plan.ts';
import { ALL } from '../../../release/balance.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { chartBlock, pointAt } from '../../blocks/chart-block.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { givenRange } from '../../blocks/table-block.ts';
import { cellFigure, cellsFigure, publishedFigure, sumFigure } from '../../figures/figures.ts';
import { claimOf, type Finding, plainTitle, shareClaim } from '../../findings/finding.ts';
import { changeFinding } from '../../findings/forms.ts';
import { longestLevel, periodWords } from '../../findings/periods.ts';
import type { ChartBlock } from '../../frame/page.ts';
import { codeLabel, endLabel, type ReleaseView } from '../../view.ts';
import { tableOf } from './docket-block.ts';
import { chartPeriods, NOT_SIGNED, periodName, SIGNED, tablePeriods } from './docket-periods.ts';

/** By year: signed by a judge or not. */
export function signatureChart(view: ReleaseView): ChartBlock {
  const { docket } = view.messages;
  const rows = [
    { code: SIGNED, label: docket.isSigned },
    { code: NOT_SIGNED, label: docket.notSigned },
  ];
  const periods = chartPeriods(view);
  const series = (id: string, label: string, addressOf: (period: string) => string) => ({
    id,
    label,
    kind: 'flow' as const,
    points: periods.map((period) =>
      pointAt(view, addressOf(period), period, codeLabel(view, 'period', period)),
    ),
  });
  const parts = rows.map(({ code, label }) =>
    series(code, label, (period) => balanceAddress(period, 'signature', code, 'received')),
  );
  const totals = series('all', view.messages.tables.total, (period) =>
    balanceAddress(period, ALL, TOTAL, 'received'),
  );
  const finding =
    toldFinding(view) ?? receivedFinding(view) ?? askedFinding(view) ?? plainTitle(docket.bySignature);
  const drawing = drawStack(
    frameOf(view, { id: 'signature', unit: docket.signatureUnit }, finding.title),
    parts,
    totals,
  );
  const table = tableOf(
    view,
    'signature',
    docket.bySignature,
    tablePeriods(view).map((period) => periodName(view, period)),
    [...rows, { code: TOTAL, label: view.messages.tables.total }].map(({ code, label }) => ({
      label,
      addresses: tablePeriods(view).map((period) =>
        balanceAddress(period, code === TOTAL ? ALL : 'signature', code, 'received'),
      ),
    })),
  );
  return chartBlock(view, { id: 'signature', finding, subtitle: [docket.signatureUnit], drawing, table });
}

/** Of all years of which it may be told, together: the last of them stands at the top of the page. Not where there is but one. */
function toldFinding(view: ReleaseView): Finding | undefined {
  const { source, messages } = view;
  const years = chartPeriods(view);
  const at = (period: string, by: string, code: string) => balanceAddress(period, by, code, 'received');
  const told = years.filter(
    (year) =>
      cellFigure(source, at(year, SIGNATURE, SIGNED)) !== undefined &&
      cellFigure(source, at(year, ALL, TOTAL)) !== undefined,
  );
  const signed = sumFigure(
    source,
    told.map((year) => at(year, SIGNATURE, SIGNED)),
  );
  const received = sumFigure(
    source,
    told.map((year) => at(year, ALL, TOTAL)),
  );
  if (signed === undefined || received === undefined || told.length < 2) return undefined;
  const cells = years.map((year) => at(year, SIGNATURE, SIGNED));
  const of = { told: publishedFigure(source, cells), all: cellsFigure(source, cells) };
  return { title: messages.docket.signatureTold({ ...of, signed, received }), claim: null };
}

/** How many came in, beside the year before: who signed them stands at the top of the page. */
function receivedFinding(view: ReleaseView): Finding | undefined {
  const measure = view.release.declaration.measures.find(({ id }) => id === RECEIVED);
  const level = measure && longestLevel(view, measure);
  return measure && level !== undefined ? changeFinding(view, measure, level) : undefined;
}

/** What may be told of all requests at the top of a page; undefined where that is nothing. */
export function askedFinding(view: ReleaseView): Finding | undefined {
  return signedFinding(view) ?? hiddenFinding(view) ?? countFinding(view) ?? rangeFinding(view);
}

/** How many came in in the last period, beside the one before where that is told. */
function countFinding(view: ReleaseView): Finding | undefined {
  const last = chartPeriods(view).at(-1) ?? '';
  const address = balanceAddress(last, ALL, TOTAL, 'received');
  const now = cellFigure(view.source, address);
  if (now === undefined) return undefined;
  const { docket, findings } = view.messages;
  const title = findings.level({ label: docket.measures[RECEIVED], now, period: periodWords(view, last) });
  return (
    receivedFinding(view) ?? { title, claim: claimOf(view.source, 'level', 'legal-requests', [address]) }
  );
}

/** Between what numbers lies how many came in: to date, or in the last period where the sheet has no total to date. */
function rangeFinding(view: ReleaseView): Finding | undefined {
  const { docket, marks } = view.messages;
  const at = (period: string) => balanceAddress(period, ALL, TOTAL, 'received');
  const [last = TOTAL] = [TOTAL, chartPeriods(view).at(-1) ?? TOTAL].filter((period) =>
    view.source.cells.has(at(period)),
  );
  const range = givenRange(view, at(last));
  if (range === undefined) return undefined;
  const label =
    last === TOTAL
      ? docket.received({ end: endLabel(view) })
      : [docket.measures[RECEIVED], marks.comma, periodName(view, last)];
  return { title: docket.rangeTitle({ label, ...range }), claim: null };
}

/** How many a judge signed: to date, or in the last period of which it may be told, after how many came in since. */
function signedFinding(view: ReleaseView): Finding | undefined {
  const { docket } = view.messages;
  const cellsAt = (period: string) =>
    [
      balanceAddress(period, SIGNATURE, SIGNED, 'received'),
      balanceAddress(period, ALL, TOTAL, 'received'),
    ] as const;
  const figureOf = (cell: string) => cellFigure(view.source, cell);
  const told = tablePeriods(view).findLast((period) => figureOf(cellsAt(period)[0]) !== undefined);
  const cells = cellsAt(told ?? '');
  const [signed, all] = cells.map(figureOf);
  if (told === undefined || signed === undefined || all === undefined) return undefined;
  const of = { period: periodName(view, told), signed, received: all };
  const last = chartPeriods(view).findLast((period) => figureOf(cellsAt(period)[1]) !== undefined);
  const lastAll = figureOf(cellsAt(last ?? '')[1]);
  const isLastHidden = view.source.cells.get(cellsAt(last ?? '')[0])?.status === 'c';
  return {
    title:
      last === undefined || lastAll === undefined || told === TOTAL || !isLastHidden
        ? docket.signatureTitle(of)
        : docket.signatureEarlier({ ...of, last: periodName(view, last), all: lastAll }),
    claim: shareClaim(view.source, 'legal-requests|signature', cells),
  };
}

/** That nobody may be told who signed; undefined where the sheet has no such lines. */
function hiddenFinding(view: ReleaseView): Finding | undefined {
  const { docket } = view.messages;
  const cells = tablePeriods(view)
    .map((period) => balanceAddress(period, SIGNATURE, SIGNED, 'received'))
    .filter((cell) => view.source.cells.has(cell));
  const isHidden = cells.some((cell) => view.source.cells.get(cell)?.status === 'c');
  if (!isHidden) return undefined;
  return {
    title: [docket.signatureHidden],
    claim: claimOf(view.source, 'hidden', 'legal-requests|signature', cells),
  };
}
