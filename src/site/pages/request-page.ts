/**
 * A page per request that is listed by name: in a release's docket, or on the record. Facts, what happened and what
 * was said in order, what can follow, documents, how to cite, and the day as of which all this is known. What can
 * follow of a request on the record stands in its remark, as the source has it.
 */
import { formatDay } from '../../model/dates.ts';
import type { ListedEvent, ListedRequest } from '../../model/docket-file.ts';
import { CLOSED_OUTCOMES, type Instrument, type Outcome, SIGNED_BY_JUDGE } from '../../model/request.ts';
import type { Noted } from '../../model/row-file.ts';
import type { RecordedRequest } from '../../record/record.ts';
import { docketAddress } from '../../release/request-cells.ts';
import { cellFigure } from '../figures.ts';
import type { Fact, Page, Section, TimelineEntry } from '../page.ts';
import { quoted } from '../record-sentence.ts';
import { pagePath } from '../routes.ts';
import { closed, type Sentence } from '../sentence.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { requestFacts, statementEntries } from './requests.ts';

/** The pages of all requests: of the docket, and of the program's own requests on the record. */
export function requestPages(view: View): Page[] {
  const found = withCells(view);
  const listed = found?.release.requests ?? null;
  return [
    ...(found === undefined || listed === null
      ? []
      : listed.docket.map((request) => listedPage(found, request, listed.events))),
    ...view.record.requests.filter(({ context }) => !context).map((request) => recordedPage(view, request)),
  ];
}

function listedPage(
  view: ReleaseView,
  request: Noted<ListedRequest>,
  events: readonly Noted<ListedEvent>[],
): Page {
  const { messages, language } = view;
  const own = events.filter((event) => event.request === request.request);
  const heading = request.agency + messages.marks.comma + formatDay(request.received, language);
  const documents = request.documents.map((href): Sentence => [{ href, label: messages.docket.document }]);
  return {
    ...pageOf(view, request.request, heading, request),
    sections: [
      factsSection(view, listedFacts(view, request)),
      historySection(
        view,
        own.map((event) => eventEntry(view, event)),
      ),
      followSection(view, request),
      {
        id: 'documents',
        heading: [messages.docket.documents],
        blocks: [
          documents.length === 0
            ? { kind: 'prose', text: [messages.docket.noDocuments] }
            : { kind: 'list', items: documents },
        ],
      },
      citeSection(view, heading, formatDay(request.outcomeAsOf, language)),
    ],
  };
}

function recordedPage(view: View, request: RecordedRequest): Page {
  const heading = request.agency + view.messages.marks.comma + formatDay(request.received, view.language);
  const statements = statementEntries(view, request);
  return {
    ...pageOf(view, request.id, heading, request),
    sections: [
      factsSection(view, requestFacts(view, request)),
      ...(statements.length === 0 ? [] : [historySection(view, statements)]),
      citeSection(view, heading, formatDay(request.outcomeAsOf, view.language)),
    ],
  };
}

type About = { readonly asksFor: string; readonly instrument: Instrument };

function pageOf({ messages }: View, id: string, heading: string, { asksFor, instrument }: About) {
  return {
    slug: `requests/${id}`,
    under: 'asked' as const,
    name: heading,
    parent: 'requests',
    heading,
    lead: [
      messages.record.instruments[instrument],
      messages.marks.next,
      ...closed(asksFor, messages.marks.stop),
    ],
  };
}

function factsSection({ messages }: View, facts: readonly Fact[]): Section {
  return { id: 'facts', heading: [messages.docket.facts], blocks: [{ kind: 'facts', facts }] };
}

function historySection({ messages }: View, entries: readonly TimelineEntry[]): Section {
  return { id: 'history', heading: [messages.docket.history], blocks: [{ kind: 'timeline', entries }] };
}

