/** Figures that count requests on the record, or elsewhere, by what became of them: each with its origin, which the gate counts again. */
import { type Figure, formatNumber, type RequestGroup } from '../model/figure.ts';
import type { Outcome } from '../model/request.ts';
import { outcomesHad, type Standing } from '../record/states.ts';

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

/** How many of all requests on the record of a program, or elsewhere, stood in one of these ways at any time. */
export function everFigure(
  program: string,
  requests: readonly Pick<Standing, 'states' | 'outcome'>[],
  outcomes: readonly Outcome[],
  language: string,
): Figure {
  const count = requests.filter((request) =>
    outcomesHad(request).some((outcome) => outcomes.includes(outcome)),
  ).length;
  return {
    text: formatNumber(count, language, { percent: false, decimals: 0 }),
    origin: { kind: 'requests', program, among: 'all', outcomes, when: 'ever', year: '' },
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
