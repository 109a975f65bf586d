/** The ways to apply side by side, each with what the city keeps of it, for how long and who holds it. */
import { formatDay } from '../../../model/dates.ts';
import type { Channel } from '../../../model/program.ts';
import type { Fact, Section, Way } from '../../page.ts';
import type { Sentence } from '../../sentence.ts';
import type { View } from '../../view.ts';
import { keptShareBlock, keptShareOf } from './kept-share.ts';

export function waySections(view: View): Section[] {
  const { program, messages } = view;
  if (program.channels.length === 0) return [];
  const share = keptShareOf(view);
  return [
    {
      id: 'ways',
      heading: [messages.city.channelsHeading],
      blocks: [
        ...(share === undefined ? [] : [keptShareBlock(view, share)]),
        { kind: 'ways', ways: program.channels.map((channel) => wayOf(view, channel)) },
      ],
    },
  ];
}

const GLYPHS = {
  yes: { glyph: 'kept' },
  no: { glyph: 'nothing' },
  'not-on-the-record': { glyph: 'unknown' },
} as const;

function wayOf(view: View, channel: Channel): Way {
  const { city } = view.messages;
  const { accordingTo } = view.messages.record;
  const fact = (term: string, detail: Sentence): Fact => ({ term: [term], details: [detail] });
  return {
    mark: channel.leavesRecords,
    label: channel.label,
    kept: [GLYPHS[channel.leavesRecords], city.channelKept[channel.leavesRecords]],
    text: [channel.keeps],
    accordingTo: accordingTo({ who: channel.accordingTo }),
    facts: [
      ...(channel.leavesRecords === 'no' ? [] : [fact(city.until, [channel.until])]),
      ...(channel.heldBy === undefined ? [] : [fact(city.heldBy, [channel.heldBy])]),
      ...(channel.opened === undefined
        ? []
        : [fact(city.open, openSentence(view, channel.opened, channel.closed))]),
    ],
  };
}

function openSentence({ language, messages }: View, opened: string, closed: string | undefined): Sentence {
  const from = formatDay(opened, language);
  return closed === undefined
    ? messages.city.openFrom({ from })
    : messages.city.openTo({ from, to: formatDay(closed, language) });
}
