/**
 * What became of the requests and how long that took. Those with a page of their own are followed from what came in to
 * what left the building; of all others the picture tells how many there are, and no more.
 */
import { drawDots } from '../../charts/dots.ts';
import { drawFlow, type FlowLink, type FlowNode } from '../../charts/flow.ts';
import type { ChartPoint } from '../../charts/points.ts';
import { ALL, WITH_PAGE } from '../../model/balance.ts';
import { TOTAL } from '../../model/codelist.ts';
import { formatDay } from '../../model/dates.ts';
import { CLOSED_OUTCOMES, type ClosedOutcome, LEFT, type Left } from '../../model/request.ts';
import { DOCKET } from '../../release/layout.ts';
import type { ReleasedRequests } from '../../release/release.ts';
import { balanceAddress, docketAddress } from '../../release/request-cells.ts';
import { chartBlock, frameOf, pointAt } from '../chart-block.ts';
import { cellFigure, differenceFigure } from '../figures.ts';
import type { ChartBlock } from '../page.ts';
import type { Sentence } from '../sentence.ts';
import { cellProps } from '../table-block.ts';
import { endLabel, type ReleaseView } from '../view.ts';
import { tableOf } from './docket-block.ts';

const LEFT_STYLES: Readonly<Record<Left, string>> = {
  nothing: 'sf',
  aggregate_only: 'sa',
  application_data: 'sb',
  document_images: 'sb',
};

const at = (by: string, code: string, line: string) => balanceAddress(TOTAL, by, code, line);
const LISTED = `${ALL}${WITH_PAGE}`;

/** To date. Undefined where nobody can tell how many there are. */
export function flowChart(view: ReleaseView, { docket }: ReleasedRequests): ChartBlock | undefined {
  const { messages, source } = view;
  const words = messages.docket;
  const unit = words.outcomeUnit.text({ end: endLabel(view) });
  const [received, closed, open] = ['received', 'closed', 'open_at_end'].map((line) =>
    cellFigure(source, at(ALL, TOTAL, line)),
  );
  if (!received || !closed || !open) return undefined;
  const title = words.outcomeTitle({ received, closed, open });
  const found = flowNodes(view);
  const nodes = found.map(({ node }) => node);
  const frame = frameOf(view, { id: 'outcome', unit }, title);
  const drawing = drawFlow(frame, nodes, flowLinks(nodes, docket));
  const table = tableOf(view, 'outcome', words.outcomes, [unit], []);
  const rows = found.map(({ node: { column, point }, address }) => ({
    heading: column < 2 ? [point.xLabel] : words.leftRow({ what: point.xLabel }),
    cells: [address === null && point.figure !== null ? [point.figure] : cellProps(view, address ?? '')],
  }));
  return chartBlock(view, {
    id: 'outcome',
    finding: { title, claim: null },
    subtitle: [],
    drawing,
    table: { ...table, rows },
  });
}

/** A node with the line of the sheet that it shows; null where it is a difference of two. */
interface SheetNode {
  readonly node: FlowNode;
  readonly address: string | null;
}

/** All that came in; what the requests with a page came to, and the others; what left with those that are closed. */
function flowNodes(view: ReleaseView): SheetNode[] {
  const { messages } = view;
  const words = messages.docket;
  const nodeAt = (column: number, address: string, [x, label]: Named, style = ''): SheetNode => ({
    node: { column, point: pointAt(view, address, x, label), style, isHidden: false },
    address,
  });
  const others: SheetNode = {
    node: { column: 1, point: othersOf(view), style: '', isHidden: true },
    address: null,
  };
  const nodes = [
    nodeAt(0, at(ALL, TOTAL, 'received'), ['all', words.all]),
    ...CLOSED_OUTCOMES.map((code) =>
      nodeAt(1, at(`outcome${WITH_PAGE}`, code, 'closed'), [code, messages.record.outcomes[code]]),
    ),
    nodeAt(1, at(LISTED, TOTAL, 'open_at_end'), ['open', words.stillOpen]),
    others,
    ...LEFT.map((code) =>
      nodeAt(2, at(`left${WITH_PAGE}`, code, 'closed'), [code, words.leftWords[code]], LEFT_STYLES[code]),
    ),
  ];
  return nodes.filter(({ node }) => (node.point.value ?? 0) > 0);
}

type Named = readonly [x: string, label: string];

/** The requests without a page: how many, and that no more may be told. */
function othersOf({ source, messages }: ReleaseView): ChartPoint {
  const addresses = [at(ALL, TOTAL, 'received'), at(LISTED, TOTAL, 'received')];
  const [all, listed] = addresses.map((address) => source.cells.get(address)?.count ?? 0);
  return {
    x: 'others',
    xLabel: messages.docket.fewPeople,
    value: (all ?? 0) - (listed ?? 0),
    figure: differenceFigure(source, addresses) ?? null,
    status: '',
    note: '',
  };
}

function flowLinks(nodes: readonly FlowNode[], docket: ReleasedRequests['docket']): FlowLink[] {
  const first = nodes
    .filter(({ column }) => column === 1)
    .map(({ point }) => ({ from: 'all', to: point.x, value: point.value ?? 0 }));
  const closed = CLOSED_OUTCOMES.flatMap((from) =>
    LEFT.map((to) => ({ from, to, value: countOf(docket, from, to) })),
  );
  return [...first, ...closed.filter(({ value }) => value > 0)];
}

function countOf(docket: ReleasedRequests['docket'], outcome: ClosedOutcome, left: Left): number {
  return docket.filter((request) => request.outcome === outcome && request.left === left).length;
}

/** A dot per request with a page that has been answered, fastest first; undefined where none has. */
export function daysChart(view: ReleaseView, { docket }: ReleasedRequests): ChartBlock | undefined {
  const { messages, language } = view;
  const answered = docket
    .filter(({ daysToAnswer }) => daysToAnswer !== null)
    .toSorted((one, other) => (one.daysToAnswer ?? 0) - (other.daysToAnswer ?? 0))
    .map(({ request, received, agency }) => ({
      label: agency + messages.marks.comma + formatDay(received, language),
      address: docketAddress(request, 'days_to_answer'),
    }));
  if (answered.length === 0) return undefined;
  const { daysTitle, daysUnit } = messages.docket;
  const points = answered.map(({ label, address }) => pointAt(view, address, address, label));
  const title: Sentence = [daysTitle];
  const drawing = drawDots(frameOf(view, { id: 'days', unit: daysUnit }, title), points);
  const rows = answered.map(({ label, address }) => ({ label, addresses: [address] }));
  const table = tableOf(view, 'days', daysUnit, [daysUnit], rows, DOCKET);
  return chartBlock(view, { id: 'days', finding: { title, claim: null }, subtitle: [], drawing, table });
}
