/** What the pages of all requests have in common: their names, what happened in order, how to cite them. */
import { type Instrument, isClosed, type Outcome, SIGNED_BY_JUDGE } from '../../../program/request.ts';
import { closed, type Sentence } from '../../figures/sentence.ts';
import type { Section, TimelineEntry } from '../../frame/page.ts';
import { pagePath } from '../../routes.ts';
import type { View } from '../../view.ts';

type About = { readonly instrument: Instrument };

export function pageOf({ messages }: View, id: string, heading: string, { instrument }: About) {
  return {
    slug: `requests/${id}`,
    under: 'asked' as const,
    name: heading,
    parent: 'requests',
    heading,
    lead: closed(messages.record.instruments[instrument], messages.marks.stop),
  };
}

export function historySection({ messages }: View, entries: readonly TimelineEntry[]): Section {
  return { id: 'history', heading: [messages.docket.history], blocks: [{ kind: 'timeline', entries }] };
}

/** `register` is the section of "Who asked" in which the request stands. */
export function citeSection(view: View, citation: Sentence, register: string): Section {
  const { messages, program } = view;
  const back = {
    href: `${pagePath(view, 'requests')}#${register}`,
    label: messages.docket.backToAll,
  };
  return {
    id: 'cite',
    heading: [messages.docket.cite],
    blocks: [
      { kind: 'citation', text: citation },
      ...(program.nature === 'invented'
        ? [{ kind: 'prose', text: [messages.frame.inventedNotice] } as const]
        : []),
      { kind: 'prose', text: [back] },
    ],
  };
}

/** What may come next, by who signed and whether it is closed. */
export function followSection(
  { messages }: View,
  { instrument, outcome }: { readonly instrument: Instrument; readonly outcome: Outcome },
): Section {
  const { docket } = messages;
  const isOver = isClosed(outcome) && outcome !== 'declined';
  const open = SIGNED_BY_JUDGE.includes(instrument) ? docket.followSigned : docket.followUnsigned;
  return {
    id: 'follow',
    heading: [docket.follow],
    blocks: [{ kind: 'prose', text: [isOver ? docket.followClosed : open] }],
  };
}
