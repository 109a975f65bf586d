/**
 * Requests on the record as a docket tells its own: how many by year, for what, by whom and what was handed over; then each
 * in a line that leads to its page. Those of other departments are named, counted nowhere, and stand in full at the end.
 */
import type { Figure, RequestGroup } from '../../../figures/figure.ts';
import { OUTCOMES, type Outcome } from '../../../program/request.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { GROUP_OUTCOMES } from '../../blocks/request-steps.ts';
import { quoted } from '../../figures/record-sentence.ts';
import { requestsFigure } from '../../figures/request-figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Finding } from '../../findings/finding.ts';
import { citeCounted } from '../../frame/citation.ts';
import type { Block, Section, TableBlock, TableRow } from '../../frame/page.ts';
import { pagePath, recordFilePath } from '../../routes.ts';
import { type View, withCells } from '../../view.ts';
import { handedSentence, requestName } from '../docket/request-facts.ts';

/** Oldest first; another department's request is none of the program's. */
function ownRequests({ record }: View): RecordedRequest[] {
  return record.requests.filter(({ context }) => !context);
}

export function hasOwnRequests(view: View): boolean {
  return ownRequests(view).length > 0;
}

/** Where the requests on the record stand on "Who asked": a release that counts requests has sections by the other names. */
export function registerId(view: View): string {
  return isBeside(view) ? 'known' : 'register';
}

function isBeside(view: View): boolean {
  return withCells(view)?.release.requests != null;
}

const GROUPS: Readonly<Record<Exclude<RequestGroup, 'all'>, (request: RecordedRequest) => boolean>> = {
  own: () => true,
  people: ({ aboutPeople }) => aboutPeople,
  federal_immigration: ({ requester }) => requester === 'federal_immigration',
};

function countOf(
  view: View,
  among: keyof typeof GROUPS,
  { outcomes = OUTCOMES, year = '' }: { outcomes?: readonly Outcome[]; year?: string } = {},
): Figure {
  const requests = ownRequests(view).filter(GROUPS[among]);
  return requestsFigure(view.program.id, among, requests, outcomes, year, view.language);
}

/** How many are known, how many of them went after records of people, and how many of these got any. */
export function registerHeadline(view: View): Finding {
  const title = view.messages.onRecord.headline({
    all: countOf(view, 'own'),
    people: countOf(view, 'people'),
    given: countOf(view, 'people', { outcomes: GROUP_OUTCOMES.given }),
  });
  return { title, claim: null };
}

export function registerSections(view: View): Section[] {
  const { docket, onRecord } = view.messages;
  const [byYear, register] = isBeside(view)
    ? [onRecord.besideYears, onRecord.besideRegister]
    : [onRecord.byYear, docket.register];
  const others = view.record.requests.filter(({ context }) => context);
  return [
    { id: BY_YEAR, heading: [byYear], blocks: [yearTable(view, byYear), yearCitation(view, byYear)] },
    {
      id: registerId(view),
      heading: [register],
      blocks: [
        registerTable(view),
        ...(others.length === 0
          ? []
          : ([
              { kind: 'prose', text: [onRecord.notCounted] },
              { kind: 'list', items: others.map((request) => otherLine(view, request)) },
            ] as const)),
      ],
    },
  ];
}

const BY_YEAR = 'by-year';

function yearCitation(view: View, heading: string): Block {
  const href = `${pagePath(view, 'requests')}#${BY_YEAR}`;
  return { kind: 'citation', text: citeCounted(view, heading, href) };
}

function yearTable(view: View, heading: string): TableBlock {
  const { onRecord, elsewhere, docket } = view.messages;
  const years = [...new Set(ownRequests(view).map(({ received }) => received.slice(0, 4)))].sort();
  const row = (heading: string, year: string): TableRow => ({
    heading: [heading],
    cells: [
      [countOf(view, 'own', { year })],
      [countOf(view, 'federal_immigration', { year })],
      [countOf(view, 'people', { year })],
      [countOf(view, 'people', { year, outcomes: GROUP_OUTCOMES.given })],
    ],
  });
  return {
    kind: 'table',
    id: 'requests-by-year',
    caption: [heading],
    columns: [
      elsewhere.year,
      onRecord.known,
      docket.requesters.federal_immigration,
      onRecord.forPeople,
      onRecord.handedOver,
    ],
    rows: [...years.map((year) => row(year, year)), row(view.messages.tables.total, '')],
    notes: [[onRecord.countedNote]],
    links: [
      { href: recordFilePath(view.program.id, 'requests.csv'), label: elsewhere.requestsFile },
      { href: recordFilePath(view.program.id, 'states.csv'), label: elsewhere.statesFile },
    ],
  };
}

/** Newest first. */
function registerTable(view: View): TableBlock {
  const { record, docket, start } = view.messages;
  const newest = ownRequests(view).toSorted((one, other) => (one.received < other.received ? 1 : -1));
  return {
    kind: 'table',
    id: `${registerId(view)}-table`,
    caption: [docket.registerCaption],
    columns: [record.received, record.asksFor, record.instrument, start.handed],
    rows: newest.map((request) => ({
      heading: [{ href: pagePath(view, `requests/${request.id}`), label: requestName(view, request) }],
      cells: [[request.asksFor], [record.instruments[request.instrument]], handedSentence(view, request)],
    })),
    notes: [],
    links: [],
  };
}

/** `March 21, 2025, US Immigration and Customs Enforcement: Department of Streets and Sanitation. Handed over? Yes: in part`. */
function otherLine(view: View, request: RecordedRequest): Sentence {
  const { marks, start } = view.messages;
  return [
    { href: `#${otherId(request)}`, label: requestName(view, request) },
    marks.colon,
    quoted(view, request.department),
    marks.next,
    start.handed,
    ' ',
    ...handedSentence(view, request),
  ];
}

/** Of the box with the whole of it. */
export function otherId({ id }: RecordedRequest): string {
  return `other-${id}`;
}
