/** What "Co miasto ma na Państwa temat" says to residents. */
import type { resident as english } from '../en/resident.ts';

export const resident: typeof english = {
  handedOver: 'Co wydano',
  handedOverLead: [
    'Oto co powiedziano i zrobiono, w kolejności. Dwa urzędy mogą mówić dwie różne rzeczy. Obie są tutaj.',
  ],
  left: (what, agency, day) => [what, '; komu: ', agency, '; najpóźniej: ', day, '.'],
  smallRequests: [
    'Niektóre żądania dotyczą kilku osób. Liczymy je, ale nie wymieniamy ich tutaj. Lista wskazałaby te osoby.',
  ],
  nothingKnown: ['Niczego nie opublikowano.'],
  ask: 'Jak zapytać, co mają na Państwa temat',
  askSteps: [
    [
      'Najpierw proszę zwrócić się o pomoc prawną. Prawnik lub organizacja bezpłatnej pomocy prawnej powie, o co pytać i czy w ogóle pytać.',
    ],
    ['Można zapytać osobiście. Aby zadać pytanie, nie trzeba niczego pisać.'],
    [
      'Proszę uważać na listy, formularze i e-maile. Napisana prośba sama może zostać zachowana, z Państwa nazwiskiem.',
    ],
    ['Nikt z tego serwisu nie zapyta o Państwa nazwisko. Nie ma tu nic do wypełnienia ani do wysłania.'],
  ],
  contact: (who) => ['Za program odpowiada: ', who, '.'],
  everyPage: (link) => ['Składali Państwo wniosek? Zobacz: ', link],
};
