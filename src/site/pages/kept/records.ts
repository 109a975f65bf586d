/** "What is kept": what each way to apply leaves behind, for how long, and how many records there are. */
import { SOURCE_LANGUAGE } from '../../../figures/locale.ts';
import type { Channel } from '../../../program/program.ts';
import { keptGlyph, openSentence } from '../../blocks/channel-words.ts';
import { readMore } from '../../blocks/read-more.ts';
import { factOf } from '../../figures/fact.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, Fact, Page, Section } from '../../frame/page.ts';
import type { Messages } from '../../messages/message-types.ts';
import { messagesIn } from '../../messages/messages.ts';
import { pagePath } from '../../routes.ts';
import { type View, withCells } from '../../view.ts';
import { englishBeside } from '../english-beside.ts';
import { isUnsigned } from '../record/follow.ts';
import {
  askedLine,
  askSection,
  handedOverSection,
  helpSection,
  noImmigration,
  requestsForPeople,
  toldSection,
} from '../resident.ts';
import { tableSections } from '../tables.ts';
import { destructionSections } from './destruction.ts';
import { keptUntilBlocks } from './kept-until.ts';
import { servedAndKept } from './served-and-kept.ts';

/** Undefined where nothing is known of what the city keeps. */
export function recordsPage(view: View): Page | undefined {
  const counts = countSections(view);
  const name = view.messages.names.records;
  if (view.program.channels.length === 0 && counts.length === 0) return undefined;
  return {
    slug: 'records',
    under: 'kept',
    rank: 'first',
    name,
    heading: name,
    ...keptHeadline(view),
    lead: [],
    sections: [
      helpSection(view),
      ...waysSections(view),
      ...answerSections(view),
      handedOverSection(view),
      toldSection(view),
      askSection(view),
      ...counts,
    ],
  };
}

/** Whether an application is kept, by way of applying. */
function keptHeadline({ program, messages }: View): Pick<Page, 'headline'> {
  const { waysThat } = messages.whatIsKept;
  const found = (['yes', 'no', 'not-on-the-record'] as const).flatMap((kept) => {
    const ways = program.channels.filter(({ leavesRecords }) => leavesRecords === kept);
    return ways.length === 0 ? [] : [waysThat[kept]({ ways: waysInWords(ways, messages) })];
  });
  return found.length === 0
    ? {}
    : { headline: { title: found.flatMap((part, at) => (at === 0 ? part : [' ', ...part])), claim: null } };
}

/** `At an event; by appointment`. */
function waysInWords(ways: readonly Channel[], { marks }: Messages): string {
  return ways.map(({ label }, at) => (at === 0 ? label : inSentence(label))).join(marks.semicolon);
}

function countSections(view: View): Section[] {
  const withRelease = withCells(view);
  const held = withRelease === undefined ? [] : tableSections(withRelease, 'records');
  return [...servedSections(view), ...retentionSections(view), ...destructionSections(view), ...held];
}

function servedSections(view: View): Section[] {
  const found = withCells(view);
  const chart = found && servedAndKept(found);
  return chart === undefined
    ? []
    : [{ id: 'served-and-kept', heading: [view.messages.tables.servedAndKept], blocks: [chart] }];
}

