/** What the page on translations says in Polish. */
import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  design: 'Projekt graficzny tych stron (po angielsku)',
  translationHeading: 'O tłumaczeniach',
  translationLead: [
    'Te strony powstają po angielsku i są tłumaczone. Liczby są takie same w każdym języku, podobnie słowa, które ktoś wypowiedział: tych się nie tłumaczy.',
  ],
  translationState: 'Kto je sprawdził',
  sourceLanguage: 'oryginał',
  checkedBy: (who) => `sprawdzenie: ${who}`,
  unchecked: 'szkic, którego nikt jeszcze nie sprawdził',
  residentsFirst: [
    'Tam, gdzie nikt nie sprawdził tłumaczenia, obok stoi po angielsku to, na czym mieszkańcy muszą móc polegać.',
  ],
  correct: 'Jak poprawić tłumaczenie',
  correctSteps: [
    ['Proszę zapisać, co jest błędne, jak powinno brzmieć i na której stronie.'],
    [
      'Proszę powiadomić osobę, która odpowiada za program. Jeśli podano kontakt, jest na końcu stron programu.',
    ],
    [
      'Można też poprawić samodzielnie. Teksty serwisu są w folderze src/site/messages, teksty programu obok jego dokumentów w folderze translations. Dokument docs/languages.md wyjaśnia, jak to zrobić.',
    ],
  ],
};
