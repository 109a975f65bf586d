/** Pictures of a docket: who signed, what came of it, what left the building, how long an answer took. */
import { drawBars } from '../../charts/bars.ts';
import type { ChartPoint } from '../../charts/points.ts';
import { drawStack } from '../../charts/stack.ts';
import { ALL } from '../../model/balance.ts';
import { TOTAL } from '../../model/codelist.ts';
import { formatDay } from '../../model/dates.ts';
import { CLOSED_OUTCOMES, LEFT } from '../../model/request.ts';
import { BALANCE, DOCKET } from '../../release/layout.ts';
import type { ReleasedRequests } from '../../release/release.ts';
import { balanceAddress, docketAddress } from '../../release/request-cells.ts';
import { chartBlock, frameOf, pointAt } from '../chart-block.ts';
import { cellFigure } from '../figures.ts';
import type { ChartBlock, TableBlock } from '../page.ts';
import { fileLink } from '../routes.ts';
import type { Sentence } from '../sentence.ts';
import { cellProps } from '../table-block.ts';
import { codeLabel, type ReleaseView } from '../view.ts';

/** Calendar years, or quarters where no year is over. */
export function chartPeriods({ release }: ReleaseView): string[] {
  const codes = release.codelists.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const at = (level: string) => codes.filter((one) => one.level === level).map(({ code }) => code);
  return at('year').length > 0 ? at('year') : at('quarter');
}

/** By year: signed by a judge or not. */
export function signatureChart(view: ReleaseView): ChartBlock {
  const { docket } = view.messages;
  const rows = [
    { code: 'signed_by_judge', label: docket.isSigned },
    { code: 'not_signed_by_judge', label: docket.notSigned },
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
  const totals = series('all', view.messages.total, (period) =>
    balanceAddress(period, ALL, TOTAL, 'received'),
  );
  const signed = cellFigure(view.source, balanceAddress(TOTAL, 'signature', 'signed_by_judge', 'received'));
  const all = cellFigure(view.source, balanceAddress(TOTAL, ALL, TOTAL, 'received'));
  const title = signed && all ? docket.signatureTitle(signed, all) : docket.signatureHidden;
  const drawing = drawStack(
    frameOf(view, { id: 'signature', unit: docket.signatureUnit }, title),
    parts,
    totals,
  );
  const table = tableOf(
    view,
    'signature',
    docket.bySignature,
    [...periods.map((period) => codeLabel(view, 'period', period)), docket.toDate],
    [...rows, { code: TOTAL, label: view.messages.total }].map(({ code, label }) => ({
      label,
      addresses: [...periods, TOTAL].map((period) =>
        balanceAddress(period, code === TOTAL ? ALL : 'signature', code, 'received'),
      ),
    })),
  );
  return chartBlock(view, { id: 'signature', title, drawing, table });
}

/** To date: all that came in, what it came to, what is open. Undefined where a total is not published. */
export function outcomeChart(view: ReleaseView): ChartBlock | undefined {
  const { docket, outcomes } = view.messages;
  const address = (line: string) => balanceAddress(TOTAL, ALL, TOTAL, line);
  const [received, closed, open] = ['received', 'closed', 'open_at_end'].map((line) =>
    cellFigure(view.source, address(line)),
  );
  if (!received || !closed || !open) return undefined;
  const bars = [
    { label: docket.all, at: address('received') },
    ...CLOSED_OUTCOMES.map((code) => ({
      label: outcomes[code],
      at: balanceAddress(TOTAL, 'outcome', code, 'closed'),
    })),
    { label: docket.stillOpen, at: address('open_at_end') },
  ];
  return barsOf(view, 'outcome', docket.outcomeTitle(received, closed, open), docket.outcomeUnit, bars);
}

export function leftChart(view: ReleaseView): ChartBlock {
  const { docket } = view.messages;
  const bars = LEFT.map((code) => ({
    label: docket.leftWords[code],
    at: balanceAddress(TOTAL, 'left', code, 'closed'),
  }));
  return barsOf(view, 'left', docket.leftTitle, docket.leftUnit, bars);
}

/** One bar per request with a page that has been answered; undefined where none has. */
export function daysChart(view: ReleaseView, { docket }: ReleasedRequests): ChartBlock | undefined {
  const { messages, language } = view;
  const bars = docket
    .filter(({ daysToAnswer }) => daysToAnswer !== null)
    .map(({ request, received, agency }) => ({
      label: agency + messages.marks.comma + formatDay(received, language),
      at: docketAddress(request, 'days_to_answer'),
    }));
  if (bars.length === 0) return undefined;
  const { daysTitle, daysUnit } = messages.docket;
  return barsOf(view, 'days', daysTitle, daysUnit, bars, DOCKET);
}

function barsOf(
  view: ReleaseView,
  id: string,
  title: Sentence,
  unit: string,
  bars: readonly { readonly label: string; readonly at: string }[],
  file = BALANCE,
): ChartBlock {
  const points = bars.map(({ label, at }): ChartPoint => pointAt(view, at, at, label));
  const drawing = drawBars(frameOf(view, { id, unit }, title), points);
  const rows = bars.map(({ label, at }) => ({ label, addresses: [at] }));
  const table = tableOf(view, id, unit, [unit], rows, file);
  return chartBlock(view, { id, title, drawing, table });
}

function tableOf(
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
    caption: [messages.tableOf, caption],
    columns: [messages.docket.requests, ...columns],
    rows: rows.map((row) => ({
      heading: [row.label],
      cells: row.addresses.map((address) => cellProps(view, address)),
    })),
    notes: [],
    links: [fileLink(view, file, label)],
  };
}
