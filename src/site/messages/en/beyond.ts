/** What the page on method says in English of what lies beyond the promise. */
import type { Sentence } from '../../sentence.ts';

export const beyond = {
  insiders: 'What insiders could tell',
  insidersText: [
    [
      'Somebody may know one or two of the people behind a hidden count, or be one of them. Of that count they still cannot tell that it is below the threshold. But what they know may give another hidden count away.',
    ],
    [
      'So it is measured, from published files alone: an insider is placed in one hidden count after another, in all of them or in a sample drawn by their names, and the attack begins again with what the insider knows.',
    ],
  ] as readonly Sentence[],
  insidersCaption: 'From how many hidden counts of this release an insider could tell another one',
  insidersColumns: [
    'What the insider knows',
    'Counts with such an insider',
    'Another told to be below the threshold',
    'Another told exactly',
  ] as readonly string[],
  insiderKnows: (people: number, alone: boolean): string => {
    if (people === 1) return alone ? 'One person, and that there is nobody else' : 'One of the people';
    return alone ? 'Two people, and that there is nobody else' : 'Two of the people';
  },
};
