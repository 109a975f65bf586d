/** What happened to a request as steps with dates, and in which of a few groups it ended. The same on the record and elsewhere. */
import type { Outcome } from '../../program/request.ts';
import { isBefore, outcomesHad, type RecordedState, type Standing, stoodSince } from '../../record/states.ts';
import { periodSentence, quoted, quotedLink, type Telling } from '../figures/record-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Step } from '../frame/page.ts';

/** In the order in which pages show them: the second has the colour of what left the building. */
export const OUTCOME_GROUPS = ['refused', 'given', 'court', 'quashed', 'open'] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** What a reader asks first: was it given, refused, is it in court. */
export const GROUP_OUTCOMES: Readonly<Record<OutcomeGroup, readonly Outcome[]>> = {
  given: ['disclosed_in_full', 'disclosed_in_part'],
  refused: ['declined'],
  court: ['in_court'],
  quashed: ['set_aside_by_court'],
  open: [
    'received_not_answered',
    'awaiting_requester',
    'objection_pending',
    'no_records_held',
    'withdrawn_by_requester',
    'not_valid_or_misdirected',
    'duplicate',
    'not_permitted_to_say',
  ],
};

export function groupOf(outcome: Outcome): OutcomeGroup {
  const found = OUTCOME_GROUPS.find((group) => GROUP_OUTCOMES[group].includes(outcome));
  if (found === undefined) throw new Error(`internal error: "${outcome}" is in no group`);
  return found;
}

/** Every group that a request was ever in; that nobody answered only as long as that is last known. */
export function groupsHad(request: Pick<Standing, 'states' | 'outcome'>): OutcomeGroup[] {
  const last = groupOf(request.outcome);
  const had = outcomesHad(request).map(groupOf);
  return OUTCOME_GROUPS.filter((group) => group === last || (group !== 'open' && had.includes(group)));
}

type Happening = Standing & { readonly received: string; readonly due: string; readonly agency: string };

/** The last known outcome with its date, as a sentence. What a court has ruled on is not said to be in court. */
export function lastKnown(telling: Telling, standing: Standing): Sentence {
  const date = periodSentence(telling, stoodSince(standing));
  return telling.messages.city.lastKnown({ outcome: outcomeWord(telling, standing), date });
}

/** The last known outcome in a word or two. */
export function outcomeWord(
  { messages: { city } }: Pick<Telling, 'messages'>,
  { states, outcome }: Pick<Standing, 'states' | 'outcome'>,
): string {
  const isRuled =
    outcome === 'in_court' && states.findLast(({ kind }) => kind !== 'statement')?.kind === 'court_order';
  return isRuled ? city.ruled : city.outcomes[outcome];
}

/** From the request to what is known last, in the order of the record; the day on which an answer was due among them. */
export function stepsOf(telling: Telling, request: Happening): Step[] {
  const { city } = telling.messages;
  const asked = { label: [city.asked], text: [quoted(telling, request.agency)], note: [] };
  const steps: DatedStep[] = [
    [request.received, asked],
    ...request.states.map((state): DatedStep => [state.date, stateStep(telling, state)]),
  ];
  if (request.due !== '') {
    const later = steps.findIndex(([date]) => isBefore(request.due, date));
    const due: DatedStep = [request.due, { label: [city.due], text: [], note: [] }];
    steps.splice(later === -1 ? steps.length : later, 0, due);
  }
  return steps.map(([date, step]) => ({ date: periodSentence(telling, date), ...step }));
}

type DatedStep = readonly [date: string, step: Omit<Step, 'date'>];

function stateStep(telling: Telling, state: RecordedState): Omit<Step, 'date'> {
  const { messages } = telling;
  const { city, docket } = messages;
  const source =
    state.sourceUrl === ''
      ? quoted(telling, state.sourceTitle)
      : quotedLink(telling, state.sourceUrl, state.sourceTitle);
  return {
    label: [state.outcome === '' ? docket.eventKinds[state.kind] : city.outcomes[state.outcome]],
    text: state.what === '' ? [] : [state.what],
    note: [...(state.note === '' ? [] : [state.note, ' ']), source],
  };
}
