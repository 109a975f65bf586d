/** What pages say in English of when records go. */
import type { Figure } from '../../../model/figure.ts';
import type { Sentence } from '../../sentence.ts';
import { plural } from '../plural.ts';

export const destruction = {
  heading: 'When records are destroyed',
  lead: [
    'How many records still exist at the end of each year, from the published counts and the rules below alone. Other rules are what-ifs for the same people: nobody has decided them. A hatched end means that a count is hidden, so that only a range is known.',
  ] as Sentence,
  title: 'Records that still exist at the end of each year',
  unit: 'Records of applications',
  today: 'Under today’s rules',
  endOf: 'End of',
  to: 'to',
  orMore: 'or more',
  none: 'no records',
  neverGone: (count: Sentence): Sentence => ['Under today’s rules some are never destroyed: ', ...count, '.'],
  groupsCaption: 'When whose records are destroyed',
  who: 'Whose records',
  when: 'Destroyed',
  saysWho: 'According to',
  noRule: 'The rule is not on the record',
  afterExpiry: (years: Figure): Sentence => [
    years,
    plural('en', years, { one: ' year after the card expires', other: ' years after the card expires' }),
  ],
  afterDecision: (years: Figure): Sentence => [
    years,
    plural('en', years, { one: ' year after the decision', other: ' years after the decision' }),
  ],
  validityCaption: 'How long a card is valid',
  age: 'Age',
  validFor: 'Valid for',
  years: (years: Figure): Sentence => [years, plural('en', years, { one: ' year', other: ' years' })],
  withoutEnd: 'Without end',
};
