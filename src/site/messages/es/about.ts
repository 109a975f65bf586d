/** What the page on translations says in Spanish. */
import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  design: 'Diseño de estas páginas (en inglés)',
  translationHeading: 'Acerca de las traducciones',
  translationLead: [
    'Estas páginas se escriben en inglés y se traducen. Las cifras son las mismas en todos los idiomas, y también las palabras que alguien dijo: esas no se traducen.',
  ],
  translationState: 'Quién las revisó',
  sourceLanguage: 'el original',
  checkedBy: (who) => `revisado por: ${who}`,
  unchecked: 'un borrador que nadie ha revisado todavía',
  residentsFirst: [
    'Donde nadie ha revisado una traducción, lo que los residentes deben poder dar por cierto figura al lado en inglés.',
  ],
  correct: 'Cómo corregir una traducción',
  correctSteps: [
    ['Anote qué está mal, qué debería decir y en qué página.'],
    [
      'Avise a quien responde por el programa. Si hay un contacto, figura al final de las páginas del programa.',
    ],
    [
      'O corríjala usted. Los textos del sitio están en la carpeta src/site/messages; los de un programa, junto a sus papeles, en la carpeta translations. El documento docs/languages.md explica cómo.',
    ],
  ],
};
