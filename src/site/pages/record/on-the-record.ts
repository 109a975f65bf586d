/** What happened when, and the sources of a program. */
import { formatDay } from '../../../figures/dates.ts';
import { quoted, quotedLink } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, Section } from '../../frame/page.ts';
import type { View } from '../../view.ts';

/** The record's timeline; the policy events of `program.json` where it has none. */
export function timelineSections(view: View): Section[] {
  const { program, record, messages, language } = view;
  const recorded = record.timeline.map(({ date, dateLabel, event, sourceTitle }) => ({
    date: [dateLabel === '' ? formatDay(date, language) : dateLabel],
    text: [event],
    accordingTo: quoted(view, sourceTitle),
  }));
  const declared = program.events.map(({ date, label, accordingTo }) => ({
    date: [formatDay(date, language)],
    text: [label],
    accordingTo: quoted(view, accordingTo),
  }));
  const entries = recorded.length > 0 ? recorded : declared;
  return entries.length === 0
    ? []
    : [{ id: 'timeline', heading: [messages.record.timeline], blocks: [{ kind: 'timeline', entries }] }];
}

export function sourceSections(view: View): Section[] {
  const { program, messages, language } = view;
  if (program.sources.length === 0) return [];
  const items = program.sources.map(
    ({ title, url, howRead }): Sentence => [
      url === undefined ? quoted(view, title) : quotedLink(view, url, title),
      ...(howRead === undefined ? [] : [messages.marks.next, messages.tables.howRead, howRead]),
    ],
  );
  const searched: Block[] =
    program.searchedUntil === undefined
      ? []
      : [
          {
            kind: 'prose',
            text: messages.record.searchedUntil({ day: formatDay(program.searchedUntil, language) }),
          },
        ];
  return [
    { id: 'sources', heading: [messages.record.sources], blocks: [{ kind: 'list', items }, ...searched] },
  ];
}
