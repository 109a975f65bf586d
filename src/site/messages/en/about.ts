/** What the page on translations says in English, and the name of the page on design. */
import type { Sentence } from '../../sentence.ts';

export const about = {
  design: 'Design of these pages (in English)',
  translationHeading: 'About the translations',
  translationLead: [
    'These pages are written in English and translated. Figures are the same in every language, and so are the words that somebody said: those are not translated.',
  ] as Sentence,
  translationState: 'Who checked them',
  sourceLanguage: 'the original',
  checkedBy: (who: string): string => `checked by: ${who}`,
  unchecked: 'a draft that nobody has checked yet',
  residentsFirst: [
    'Where nobody has checked a translation, what residents must be able to rely on stands in English beside it.',
  ] as Sentence,
  correct: 'How to correct one',
  correctSteps: [
    ['Write down what is wrong, what it should say, and on which page.'],
    [
      'Tell whoever answers for the program. Where there is a contact, it stands at the end of the program’s pages.',
    ],
    [
      'Or correct it yourself. The texts of the site lie in the folder src/site/messages, those of a program beside its papers in the folder translations. The paper docs/languages.md says how.',
    ],
  ] as readonly Sentence[],
};
