/** "Who asked": the docket on the record, what was said about each request in order, its last known state. */

import type { RecordedRequest, RecordedStatement } from '../../record/record.ts';
import { wordOf } from '../messages/word-of.ts';
import type { Block, Fact, Page, Section, TimelineEntry } from '../page.ts';
import { periodSentence, quoted, senseOf, sourceOf, spoken } from '../record-sentence.ts';
import { groupOf, stepsOf } from '../request-steps.ts';
import { pagePath } from '../routes.ts';
import type { Sentence } from '../sentence.ts';
import { type View, withCells } from '../view.ts';
import { docketSections } from './docket.ts';
import { signatureFinding } from './docket-charts.ts';

/** Undefined where no request is on the record and none is counted. */
export function requestsPage(view: View): Page | undefined {
  const sections = requestSections(view);
  const name = view.messages.names.requests;
  return sections.length === 0
    ? undefined
    : {
        slug: 'requests',
        under: 'asked',
        name,
        heading: name,
        ...headlineOf(view),
        lead: leadOf(view),
        sections,
      };
}

/** Of a docket who signed: in one sentence, before everything else. */
function headlineOf(view: View): Pick<Page, 'headline'> {
  const found = withCells(view);
  return found === undefined || found.release.requests === null ? {} : { headline: signatureFinding(found) };
}

function leadOf({ messages, release }: View): Sentence {
  return release?.requests == null ? [messages.record.requestsLead] : [messages.docket.lead];
}

/** What the docket says, if there is one; then the program's own requests on the record in order; another department's in a box of its own at the end. */
function requestSections(view: View): Section[] {
  const { record, messages } = view;
  const withRelease = withCells(view);
  const own = record.requests
    .filter(({ context }) => !context)
    .map((request) => requestSection(view, request));
  const boxes = record.requests
    .filter(({ context }) => context)
    .map(
      (request): Block => ({
        kind: 'aside',
        heading: request.department,
        blocks: [
          { kind: 'prose', text: [messages.record.otherDepartmentLead] },
          ...requestBlocks(view, request),
        ],
      }),
    );
  const docket = withRelease?.release.requests ?? null;
  return [
    ...(withRelease === undefined || docket === null ? [] : docketSections(withRelease, docket)),
    ...own,
    ...(boxes.length === 0
      ? []
      : [{ id: 'other-departments', heading: [messages.record.otherDepartment], blocks: boxes }]),
  ];
}

function requestSection(view: View, request: RecordedRequest): Section {
  const heading = [
    view.messages.record.instruments[request.instrument],
    view.messages.marks.comma,
    ...periodSentence(view, request.received),
  ];
  const more = [{ href: pagePath(view, `requests/${request.id}`), label: view.messages.docket.ownPage }];
  return {
    id: `request-${request.id}`,
    heading,
    blocks: [...requestBlocks(view, request), { kind: 'prose', text: more }],
  };
}

function requestBlocks(view: View, request: RecordedRequest): Block[] {
  const statements = statementEntries(view, request);
  const known: Block[] = [
    { kind: 'facts', facts: requestFacts(view, request) },
    { kind: 'steps', steps: stepsOf(view, request) },
  ];
  if (statements.length === 0) return known;
  return [
    ...known,
    { kind: 'prose', text: [view.messages.record.statements] },
    { kind: 'timeline', entries: statements },
  ];
}

/** What is known of a request on the record; a known number of people stands in the words of what it asks for. */
export function requestFacts(view: View, request: RecordedRequest): Fact[] {
  const { messages } = view;
  const facts: readonly (readonly [string, Sentence])[] = [
    [messages.record.received, periodSentence(view, request.received)],
    [messages.record.requester, [quoted(view, request.agency)]],
    [messages.record.instrument, [messages.record.instruments[request.instrument]]],
    [messages.record.addressedTo, [quoted(view, request.department)]],
    [messages.record.asksFor, [request.asksFor]],
    ...(request.people === null ? [[messages.record.peopleCovered, []] as const] : []),
    [messages.record.heldBy, [wordOf(messages.record.holders, request.heldBy) ?? request.heldBy]],
    [messages.record.due, periodSentence(view, request.due)],
    [messages.record.outcome, outcomeSentence(view, request)],
    [messages.record.sourceLabel, sourceOf(view, request)],
    ...(request.note === '' ? [] : [[messages.record.remark, [request.note]] as const]),
  ];
  return facts.map(([term, detail]) => ({
    term: [term],
    details: [detail.some((part) => part !== '') ? detail : [messages.record.notOnTheRecord]],
  }));
}

/** What became of it, as far as is known, and as of when. */
export function outcomeSentence(view: View, { outcome, outcomeAsOf }: RecordedRequest): Sentence {
  return [
    view.messages.record.outcomes[outcome],
    view.messages.marks.open,
    ...view.messages.record.asOf({ day: periodSentence(view, outcomeAsOf) }),
    view.messages.marks.close,
  ];
}

/** Whether anything was handed over: `No: declined, June 13, 2025`. */
export function handedSentence(view: View, { outcome, outcomeAsOf }: RecordedRequest): Sentence {
  const { start, city } = view.messages;
  return start.answers[groupOf(outcome)]({
    outcome: city.outcomes[outcome],
    date: periodSentence(view, outcomeAsOf),
  });
}

/** What was said about a request on the record, in order. */
export function statementEntries(view: View, { id }: RecordedRequest): TimelineEntry[] {
  return view.record.statements
    .filter(({ request }) => request === id)
    .map((statement) => statementEntry(view, statement));
}

function statementEntry(view: View, statement: RecordedStatement): TimelineEntry {
  const { marks } = view.messages;
  const note = statement.dateNote === '' ? [] : [marks.open, statement.dateNote, marks.close];
  return {
    date: [...periodSentence(view, statement.date), ...note],
    text: [
      quoted(view, statement.office),
      marks.colon,
      ...(statement.quote === ''
        ? []
        : [spoken(view, statement.quote), ...senseOf(view, statement), marks.next]),
      statement.statement,
    ],
    accordingTo: quoted(view, statement.sourceTitle),
  };
}
