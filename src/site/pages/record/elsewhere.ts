/**
 * What happened to requests of federal authorities, for immigration enforcement, for records of other cities, counties and states:
 * by outcome and year, then each request with its steps. Context: nothing of it is in a total of a program.
 */

import { drawStack } from '../../../charts/kinds/stack.ts';
import type { ChartPoint, ChartSeries } from '../../../charts/points.ts';
import type { Outcome } from '../../../program/request.ts';
import { OUTCOMES } from '../../../program/request.ts';
import { ELSEWHERE, type ElsewhereRequest } from '../../../record/read-elsewhere.ts';
import { standingState } from '../../../record/states.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import {
  GROUP_OUTCOMES,
  groupsHad,
  lastKnown,
  OUTCOME_GROUPS,
  type OutcomeGroup,
  stepsOf,
} from '../../blocks/request-steps.ts';
import { factOf } from '../../figures/fact.ts';
import { periodSentence, quoted, sourceOf, type Telling } from '../../figures/record-sentence.ts';
import { countEnded, hadFigure, requestsFigure } from '../../figures/request-figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Case, ChartBlock, Page, TableRow } from '../../frame/page.ts';
import type { ElsewhereView } from '../../load/load-elsewhere.ts';
import { messagesIn } from '../../messages/messages.ts';
import { recordFilePath } from '../../routes.ts';

/** Undefined where nothing is told in the language. */
export function elsewherePage(language: string, found: ElsewhereView | undefined): Page | undefined {
  if (found === undefined) return undefined;
  const messages = messagesIn(language);
  const telling: Telling = { language, messages, kept: found.kept };
  const { elsewhere } = messages;
  const counts = groupCounts(language, found.requests);
  const files = {
    requests: { href: recordFilePath(ELSEWHERE, 'requests.csv'), label: elsewhere.requestsFile },
    states: { href: recordFilePath(ELSEWHERE, 'states.csv'), label: elsewhere.statesFile },
  };
  return {
    slug: ELSEWHERE,
    under: 'asked',
    name: elsewhere.name,
    heading: elsewhere.kicker,
    headline: { title: elsewhere.headline(counts), claim: null },
    lead: [...elsewhere.twice(counts), ' ', ...elsewhere.lead(counts)],
    sections: [
      { id: 'by-year', heading: [], blocks: [outcomeChart(telling, found.requests)] },
      {
        id: 'requests',
        heading: [elsewhere.name],
        blocks: [
          {
            kind: 'cases',
            label: elsewhere.show,
            all: elsewhere.total,
            groups: OUTCOME_GROUPS.map((id) => ({
              id,
              label: elsewhere.had[id]({ count: counts[id] }),
            })),
            cases: found.requests.map((request) => caseOf(telling, request)),
          },
          { kind: 'prose', text: elsewhere.files(files) },
        ],
      },
    ],
  };
}

/** How many there are, and how many were ever in each group; that nobody answered only as last known. */
export function groupCounts(language: string, requests: readonly ElsewhereRequest[]) {
  const last = (outcomes: readonly Outcome[]) =>
    requestsFigure(ELSEWHERE, 'all', requests, outcomes, '', language);
  const had = (when: 'ever' | 'each', outcomes: readonly Outcome[]) =>
    hadFigure(ELSEWHERE, requests, when, outcomes, language);
  const ever = (group: OutcomeGroup) => had('ever', GROUP_OUTCOMES[group]);
  return {
    all: last(OUTCOMES),
    given: ever('given'),
    refused: ever('refused'),
    court: ever('court'),
    quashed: ever('quashed'),
    both: had('each', [...GROUP_OUTCOMES.refused, ...GROUP_OUTCOMES.court]),
    open: last(GROUP_OUTCOMES.open),
  };
}

function outcomeChart(telling: Telling, requests: readonly ElsewhereRequest[]): ChartBlock {
  const { elsewhere } = telling.messages;
  const years = [...new Set(requests.map(({ received }) => received.slice(0, 4)))].sort();
  const seriesOf = (id: string, label: string, outcomes: readonly Outcome[]) =>
    yearSeries(telling, requests, years, { id, label, outcomes });
  const groups = OUTCOME_GROUPS.map((group) =>
    seriesOf(group, elsewhere.groups[group], GROUP_OUTCOMES[group]),
  );
  const total = seriesOf('all', elsewhere.total, OUTCOMES);
  const title: Sentence = [elsewhere.chartTitle];
  const frame = frameOf(telling, { id: 'elsewhere', unit: elsewhere.unit }, title);
  return {
    kind: 'chart',
    id: 'chart-elsewhere',
    title,
    claim: null,
    subtitle: [elsewhere.chartSubtitle],
    drawing: { ...drawStack(frame, groups, total), spoken: [] },
    table: {
      kind: 'table',
      id: 'elsewhere-table',
      caption: title,
      columns: [elsewhere.year, ...groups.map(({ label }) => label), elsewhere.total],
      rows: years.map((year, at) => yearRow(year, at, [...groups, total])),
      notes: [],
      links: [],
    },
    notes: [],
    travel: null,
    source: [elsewhere.source],
  };
}

/** How many requests of each year ended in one of some ways. */
function yearSeries(
  { language }: Telling,
  requests: readonly ElsewhereRequest[],
  years: readonly string[],
  {
    id,
    label,
    outcomes,
  }: { readonly id: string; readonly label: string; readonly outcomes: readonly Outcome[] },
): ChartSeries {
  const points = years.map((year): ChartPoint => {
    const figure = requestsFigure(ELSEWHERE, 'all', requests, outcomes, year, language);
    const value = countEnded(requests, outcomes, year);
    return { x: year, xLabel: year, value, figure, status: '', note: '' };
  });
  return { id, label, kind: 'flow', points };
}

function yearRow(year: string, at: number, series: readonly ChartSeries[]): TableRow {
  const cells = series.map(({ points }): Sentence => {
    const figure = points[at]?.figure;
    if (figure == null) throw new Error('internal error: a year without a count');
    return [figure];
  });
  return { heading: [year], cells };
}

function caseOf(telling: Telling, request: ElsewhereRequest): Case {
  const { messages } = telling;
  const { city, elsewhere, marks } = messages;
  const last = (standingState(request) ?? request.states.at(-1))?.what ?? '';
  return {
    id: request.id,
    had: groupsHad(request),
    heading: [
      quoted(telling, request.place),
      ...(request.department.startsWith(request.place) || request.place.startsWith(request.department)
        ? []
        : [marks.colon, quoted(telling, request.department)]),
      marks.comma,
      ...periodSentence(telling, request.received),
    ],
    outcome: [...lastKnown(telling, request), ...(last === '' ? [] : [' ', last])],
    text: [
      ...elsewhere.asked({
        agency: quoted(telling, request.agency),
        department: quoted(telling, request.department),
      }),
      marks.colon,
      request.asksFor,
      marks.semicolon,
      messages.record.instruments[request.instrument],
    ],
    steps: stepsOf(telling, request),
    facts: [
      factOf(city.source, sourceOf(telling, request)),
      factOf(city.howRead, [request.howRead]),
      ...(request.note === '' ? [] : [factOf(city.remark, [request.note])]),
    ],
  };
}
