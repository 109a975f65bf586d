/** For the resident who is afraid: who helps, what was handed over as far as anybody said, and how to ask without leaving more behind. */
import { formatDay } from '../../figures/dates.ts';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { listsRequests } from '../../program/docket-plan.ts';
import type { RecordedRequest } from '../../record/record.ts';
import { periodSentence, quoted } from '../figures/record-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Block, Section } from '../frame/page.ts';
import type { Messages } from '../messages/message-types.ts';
import { messagesIn } from '../messages/messages.ts';
import { latestPath, pagePath } from '../routes.ts';
import type { View } from '../view.ts';
import { leftWords } from './docket/docket-register.ts';
import { handedSentence, statementEntries } from './docket/request-facts.ts';
import { englishBeside } from './english-beside.ts';
import { promiseLink } from './made/promise.ts';

/** Requests on the record for records of people: one for counts, or for a paper about nobody, went after no resident. */
export function requestsForPeople({ record }: View): RecordedRequest[] {
  return record.requests.filter(({ context, aboutPeople }) => !context && aboutPeople);
}

/** Who asked when for what, and whether it was handed over: in one line. */
export function askedLine(view: View, request: RecordedRequest): Sentence {
  return view.messages.whatIsKept.asked({
    link: { href: pagePath(view, `requests/${request.id}`), label: request.agency },
    received: periodSentence(view, request.received),
    what: request.asksFor,
    handed: handedSentence(view, request),
  });
}

/** Whether it was handed over, before who asked when for what. */
function answerLine(view: View, request: RecordedRequest): Sentence {
  return view.messages.whatIsKept.answered({
    link: { href: pagePath(view, `requests/${request.id}`), label: request.agency },
    received: periodSentence(view, request.received),
    what: request.asksFor,
    handed: handedSentence(view, request),
  });
}

/** What became of each request first; then statements on the record, the latest first, those that do not reassure too. */
export function handedOverSection(view: View): Section {
  const { resident } = view.messages;
  const requests = requestsForPeople(view);
  const entries = requests.flatMap((request) => statementEntries(view, request)).toReversed();
  const lines = [
    ...noImmigration(view),
    ...requests.map((request) => answerLine(view, request)),
    ...leftSentences(view),
  ];
  const blocks: Block[] = [
    ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const]),
    ...countedBlocks(view),
    ...(entries.length === 0
      ? []
      : ([
          { kind: 'prose', text: [resident.handedOverLead] },
          { kind: 'timeline', entries },
        ] as const)),
  ];
  const nothing: Block[] = [{ kind: 'prose', text: [resident.nothingKnown] }];
  return {
    id: 'handed-over',
    heading: [resident.handedOver],
    blocks: [...(blocks.length === 0 && !view.frozen ? nothing : blocks), ...laterKnown(view)],
  };
}

/** A release as it was published has nothing of what others reported: where that stands. */
function laterKnown(view: View): Block[] {
  if (!view.frozen) return [];
  const { resident, frame } = view.messages;
  const latest = { href: `${latestPath(view, 'records')}#handed-over`, label: frame.latestRelease };
  return [{ kind: 'prose', text: resident.laterKnown({ latest }) }];
}

/** What residents fear first, where requests are listed and none is of it: a docket counts those that it does not list. */
export function noImmigration(view: View): Sentence[] {
  const requests = requestsForPeople(view);
  const isOne = requests.some(({ requester }) => requester === 'federal_immigration');
  const isKnown = requests.length > 0 && view.release?.requests == null;
  return isKnown && !isOne ? [[view.messages.whatIsKept.noIce]] : [];
}

/** Whether people learn that somebody asked for their records: of a listed request its page says so, of any other nothing does. */
export function toldSection(view: View): Section {
  const { resident, names } = view.messages;
  const english = messagesIn(SOURCE_LANGUAGE).resident;
  const isListed = view.release?.requests != null && listsRequests(view.release.declaration);
  const link = { href: pagePath(view, 'requests'), label: names.requests };
  return {
    id: 'told',
    heading: [resident.told],
    blocks: isListed
      ? [{ kind: 'prose', text: resident.toldListed({ link }) }]
      : [
          { kind: 'prose', text: [resident.toldUnknown] },
          ...englishBeside(view, 'told', [english.toldUnknown]),
        ],
  };
}

