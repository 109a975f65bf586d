/** What may follow a request that no judge signed, with what followed elsewhere: a way to each such request. */

import { SIGNED_BY_JUDGE } from '../../../program/request.ts';
import type { ElsewhereRequest } from '../../../record/read-elsewhere.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { groupOf, outcomeWord } from '../../blocks/request-steps.ts';
import type { Link, Sentence } from '../../figures/sentence.ts';
import type { Section, Step } from '../../frame/page.ts';
import { elsewherePath } from '../../routes.ts';
import type { View } from '../../view.ts';

type Follow = 'court_filing' | 'court_order' | 'set_aside_by_court' | 'disclosed';

/** In the order in which they can come. */
const FOLLOWS: readonly (readonly [Follow, (request: ElsewhereRequest) => boolean])[] = [
  ['court_filing', ({ states }) => states.some(({ kind }) => kind === 'court_filing')],
  ['court_order', ({ states }) => states.some(({ kind }) => kind === 'court_order')],
  ['set_aside_by_court', ({ outcome }) => outcome === 'set_aside_by_court'],
  ['disclosed', ({ outcome }) => groupOf(outcome) === 'given'],
];

/** A demand of a federal authority that no judge signed. */
export function isUnsigned({ requester, instrument }: RecordedRequest): boolean {
  return requester.startsWith('federal') && !SIGNED_BY_JUDGE.includes(instrument);
}

/** None where the request is no demand of an authority, or bears the signature of a judge. */
export function followSections(view: View, request: RecordedRequest | undefined): Section[] {
  const { city } = view.messages;
  if (request === undefined || !isUnsigned(request)) return [];
  const others = view.elsewhere;
  const steps = FOLLOWS.map(
    ([key, holds]): Step => ({
      date: [],
      label: [city.follow[key]],
      text: links(view, others.filter(holds)),
      note: [],
    }),
  );
  const all = { href: elsewherePath(view.language), label: city.allElsewhere };
  return [
    {
      id: 'follow',
      heading: [city.followHeading],
      blocks: [
        { kind: 'prose', text: [city.followLead, ' ', view.messages.docket.followUnsigned] },
        ...(others.length === 0 ? [] : [{ kind: 'prose', text: [city.otherRecords] } as const]),
        { kind: 'steps', steps },
        ...(others.length === 0 ? [] : [{ kind: 'prose', text: [all] } as const]),
      ],
    },
  ];
}

/** What was asked for, then where, when and what came of it: `Arrest records: Denver, 2020; Oregon, 2025: handed over`, oldest first. */
function links(view: View, requests: readonly ElsewhereRequest[]): Sentence {
  const { colon, next, semicolon } = view.messages.marks;
  const byText = Map.groupBy(requests.toReversed(), ({ asksFor }) => asksFor);
  return joined(
    [...byText].map(([asksFor, alike]): Sentence => {
      const byOutcome = Map.groupBy(alike, (request) => outcomeText(view, request));
      const ends = [...byOutcome].map(([outcome, places]): Sentence => {
        const named = places.map((request): Sentence => [placeLink(view, request)]);
        return [...joined(named, semicolon), colon, outcome];
      });
      return [asksFor, colon, ...joined(ends, semicolon)];
    }),
    next,
  );
}

function placeLink({ language, messages }: View, { id, place, received }: ElsewhereRequest): Link {
  return {
    href: `${elsewherePath(language)}#${id}`,
    label: place + messages.marks.comma + received.slice(0, 4),
  };
}

/** Of a ruling for whom: the record's own words. */
function outcomeText(view: View, request: ElsewhereRequest): string {
  const word = outcomeWord(view, request);
  const ruling = request.states.findLast(({ kind }) => kind === 'court_order')?.what.replace(/[.。]$/, '');
  return word === view.messages.city.ruled && ruling !== undefined && ruling !== '' ? ruling : word;
}

function joined(parts: readonly Sentence[], mark: string): Sentence {
  return parts.flatMap((part, at) => (at === 0 ? part : [mark, ...part]));
}
