/** The ways to apply side by side, each with what the city keeps of it, for how long and who holds it. */
import type { Channel } from '../../../program/program.ts';
import { keptGlyph, openSentence } from '../../blocks/channel-words.ts';
import { factOf } from '../../figures/fact.ts';
import type { Section, Way } from '../../frame/page.ts';
import type { View } from '../../view.ts';
import { keptShareBlock, keptShareOf, shareCitation } from './kept-share.ts';

export function waySections(view: View): Section[] {
  const { program, messages } = view;
  if (program.channels.length === 0) return [];
  const share = keptShareOf(view);
  return [
    {
      id: 'ways',
      heading: [messages.city.channelsHeading],
      blocks: [
        ...(share === undefined
          ? []
          : [keptShareBlock(view, share), { kind: 'citation', text: shareCitation(view, share) } as const]),
        { kind: 'ways', ways: program.channels.map((channel) => wayOf(view, channel)) },
      ],
    },
  ];
}

function wayOf(view: View, channel: Channel): Way {
  const { city } = view.messages;
  const { accordingTo, until, heldBy, open, notStated } = view.messages.record;
  const opened = openSentence(view, channel);
  return {
    mark: channel.leavesRecords,
    label: channel.label,
    kept: [keptGlyph(channel), city.channelKept[channel.leavesRecords]],
    text: [channel.keeps ?? notStated],
    accordingTo: accordingTo({ who: channel.accordingTo }),
    facts: [
      ...(channel.leavesRecords === 'no' ? [] : [factOf(until, [channel.until ?? notStated])]),
      ...(channel.heldBy === undefined ? [] : [factOf(heldBy, [channel.heldBy])]),
      ...(opened === undefined ? [] : [factOf(open, opened)]),
    ],
  };
}
