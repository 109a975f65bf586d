/** What the page on method says in Polish of what lies beyond the promise. */
import type { beyond as english } from '../en/beyond.ts';

export const beyond: typeof english = {
  insiders: 'Co może wiedzieć ktoś wtajemniczony',
  insidersText: [
    [
      'Ktoś może znać jedną lub dwie osoby stojące za ukrytą liczbą albo być jedną z nich. O tej liczbie nadal nie może stwierdzić, że jest poniżej progu. Ale to, co wie, może zdradzić inną ukrytą liczbę.',
    ],
    [
      'Dlatego mierzymy to, wyłącznie na podstawie opublikowanych plików: wtajemniczonego umieszcza się kolejno przy każdej ukrytej liczbie, przy wszystkich albo przy próbie wylosowanej według ich nazw, i atak zaczyna się od nowa z jego wiedzą.',
    ],
  ],
  insidersCaption: 'Przy ilu ukrytych liczbach tego wydania wtajemniczony mógłby poznać inną',
  insidersColumns: [
    'Co wie wtajemniczony',
    'Liczby z takim wtajemniczonym',
    'O innej wiadomo, że jest poniżej progu',
    'Inna znana dokładnie',
  ],
  insiderKnows: (people, alone) => {
    if (people === 1) return alone ? 'Jedną osobę, i że nie ma nikogo więcej' : 'Jedną z osób';
    return alone ? 'Dwie osoby, i że nie ma nikogo więcej' : 'Dwie z osób';
  },
};
