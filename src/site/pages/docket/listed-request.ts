/**
 * The page of a request of the docket: what the authority got, who signed, whom it asked about, how long it took; then what
 * happened in order, what was asked for and what was given, papers, what can follow.
 */
import { formatDay } from '../../../figures/dates.ts';
import type { ListedEvent, ListedRequest } from '../../../formats/docket-file.ts';
import type { Noted } from '../../../formats/row-file.ts';
import { isClosed, type Outcome, SIGNED_BY_JUDGE } from '../../../program/request.ts';
import { docketAddress } from '../../../release/request-cells.ts';
import { factOf } from '../../figures/fact.ts';
import { cellFigure } from '../../figures/figures.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import { claimOf, type Finding } from '../../findings/finding.ts';
import { citeListed } from '../../frame/citation.ts';
import type { Page, Section, TimelineEntry } from '../../frame/page.ts';
import type { Messages } from '../../messages/message-types.ts';
import type { ReleaseView, View } from '../../view.ts';
import { leftGlyph, leftWords } from './docket-register.ts';
import { citeSection, followSection, historySection, pageOf } from './request-parts.ts';

type NotedRequest = Noted<ListedRequest>;

/** In the order of the docket: oldest first. */
export function listedPages(view: ReleaseView): Page[] {
  const { requests } = view.release;
  return (requests?.docket ?? []).map((request) => listedPage(view, request, requests?.events ?? []));
}

function listedPage(view: ReleaseView, request: NotedRequest, events: readonly Noted<ListedEvent>[]): Page {
  const { messages, language } = view;
  const own = events.filter((event) => event.request === request.request);
  const heading = request.agency + messages.marks.comma + formatDay(request.received, language);
  const documents = request.documents.map((href): Sentence => [{ href, label: messages.docket.document }]);
  const page = pageOf(view, request.request, heading, request);
  return {
    ...page,
    headline: headlineOf(view, request, own),
    sections: [
      factsSection('key', [], keyFacts(view, request)),
      historySection(
        view,
        own.map((event) => eventEntry(view, event)),
      ),
      factsSection('asked', [messages.asked.askedAndGiven], givenFacts(view, request)),
      factsSection('facts', [messages.docket.facts], otherFacts(view, request)),
      {
        id: 'documents',
        heading: [messages.docket.documents],
        blocks: [
          documents.length === 0
            ? { kind: 'prose', text: [messages.docket.noDocuments] }
            : { kind: 'list', items: documents },
        ],
      },
      followSection(view, request),
      citeSection(
        view,
        citeListed(view, { slug: page.slug, heading, day: formatDay(request.outcomeAsOf, language) }),
        'register',
      ),
    ],
  };
}

/** `State Attorney got data of applications on July 14, 2023`; else how the request stands. */
function headlineOf(view: ReleaseView, request: NotedRequest, own: readonly ListedEvent[]): Finding {
  const { messages, language } = view;
  const agency = quoted(view, request.agency);
  const given = own.findLast(({ left }) => left !== null);
  const day = formatDay(given?.date ?? request.outcomeAsOf, language);
  const stands = isClosed(request.outcome) ? messages.asked.stands : messages.asked.standsOpen;
  const title =
    request.left === 'nothing'
      ? stands({ agency, outcome: messages.record.outcomes[request.outcome], day })
      : messages.asked.got({ agency, what: leftWords(view, request), day });
  return { title, claim: claimOf(view.source, 'left', `request|${request.request}`, [], request.left) };
}

function factsSection(
  id: string,
  heading: Sentence,
  facts: readonly (readonly [string, Sentence])[],
): Section {
  const rows = facts.map(([term, detail]) => factOf(term, detail));
  return { id, heading, blocks: [{ kind: 'facts', facts: rows }] };
}

type Facts = readonly (readonly [string, Sentence])[];

/** Who signed, whom it asked about, how long the answer took. */
function keyFacts(view: ReleaseView, request: NotedRequest): Facts {
  const { messages, source } = view;
  const { asked, docket } = messages;
  const people = cellFigure(source, docketAddress(request.request, 'people'));
  const days = cellFigure(source, docketAddress(request.request, 'days_to_answer'));
  const isSigned = SIGNED_BY_JUDGE.includes(request.instrument);
  return [
    [asked.signature, [isSigned ? asked.isSigned : asked.notSigned]],
    [
      messages.record.peopleCovered,
      people === undefined ? [docket.wholeProgram] : docket.people({ count: people }),
    ],
    ...(days === undefined ? [] : [[docket.daysToAnswer, [days]] as const]),
  ];
}

/** What was asked for, what left the building, and what did not. */
function givenFacts(view: ReleaseView, request: NotedRequest): Facts {
  const { messages } = view;
  const { asked } = messages;
  return [
    [messages.record.asksFor, [request.asksFor]],
    [asked.given, [...leftGlyph(request.left), leftWords(view, request)]],
    [asked.notGiven, [heldBack(asked, request.outcome)]],
  ];
}

function heldBack({ heldBack: words }: Messages['asked'], outcome: Outcome): string {
  if (outcome === 'disclosed_in_full') return words.nothing;
  if (outcome === 'disclosed_in_part') return words.rest;
  return isClosed(outcome) ? words.all : words.undecided;
}

function otherFacts(view: ReleaseView, request: NotedRequest): Facts {
  const { messages, language } = view;
  return [
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
    [messages.record.heldBy, [messages.record.holders[request.heldBy]]],
    ...(request.due === '' ? [] : [[messages.record.due, [formatDay(request.due, language)]] as const]),
    [messages.record.outcome, [messages.record.outcomes[request.outcome]]],
    [messages.docket.lastKnown, [formatDay(request.outcomeAsOf, language)]],
    ...(request.note === '' ? [] : [[messages.docket.corrected, [request.note]] as const]),
  ];
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

/** In the reader's language, with the words themselves after it. */
function saidIn(view: View, statement: string): Sentence {
  const words = quoted(view, statement);
  const sense = view.senses.get(statement);
  return sense === undefined ? [words] : [sense, ' ', ...view.messages.record.inEnglish({ quote: words })];
}

function plainEntry(view: View, event: ListedEvent): TimelineEntry {
  const { messages, language } = view;
  const {
    docket,
    marks,
    record: { outcomes },
  } = messages;
  const kind = docket.eventKinds[event.kind];
  const date = [formatDay(event.date, language)];
  if (event.statement !== '')
    return {
      date,
      text: [quoted(view, event.office), marks.colon, ...saidIn(view, event.statement)],
      accordingTo: quoted(view, event.source),
    };
  if (event.left !== null)
    return { date, text: docket.kindWith({ kind, more: docket.leftWords[event.left] }), accordingTo: '' };
  const text = event.outcome === null ? [kind] : docket.kindWith({ kind, more: outcomes[event.outcome] });
  return { date, text, accordingTo: '' };
}
