/**
 * The first page of a program that stands on the record alone: what happened to the request that matters most, what is kept
 * and of how many people, what was said, what may follow. Figures and sources stand on a page of their own.
 */
import { REQUESTERS } from '../../../program/request.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { lastKnown, stepsOf } from '../../blocks/request-steps.ts';
import { recordFigure } from '../../figures/figures.ts';
import { periodSentence, qualifierWords } from '../../figures/record-sentence.ts';
import type { Link } from '../../figures/sentence.ts';
import { recordClaim } from '../../findings/finding.ts';
import type { Block, Page, Section } from '../../frame/page.ts';
import { pagePath } from '../../routes.ts';
import type { View } from '../../view.ts';
import { shortAnswers } from '../kept/records.ts';
import { waySections } from '../kept/ways.ts';
import { helpFirst } from '../resident.ts';
import { cardsUntil } from './cards-until.ts';
import { followSections } from './follow.ts';
import { timelineSections } from './on-the-record.ts';
import { saidSections } from './said.ts';
import { RECORD_SLUG } from './slug.ts';

export function recordOverview(view: View): Page {
  const { program, messages, record } = view;
  const request = mainRequest(record.requests);
  const headline =
    request === undefined || request.title === ''
      ? undefined
      : {
          title: [request.title, messages.marks.next, ...lastKnown(view, request)],
          claim: recordClaim(program.id, 'outcome', `request|${request.id}`, [], request.outcome),
        };
  return {
    slug: '',
    under: 'overview',
    rank: 'home',
    name: messages.names.overview,
    heading: program.name,
    ...(headline === undefined ? {} : { headline }),
    lead: [program.summary],
    sections: [
      ...helpFirst(view),
      ...shortAnswers(view),
      ...stepSections(view, request),
      ...waySections(view),
      ...saidSections(view),
      ...followSections(view, request),
      ...cardSections(view),
      ...(request === undefined ? timelineSections(view) : []),
    ],
  };
}

/** Of the program's own requests: that of the first kind of requester in `REQUESTERS`, the latest of these. */
export function mainRequest(requests: readonly RecordedRequest[]): RecordedRequest | undefined {
  const own = requests.filter(({ context }) => !context);
  const rank = ({ requester }: RecordedRequest) => REQUESTERS.indexOf(requester);
  const [first] = own.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      Number(one.received < other.received) - Number(one.received > other.received),
  );
  return first;
}

function stepSections(view: View, request: RecordedRequest | undefined): Section[] {
  if (request === undefined) return [];
  const { city } = view.messages;
  const own: Link = { href: pagePath(view, `requests/${request.id}`), label: view.messages.docket.ownPage };
  const all: Link = { href: pagePath(view, 'requests'), label: city.otherRequests };
  return [
    {
      id: 'steps',
      heading: request.title === '' ? [city.stepsHeading] : [],
      blocks: [
        { kind: 'steps', steps: stepsOf(view, request) },
        { kind: 'list', items: [[own], [all]] },
      ],
    },
  ];
}

/** The first figure on cards, and the way to all figures. */
function cardSections(view: View): Section[] {
  const { program, messages, record, language } = view;
  const more: Block = {
    kind: 'prose',
    text: [{ href: pagePath(view, RECORD_SLUG), label: messages.city.recordMore }],
  };
  const cards = record.figures.find(({ topic }) => topic === 'cards');
  if (cards === undefined) return [];
  const stat = {
    label: [cards.figure],
    qualifier: cards.qualifier === 'exact' ? '' : qualifierWords(messages, cards.qualifier),
    figure: recordFigure(program.id, cards, language),
    note: periodSentence(view, cards.period),
  };
  return [
    {
      id: 'cards',
      heading: [messages.city.cardsHeading],
      blocks: [{ kind: 'stats', stats: [stat] }, ...cardsUntil(view), more],
    },
  ];
}
