/** Figures that count requests on the record, or elsewhere, by what became of them: each with its origin, which the gate counts again. */
import { type Figure, formatNumber, type OutcomeTime, type RequestGroup } from '../../figures/figure.ts';
import type { Outcome } from '../../program/request.ts';
import { outcomesHad, type Standing } from '../../record/states.ts';

/** How many requests on the record of a program, or elsewhere, ended in one of these ways; `requests` are those of the group, `year` is empty for all years. */
export function requestsFigure(
  program: string,
  among: RequestGroup,
  requests: readonly Ended[],
  outcomes: readonly Outcome[],
  year: string,
  language: string,
): Figure {
  return {
    text: formatNumber(countEnded(requests, outcomes, year), language, { percent: false, decimals: 0 }),
    origin: { kind: 'requests', program, among, outcomes, when: 'last', year },
  };
}

/** How many of all requests on the record of a program, or elsewhere, stood in one of these ways at any time, or in each at some time. */
export function hadFigure(
  program: string,
  requests: readonly Pick<Standing, 'states' | 'outcome'>[],
  when: Exclude<OutcomeTime, 'last'>,
  outcomes: readonly Outcome[],
  language: string,
): Figure {
  const count = requests.filter((request) => {
    const had = outcomesHad(request);
    return when === 'ever'
      ? outcomes.some((outcome) => had.includes(outcome))
      : outcomes.every((outcome) => had.includes(outcome));
  }).length;
  return {
    text: formatNumber(count, language, { percent: false, decimals: 0 }),
    origin: { kind: 'requests', program, among: 'all', outcomes, when, year: '' },
  };
}

interface Ended {
  readonly received: string;
  readonly outcome: Outcome;
}

/** The same as a number. */
export function countEnded(requests: readonly Ended[], outcomes: readonly Outcome[], year: string): number {
  return requests.filter(({ received, outcome }) => outcomes.includes(outcome) && received.startsWith(year))
    .length;
}
