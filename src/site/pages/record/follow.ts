/** What may follow a request that no judge signed; folded, what followed elsewhere, with a way to each such request. */

import { SIGNED_BY_JUDGE } from '../../../program/request.ts';
import type { ElsewhereRequest } from '../../../record/read-elsewhere.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import type { RecordedState } from '../../../record/states.ts';
import { groupOf, type OutcomeGroup, outcomeWord } from '../../blocks/request-steps.ts';
import type { Link, Sentence } from '../../figures/sentence.ts';
import type { Block, Section } from '../../frame/page.ts';
import { elsewherePath } from '../../routes.ts';
import type { View } from '../../view.ts';

type Follow = 'court_filing' | 'court_order' | 'set_aside_by_court' | 'disclosed';

/** In the order in which they can come, with the state that says so of a request elsewhere. */
const FOLLOWS: readonly (readonly [Follow, (request: ElsewhereRequest) => RecordedState | undefined])[] = [
  ['court_filing', ({ states }) => states.findLast(({ kind }) => kind === 'court_filing')],
  ['court_order', ({ states }) => states.findLast(({ kind }) => kind === 'court_order')],
  ['set_aside_by_court', (request) => closing(request, 'quashed')],
  ['disclosed', (request) => closing(request, 'given')],
];

/** The last closure, if it is one of the group. */
function closing({ states }: ElsewhereRequest, group: OutcomeGroup): RecordedState | undefined {
  const last = states.findLast(({ kind }) => kind === 'closed');
  return last !== undefined && last.outcome !== '' && groupOf(last.outcome) === group ? last : undefined;
}

/** A demand of a federal authority that no judge signed. */
export function isUnsigned({ requester, instrument }: RecordedRequest): boolean {
  return requester.startsWith('federal') && !SIGNED_BY_JUDGE.includes(instrument);
}

/** None where the request is no demand of an authority, or bears the signature of a judge. */
export function followSections(view: View, request: RecordedRequest | undefined): Section[] {
  const { city } = view.messages;
  if (request === undefined || !isUnsigned(request)) return [];
  return [
    {
      id: 'follow',
      heading: [city.followHeading],
      blocks: [
        { kind: 'prose', text: [city.followLead, ' ', view.messages.docket.followUnsigned] },
        { kind: 'list', items: FOLLOWS.map(([follow]): Sentence => [city.follow[follow]]) },
        ...elsewhereBlocks(view),
      ],
    },
  ];
}

/** What followed on the demands for other records, folded: it tells of other people than those who applied here. */
function elsewhereBlocks(view: View): Block[] {
  const { city } = view.messages;
  if (view.elsewhere.length === 0) return [];
  const told = FOLLOWS.flatMap(([follow, stateOf]): Block[] => {
    const found = items(view, stateOf);
    const lead: Sentence = [city.follow[follow], view.messages.marks.colon];
    return found.length === 0
      ? []
      : [
          { kind: 'prose', text: lead },
          { kind: 'list', items: found },
        ];
  });
  const all = { href: elsewherePath(view.language), label: city.allElsewhere };
  return [
    {
      kind: 'fold',
      id: 'followed-elsewhere',
      summary: city.followedElsewhere,
      blocks: [{ kind: 'prose', text: [city.otherRecords] }, ...told],
    },
    { kind: 'prose', text: [all] },
  ];
}

/** Where and when, for which records, and what came of it in the words of the record; oldest first, and alike ones together. */
function items(view: View, stateOf: (request: ElsewhereRequest) => RecordedState | undefined): Sentence[] {
  const { colon, open, close, semicolon } = view.messages.marks;
  const found = view.elsewhere.toReversed().flatMap((request) => {
    const what = stateOf(request)?.what;
    return what === undefined ? [] : [{ request, what: what || outcomeWord(view, request) }];
  });
  const alike = Map.groupBy(found, ({ request, what }) => `${request.asksFor}\n${what}`);
  return [...alike.values()].flatMap((group): Sentence[] => {
    const [first] = group;
    if (first === undefined) return [];
    const places = joined(
      group.map(({ request }): Sentence => [placeLink(view, request)]),
      semicolon,
    );
    return [[...places, open, first.request.asksFor, close, colon, first.what]];
  });
}

function placeLink({ language, messages }: View, { id, place, received }: ElsewhereRequest): Link {
  return {
    href: `${elsewherePath(language)}#${id}`,
    label: place + messages.marks.comma + received.slice(0, 4),
  };
}

function joined(parts: readonly Sentence[], mark: string): Sentence {
  return parts.flatMap((part, at) => (at === 0 ? part : [mark, ...part]));
}
