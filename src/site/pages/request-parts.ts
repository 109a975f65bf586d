/** What the pages of all requests have in common: their names, what happened in order, how to cite them. */
import type { Instrument } from '../../model/request.ts';
import type { Section, TimelineEntry } from '../page.ts';
import { pagePath } from '../routes.ts';
import { closed } from '../sentence.ts';
import type { View } from '../view.ts';

type About = { readonly asksFor: string; readonly instrument: Instrument };

export function pageOf({ messages }: View, id: string, heading: string, { asksFor, instrument }: About) {
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

export function historySection({ messages }: View, entries: readonly TimelineEntry[]): Section {
  return { id: 'history', heading: [messages.docket.history], blocks: [{ kind: 'timeline', entries }] };
}

export function citeSection(view: View, heading: string, day: string): Section {
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
