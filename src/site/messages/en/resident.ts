/** What "What the city has about you" says to residents: short words, nothing that promises what nobody can. */
import type { Link, Part, Sentence } from '../../sentence.ts';

export const resident = {
  handedOver: 'What was handed over',
  handedOverLead: [
    'This is what was said and done, in order. Two offices may say two things. Both stand here.',
  ] as Sentence,
  left: (what: string, agency: Part, day: Part): Sentence => [what, ' went to: ', agency, ', by ', day, '.'],
  smallRequests: [
    'Some requests ask about a few people. They are counted, but not named here. A list would point to those people.',
  ] as Sentence,
  nothingKnown: ['Nothing is on the record.'] as Sentence,
  ask: 'How to ask what they have about you',
  askSteps: [
    [
      'First get legal help. A lawyer or a free legal aid group can tell you what to ask, and if you should ask at all.',
    ],
    ['You can ask in person. You do not have to write anything down to ask a question.'],
    [
      'Be careful with letters, forms and e-mail. A request that you write may itself be kept, with your name on it.',
    ],
    ['Nobody from this site will ask for your name. There is nothing to fill in here, and nothing to send.'],
  ] as readonly Sentence[],
  contact: (who: Part): Sentence => ['Who answers for the program: ', who, '.'],
  everyPage: (link: Link): Sentence => ['Did you apply? See: ', link],
};
