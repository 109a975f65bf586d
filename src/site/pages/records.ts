/** "What the city has about you": what each way to apply leaves behind, for how long, and how many records there are. */
import { formatDay } from '../../model/dates.ts';
import type { Channel } from '../../model/program.ts';
import type { Block, Fact, Page, Section } from '../page.ts';
import type { Glyph, Sentence } from '../sentence.ts';
import { tellsResidents, type View, withCells } from '../view.ts';
import { destructionSections } from './destruction.ts';
import { askSection, handedOverSection } from './resident.ts';
import { servedAndKept } from './served-and-kept.ts';
import { tableSections } from './tables.ts';

/**
 * Undefined where nothing is known of what the city keeps; and in a language in which nobody has checked it.
 */
export function recordsPage(view: View): Page | undefined {
  if (!tellsResidents(view)) return undefined;
  const sections = recordsSections(view);
  const name = view.messages.names.records;
  return sections.length === 0
    ? undefined
    : {
        slug: 'records',
        under: 'kept',
        name,
        heading: name,
        lead: view.messages.recordsLead,
        sections: [
          ...channelSections(view),
          handedOverSection(view),
          askSection(view),
          ...countSections(view),
        ],
      };
}

/** All that is known of what the city keeps: first what stays behind, then rules and counts. */
export function recordsSections(view: View): Section[] {
  return [...channelSections(view), ...countSections(view)];
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
    : [{ id: 'served-and-kept', heading: [view.messages.servedAndKept], blocks: [chart] }];
}

const GLYPHS: Readonly<Record<Channel['leavesRecords'], Glyph>> = {
  no: { glyph: 'nothing' },
  yes: { glyph: 'kept' },
  'not-on-the-record': { glyph: 'unknown' },
};

/** What each channel leaves behind, in one line each. */
export function leftBehind({ program, messages }: View): Block[] {
  const facts = program.channels.map(({ label, leavesRecords }) => ({
    term: [label],
    details: [[GLYPHS[leavesRecords], messages.leavesRecords[leavesRecords]]],
  }));
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

function channelSections({ program, messages, language }: View): Section[] {
  if (program.channels.length === 0) return [];
  const blocks = program.channels.map(
    (channel) =>
      ({
        kind: 'aside',
        heading: channel.label,
        blocks: [{ kind: 'facts', facts: channelFacts(channel) }],
      }) as const,
  );
  return [{ id: 'channels', heading: [messages.byChannel], blocks }];

  function channelFacts({
    opened,
    closed,
    keeps,
    until,
    heldBy,
    accordingTo,
    leavesRecords,
  }: Channel): Fact[] {
    const day = (date: string) => formatDay(date, language);
    return [
      {
        term: [GLYPHS[leavesRecords], messages.leavesRecords[leavesRecords]],
        details: [messages.accordingTo(accordingTo)],
      },
      { term: [messages.kept], details: [[keeps]] },
      { term: [messages.until], details: [[until]] },
      ...optionalFact(messages.heldBy, heldBy === undefined ? undefined : [heldBy]),
      ...optionalFact(
        messages.open,
        opened === undefined
          ? undefined
          : messages.openedClosed(day(opened), closed === undefined ? undefined : day(closed)),
      ),
    ];
  }
}

function optionalFact(term: string, detail: Sentence | undefined): Fact[] {
  return detail === undefined ? [] : [{ term: [term], details: [detail] }];
}

function retentionSections({ program, messages }: View): Section[] {
  if (program.retention.length === 0) return [];
  const items = program.retention.map(
    ({ rule, accordingTo }): Sentence => [
      rule,
      messages.marks.open,
      ...messages.accordingTo(accordingTo),
      messages.marks.close,
    ],
  );
  return [{ id: 'retention', heading: [messages.retention], blocks: [{ kind: 'list', items }] }];
}