/** Why requests that are counted are not named. */
function countedBlocks({ release, messages: { resident } }: View): Block[] {
  if (release?.requests == null) return [];
  const isListed = listsRequests(release.declaration);
  return [{ kind: 'prose', text: [isListed ? resident.smallRequests : resident.totalsAlone] }];
}

function leftSentences(view: View): Sentence[] {
  const { release, messages, language } = view;
  if (release === null) return [];
  return (release.requests?.docket ?? [])
    .filter(({ left }) => left === 'application_data' || left === 'document_images')
    .map((request) =>
      messages.resident.left({
        what: leftWords({ messages, release }, request),
        agency: quoted(view, request.agency),
        day: formatDay(request.outcomeAsOf, language),
      }),
    );
}

/** Legal help stands before everything else: that it comes first, and who gives it, or who can say where none is named. */
export function helpSection(view: View): Section {
  const { messages, program, original } = view;
  const { whatIsKept, resident } = messages;
  const english = messagesIn(SOURCE_LANGUAGE);
  const help = places(program.guidance?.legalHelp ?? [], messages);
  const englishHelp = (original.guidance?.legalHelp ?? []).map(({ text }) => text);
  return {
    id: 'help',
    heading: [whatIsKept.help],
    blocks: [
      { kind: 'prose', text: [resident.askSteps.legalHelp] },
      ...(help.length === 0
        ? [{ kind: 'prose', text: [whatIsKept.noHelp] } as const]
        : ([
            { kind: 'list', items: help },
            { kind: 'prose', text: [whatIsKept.helpChecked] },
          ] as const)),
      ...englishBeside(view, 'help', [
        english.resident.askSteps.legalHelp,
        ...(help.length === 0 ? [english.whatIsKept.noHelp] : englishHelp),
      ]),
    ],
  };
}

interface Place {
  readonly text: string;
  readonly url?: string | undefined;
  readonly phone?: string | undefined;
}

function places(named: readonly Place[], { marks, whatIsKept }: Messages): Sentence[] {
  return named.map(({ text, url, phone }): Sentence => {
    const name = url === undefined ? text : { href: url, label: text };
    const call = { href: `tel:${phone}`, label: whatIsKept.call };
    return phone === undefined ? [name] : [name, marks.next, call];
  });
}

/** Before anything that may frighten: the way to who gives legal help, and to what is kept. */
export function helpFirst(view: View): Section[] {
  if (view.program.channels.length === 0) return [];
  const { applied, helpLink } = view.messages.whatIsKept;
  const link = { href: `${pagePath(view, 'records')}#help`, label: helpLink };
  return [{ id: 'help-first', heading: [], blocks: [{ kind: 'prose', text: [applied, ' ', link] }] }];
}

/** A written question may itself leave a record. Where to ask in person stands with it, or that no source says. */
export function askSection({ messages, program, language }: View): Section {
  const { resident } = messages;
  const { contact, guidance } = program;
  const who = contact?.url === undefined ? contact?.name : { href: contact.url, label: contact.name };
  const own = guidance?.howToAsk ?? [];
  const { legalHelp: _, ...steps } = resident.askSteps;
  const items = (own.length > 0 ? own : Object.values(steps)).map((text): Sentence => [text]);
  const where = places(guidance?.askInPerson ?? [], messages);
  const isUnknown = where.length === 0 && who === undefined && program.nature === 'real';
  return {
    id: 'ask',
    heading: [resident.ask],
    blocks: [
      { kind: 'list', items },
      ...where.map((place) => ({ kind: 'prose', text: resident.askThere({ place }) }) as const),
      ...(isUnknown ? [{ kind: 'prose', text: [resident.askUnknown] } as const] : []),
      ...(who === undefined ? [] : [{ kind: 'prose', text: resident.contact({ who }) } as const]),
      { kind: 'prose', text: [promiseLink(language)] },
    ],
  };
}