function listedFacts(view: ReleaseView, request: Noted<ListedRequest>): Fact[] {
  const { messages, language, source } = view;
  const people = cellFigure(source, docketAddress(request.request, 'people'));
  const days = cellFigure(source, docketAddress(request.request, 'days_to_answer'));
  const facts: readonly (readonly [string, Sentence])[] = [
    [messages.record.received, [formatDay(request.received, language)]],
    [
      messages.record.requester,
      [
        quoted(view, request.agency),
        messages.marks.open,
        messages.docket.requesters[request.requester],
        messages.marks.close,
      ],
    ],
    [messages.record.instrument, [messages.record.instruments[request.instrument]]],
    [messages.record.addressedTo, [quoted(view, request.department)]],
    [messages.record.heldBy, [messages.record.holders[request.heldBy] ?? '']],
    [messages.record.asksFor, [request.asksFor]],
    [
      messages.record.peopleCovered,
      people === undefined ? [messages.docket.wholeProgram] : messages.docket.people({ count: people }),
    ],
    ...(request.due === '' ? [] : [[messages.record.due, [formatDay(request.due, language)]] as const]),
    [messages.record.outcome, [messages.record.outcomes[request.outcome]]],
    [messages.docket.lastKnown, [formatDay(request.outcomeAsOf, language)]],
    [messages.docket.left, [messages.docket.leftWords[request.left]]],
    ...(days === undefined ? [] : [[messages.docket.daysToAnswer, [days]] as const]),
    ...(request.note === '' ? [] : [[messages.docket.corrected, [request.note]] as const]),
  ];
  return facts.map(([term, detail]) => ({ term: [term], details: [detail] }));
}

/** What was ever corrected says so, and why. */
function eventEntry(view: View, event: Noted<ListedEvent>): TimelineEntry {
  const { marks, docket } = view.messages;
  const entry = plainEntry(view, event);
  if (event.note === '') return entry;
  return {
    ...entry,
    text: [...entry.text, marks.open, docket.corrected, marks.colon, event.note, marks.close],
  };
}

function plainEntry(view: View, event: ListedEvent): TimelineEntry {
  const { messages, language } = view;
  const { docket, marks } = messages;
  const { outcomes } = messages.record;
  const kind = docket.eventKinds[event.kind];
  const date = [formatDay(event.date, language)];
  if (event.statement !== '')
    return {
      date,
      text: [quoted(view, event.office), marks.colon, quoted(view, event.statement)],
      accordingTo: quoted(view, event.source),
    };
  if (event.left !== null)
    return { date, text: docket.kindWith({ kind, more: docket.leftWords[event.left] }), accordingTo: '' };
  const text = event.outcome === null ? [kind] : docket.kindWith({ kind, more: outcomes[event.outcome] });
  return { date, text, accordingTo: '' };
}

/** What may come next, by who signed and whether it is closed. */
function followSection(
  { messages }: View,
  { instrument, outcome }: { readonly instrument: Instrument; readonly outcome: Outcome },
): Section {
  const { docket } = messages;
  const closed = CLOSED_OUTCOMES.some((one) => one === outcome) && outcome !== 'declined';
  const open = SIGNED_BY_JUDGE.includes(instrument) ? [docket.followSigned] : [docket.followUnsigned];
  return {
    id: 'follow',
    heading: [docket.follow],
    blocks: [{ kind: 'prose', text: closed ? [docket.followClosed] : open }],
  };
}

function citeSection(view: View, heading: string, day: string): Section {
  const { messages, program } = view;
  const back = {
    href: pagePath(view, view.release === null ? '' : 'requests'),
    label: messages.docket.backToAll,
  };
  return {
    id: 'cite',
    heading: [messages.docket.cite],
    blocks: [
      {
        kind: 'prose',
        text: messages.docket.citeRequest({ city: program.city, name: program.name, heading, day }),
      },
      ...(program.nature === 'invented'
        ? [{ kind: 'prose', text: [messages.frame.inventedNotice] } as const]
        : []),
      { kind: 'prose', text: [back] },
    ],
  };
}
