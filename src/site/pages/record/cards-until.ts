/** Up to when cards were counted by anybody, of a program without releases: of the time after that nothing is known. */
import { formatDay } from '../../../figures/dates.ts';
import type { Block } from '../../frame/page.ts';
import type { View } from '../../view.ts';

const DATES = /\d{4}(?:-\d{2}){0,2}/g;

/** None where nobody counted cards, or where releases count them. */
export function cardsUntil({ record, release, messages, language }: View): Block[] {
  const periods = record.figures.filter(({ topic }) => topic === 'cards').map(({ period }) => period);
  const last = periods
    .flatMap((period) => period.match(DATES) ?? [])
    .sort()
    .at(-1);
  if (last === undefined || release !== null) return [];
  return [{ kind: 'prose', text: messages.city.cardsUntil({ end: formatDay(last, language) }) }];
}
