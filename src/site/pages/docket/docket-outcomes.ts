/**
 * What became of the requests, a square for each, and how long that took. Those with a page of their own stand by their
 * outcome and by who signed; of all others the picture tells how many there are, and no more.
 */
import { drawActs, type SquareRow } from '../../../charts/kinds/acts.ts';
import { drawStrip } from '../../../charts/kinds/strip.ts';
import { formatDay } from '../../../figures/dates.ts';
import type { Figure } from '../../../figures/figure.ts';
import { TOTAL } from '../../../program/codelist.ts';
import {
  CLOSED_OUTCOMES,
  type Instrument,
  isClosed,
  type Left,
  SIGNED_BY_JUDGE,
} from '../../../program/request.ts';
import { ALL, WITH_PAGE } from '../../../release/balance.ts';
import { DOCKET } from '../../../release/layout.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { balanceAddress, docketAddress } from '../../../release/request-cells.ts';
import { chartBlock, pointAt } from '../../blocks/chart-block.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { cellFigure, cellsFigure, differenceFigure, medianFigure, sumFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import { claimOf } from '../../findings/finding.ts';
import type { ChartBlock, TableBlock, TableRow } from '../../frame/page.ts';
import { endLabel, type ReleaseView } from '../../view.ts';
import { tableOf } from './docket-block.ts';

const at = (by: string, code: string, line: string) => balanceAddress(TOTAL, by, code, line);
const DAYS = 'days_to_answer';
const LISTED = `${ALL}${WITH_PAGE}`;
const [SIGNED, UNSIGNED, FEW] = ['sa', 'sf', 'hidden closed'] as const;

/** To date. Undefined where nobody can tell how many there are. */
export function squaresChart(view: ReleaseView, { docket }: ReleasedRequests): ChartBlock | undefined {
  const { messages, source, program } = view;
  const { asked } = messages;
  const all = cellFigure(source, at(ALL, TOTAL, 'received'));
  const listed = cellFigure(source, at(LISTED, TOTAL, 'received'));
  const others = differenceFigure(source, [at(ALL, TOTAL, 'received'), at(LISTED, TOTAL, 'received')]);
  if (all === undefined || listed === undefined || others === undefined) return undefined;
  const numbers = asked.squaresTitle({ all, listed, others });
  const given = givenTitle(view);
  const title = given ?? numbers;
  const rows = outcomeRows(view, docket);
  const few = docketCounts(view);
  const squares: SquareRow[] = [
    ...rows.map(({ label, figure, squares: own }) => ({ label, figure, squares: own })),
    ...(few > 0
      ? [{ label: asked.fewPeople, figure: others, squares: Array.from({ length: few }, () => FEW) }]
      : []),
  ];
  const unit = asked.squaresUnit;
  const drawing = drawActs(frameOf(view, { id: 'outcome', unit }, title), squares, [
    { style: SIGNED, label: messages.docket.isSigned },
    { style: UNSIGNED, label: messages.docket.notSigned },
    ...(few > 0 ? [{ style: 'hidden', label: asked.fewPeople }] : []),
  ]);
  const subtitle = asked.subtitle({ city: program.city, end: endLabel(view) });
  return chartBlock(view, {
    id: 'outcome',
    finding: { title, claim: null },
    subtitle,
    drawing,
    table: outcomeTable(view, rows, others),
    notes: given === undefined ? [] : [numbers],
  });
}

/** With how many people's records left the building: "disclosed in full" may be of statistics alone. Of those with a page that are closed. */
function givenTitle({ messages, source }: ReleaseView): Sentence | undefined {
  const left = (...kinds: Left[]) =>
    sumFigure(
      source,
      kinds.map((kind) => at(`left${WITH_PAGE}`, kind, 'closed')),
    );
  const closed = cellFigure(source, at(LISTED, TOTAL, 'closed'));
  const people = left('application_data', 'document_images');
  const [papers, nothing] = [left('aggregate_only'), left('nothing')];
  return closed && people && papers && nothing
    ? messages.asked.squaresGiven({ closed, people, papers, nothing })
    : undefined;
}

