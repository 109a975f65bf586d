/** The invented table that explains hiding, in English. */
import type { Figure } from '../../../model/figure.ts';
import type { Sentence } from '../../sentence.ts';

export const example = {
  heading: 'An example to follow by hand',
  lead: [
    'The city and the counts of this table are invented. Every step can be checked with pencil and paper.',
  ] as Sentence,
  area: 'Area',
  areas: ['North', 'Middle', 'South'] as readonly string[],
  ages: ['Children', 'Adults', 'Older people'] as readonly string[],
  counted: 'Cards as the office counted them (invented)',
  below: (k: Figure, small: Figure): Sentence => [
    'The threshold here is ',
    k,
    '. One count lies below it: children in the north, ',
    small,
    '. It must not be told.',
  ],
  subtracted: (total: Figure, adults: Figure, older: Figure, found: Figure): Sentence => [
    'To hide it alone is useless. Whoever takes the published neighbours from the published total has it: ',
    total,
    ' less ',
    adults,
    ' less ',
    older,
    ' is ',
    found,
    '.',
  ],
  rectangle: (k: Figure): Sentence => [
    'Four hidden counts in a rectangle, children and older people in two areas, are not enough either. Readers who know the promise can go on: a hidden count that surely stands for somebody stands for ',
    k,
    ' or more. Followed from count to count, this leaves no small count that could be the reason why anything is hidden. So these four break the promise, and Daylight does not choose them.',
  ],
  hidden: 'The same table as Daylight would publish it',
  withheld: (least: Figure, most: Figure): Sentence => [
    'Daylight hides six. All totals stay. What can be proved of children in the north is only this: they are at least ',
    least,
    ' and at most ',
    most,
    '.',
  ],
  worlds: 'Two ways to fill in what is hidden',
  worldColumns: [
    'First way: children',
    'First way: older people',
    'Second way: children',
    'Second way: older people',
    'Together, both ways',
  ] as readonly string[],
  told: (none: Figure, many: Figure): Sentence => [
    'In the first way there are ',
    none,
    ' children in the north, in the second ',
    many,
    '. Both agree with every published count and total. So nobody can tell whether anybody is behind the hidden count, or whether it lies below the threshold. Such a pair exists for every hidden count, unless it can be shown to be large.',
  ],
  repeated: (fits: Figure, alike: Figure): Sentence => [
    'A reader who knows how Daylight chooses can try every way to fill in what is hidden and make the choice again. There are ',
    fits,
    ' ways. In ',
    alike,
    ' of them the choice is the same, so the reader learns that it is one of these. In these, too, every hidden count can be zero or reach the threshold, unless it can be shown to be large.',
  ],
};