/** What each channel leaves behind, in one line each. */
export function leftBehind({ program, messages }: View): Block[] {
  const facts = program.channels.map((channel) =>
    factOf(channel.label, [keptGlyph(channel), messages.record.leavesRecords[channel.leavesRecords]]),
  );
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** How did you apply? Each way with its answer in a few words, and the way to the whole of it. */
function waysSections(view: View): Section[] {
  if (view.program.channels.length < 2) return [];
  const { how, notSure } = view.messages.whatIsKept;
  return [
    {
      id: 'ways',
      heading: [how],
      blocks: [
        { kind: 'list', items: wayAnswers(view, '') },
        { kind: 'prose', text: [notSure] },
      ],
    },
  ];
}

/** `page` is the address of the page with the whole answers; empty on that page itself. */
function wayAnswers({ program, messages }: View, page: string): Sentence[] {
  return program.channels.map((channel) => {
    const { id, label, meaning } = channel;
    const answer = messages.record.leavesRecords[channel.leavesRecords];
    return [
      keptGlyph(channel),
      ...messages.whatIsKept.answer({ way: { href: `${page}#way-${id}`, label }, answer }),
      ...(meaning === undefined ? [] : [messages.marks.next, meaning]),
    ];
  });
}

/** For the first page of a program: is my application kept, and, where no headline says it, who asked and was it given. */
export function shortAnswers(view: View): Section[] {
  if (view.program.channels.length === 0) return [];
  const asked = view.release === null || view.release.requests !== null ? [] : requestsForPeople(view);
  const items = [
    ...wayAnswers(view, pagePath(view, 'records')),
    ...asked.map((request) => askedLine(view, request)),
  ];
  return [
    { id: 'did-you-apply', heading: [view.messages.whatIsKept.applied], blocks: [{ kind: 'list', items }] },
  ];
}

/** For each way to apply a short answer: what is kept, how long, by whom, who asked for it. */
function answerSections(view: View): Section[] {
  const { program, original } = view;
  return program.channels.map((channel, at) => {
    const id = `way-${channel.id}`;
    const { leavesRecords, keeps, until, heldBy, meaning } = original.channels[at] ?? channel;
    const words = messagesIn(SOURCE_LANGUAGE).record;
    const answer = words.leavesRecords[leavesRecords];
    return {
      id,
      heading: [channel.label],
      blocks: [
        { kind: 'facts', facts: channelFacts(view, channel) },
        ...keptUntilBlocks(view, channel),
        ...englishBeside(view, id, [
          ...(meaning === undefined ? [] : [meaning]),
          answer,
          keeps ?? words.notStated,
          until ?? words.notStated,
          ...(heldBy === undefined ? [] : [heldBy]),
        ]),
      ],
    };
  });
}

function channelFacts(view: View, channel: Channel): Fact[] {
  const { messages } = view;
  const { heldBy, leavesRecords } = channel;
  return [
    factOf(
      messages.names.records,
      [keptGlyph(channel), messages.record.leavesRecords[leavesRecords]],
      [channel.keeps ?? messages.record.notStated],
      messages.record.accordingTo({ who: channel.accordingTo }),
    ),
    factOf(messages.record.until, [channel.until ?? messages.record.notStated]),
    ...optionalFact(messages.record.heldBy, heldBy === undefined ? undefined : [heldBy]),
    ...optionalFact(messages.record.open, openSentence(view, channel)),
    factOf(messages.names.requests, ...askedFor(view, channel)),
  ];
}

/**
 * Who asked for records of people, and whether they were handed over, as far as is known. A request asks for all who applied,
 * also where the city says that it keeps nothing of them.
 */
function askedFor(view: View, { leavesRecords }: Channel): Sentence[] {
  const { messages, release } = view;
  const recorded = requestsForPeople(view).flatMap((request) => [
    askedLine(view, request),
    ...(isUnsigned(request) ? [[messages.city.followLead]] : []),
  ]);
  const counted = release?.requests == null ? [] : [readMore(view, 'requests')];
  const onItsWord = leavesRecords === 'no' ? [[messages.whatIsKept.onItsWord]] : [];
  const found = [...noImmigration(view), ...recorded, ...counted, ...onItsWord];
  return found.length === 0 ? [[messages.whatIsKept.noneKnown]] : found;
}

function optionalFact(term: string, detail: Sentence | undefined): Fact[] {
  return detail === undefined ? [] : [factOf(term, detail)];
}

function retentionSections({ program, messages }: View): Section[] {
  if (program.retention.length === 0) return [];
  const items = program.retention.map(
    ({ rule, accordingTo }): Sentence => [
      rule,
      messages.marks.open,
      ...messages.record.accordingTo({ who: accordingTo }),
      messages.marks.close,
    ],
  );
  return [{ id: 'retention', heading: [messages.record.retention], blocks: [{ kind: 'list', items }] }];
}