/** All that the squares tell: how many there are of each outcome, and of how many of these a judge signed. */
function outcomeTable(view: ReleaseView, rows: readonly OutcomeRow[], others: Figure): TableBlock {
  const { asked, docket, tables } = view.messages;
  const table = tableOf(
    view,
    'outcome',
    asked.outcomes,
    [docket.outcomeUnit.text({ end: endLabel(view) }), docket.isSigned, docket.notSigned],
    rows.map(({ label, address }) => ({ label, addresses: [address] })),
  );
  const split = table.rows.map((row, at): TableRow => {
    const [signed = [], unsigned = []] = [SIGNED, UNSIGNED].map((style) => {
      const own = (rows[at]?.requests ?? []).filter(({ instrument }) => styleOf(instrument) === style);
      return own.length === 0 ? [asked.noRequest] : [countFigure(view, own)];
    });
    return { ...row, cells: [...row.cells, signed, unsigned] };
  });
  const untold = [tables.notAvailable];
  return { ...table, rows: [...split, { heading: [asked.fewPeople], cells: [[others], untold, untold] }] };
}

/** How many requests these are: each has a cell of its own that says how long it took. */
function countFigure({ source }: ReleaseView, requests: ReleasedRequests['docket']): Figure {
  return cellsFigure(
    source,
    requests.map(({ request }) => docketAddress(request, DAYS)),
  );
}

interface OutcomeRow extends SquareRow {
  readonly address: string;
  readonly requests: ReleasedRequests['docket'];
}

function styleOf(instrument: Instrument): typeof SIGNED | typeof UNSIGNED {
  return SIGNED_BY_JUDGE.includes(instrument) ? SIGNED : UNSIGNED;
}

/** The requests with a page of their own: those that are closed by their outcome, then those that are open. */
function outcomeRows(view: ReleaseView, docket: ReleasedRequests['docket']): OutcomeRow[] {
  const { messages, source } = view;
  const lines = [
    ...CLOSED_OUTCOMES.map((code) => ({
      label: messages.record.outcomes[code],
      address: at(`outcome${WITH_PAGE}`, code, 'closed'),
      own: docket.filter(({ outcome }) => outcome === code),
    })),
    {
      label: messages.docket.stillOpen,
      address: at(LISTED, TOTAL, 'open_at_end'),
      own: docket.filter(({ outcome }) => !isClosed(outcome)),
    },
  ];
  return lines.flatMap(({ label, address, own }): OutcomeRow[] => {
    const figure = cellFigure(source, address);
    if (figure === undefined || own.length === 0) return [];
    if (own.length !== source.cells.get(address)?.count)
      throw new Error(`internal error: the docket does not list what "${address}" counts`);
    const squares = own.map(({ instrument }) => styleOf(instrument)).toSorted();
    return [{ label, address, figure, squares, requests: own }];
  });
}

/** How many requests are counted and not listed; both totals are published. */
function docketCounts({ source }: ReleaseView): number {
  const countAt = (by: string) => source.cells.get(at(by, TOTAL, 'received'))?.count ?? 0;
  return countAt(ALL) - countAt(LISTED);
}

/** A dot per request with a page that has been answered; undefined where none has. */
export function daysChart(view: ReleaseView, { docket }: ReleasedRequests): ChartBlock | undefined {
  const { messages, language, source, program } = view;
  const answered = docket
    .filter(({ daysToAnswer }) => daysToAnswer !== null)
    .toSorted((one, other) => (one.daysToAnswer ?? 0) - (other.daysToAnswer ?? 0))
    .map(({ request, received, agency, daysToAnswer }) => ({
      label: agency + messages.marks.comma + formatDay(received, language),
      address: docketAddress(request, DAYS),
      days: daysToAnswer,
    }));
  const median = medianFigure(
    source,
    answered.map(({ address }) => address),
  );
  if (median === undefined) return undefined;
  const { asked, docket: words } = messages;
  const points = answered.map(({ label, address }) => pointAt(view, address, address, label));
  const title = asked.daysTitle({ median });
  const middle = answered[Math.ceil(answered.length / 2) - 1]?.days ?? null;
  const drawing = drawStrip(frameOf(view, { id: 'days', unit: words.daysUnit }, title), points, {
    x: 'median',
    xLabel: asked.median,
    value: middle,
    figure: median,
    status: '',
    note: '',
  });
  const rows = answered.map(({ label, address }) => ({ label, addresses: [address] }));
  const table = tableOf(view, 'days', words.daysUnit, [words.daysUnit], rows, DOCKET);
  const subtitle = asked.daysSubtitle({ city: program.city, end: endLabel(view) });
  const claim = claimOf(
    source,
    'median',
    DAYS,
    answered.map(({ address }) => address),
  );
  return chartBlock(view, { id: 'days', finding: { title, claim }, subtitle, drawing, table });
}
