/** What journalists are told in Polish, and what feeds say. */
import type { press as english } from '../en/press.ts';

export const press: typeof english = {
  name: 'Jak cytować i czytać',
  heading: 'Jak cytować i nie odczytać źle',
  lead: [
    'Dla dziennikarzy i każdego, kto publikuje liczbę: co ona mówi, czego nie mówi, jak ją podać i kiedy pojawią się następne.',
  ],
  read: 'Czego liczby nie mówią',
  hiddenIsNotZero: [
    'Ukryte to nie zero. Ukryta liczba może wynosić zero albo dowolnie wiele. Nie jest to wartość najniższa i nie musi być mała.',
  ],
  totals: (k) => [
    'Pokazane liczby tabeli mogą dawać mniej niż jej suma, bo reszta jest ukryta. Próg to liczba osób: ',
    k,
    '.',
  ],
  gaps: ['Niedostępne to też nie zero: urząd nie podał liczby, a uwaga mówi dlaczego.'],
  units: [
    'Karty, wnioski, umówione wizyty i osoby to różne rzeczy. Za kilkoma z nich może stać jedna osoba.',
  ],
  stocks: [
    'Niektóre liczby mówią, co wydarzyło się w danym okresie. Przechowywane akta to stan na jego koniec: nigdy nie wolno ich dodawać przez okresy.',
  ],
  fiscal: ['Rok budżetowy to nie rok kalendarzowy. Nosi numer roku, w którym się kończy.'],
  requests: ['Żądanie jest aktem organu. Liczba żądań nie jest liczbą osób, których dotyczą.'],
  causes: [
    'To, co następuje po zdarzeniu, nie musi z niego wynikać. Nagłówki mówią tu, jakie są liczby, nigdy dlaczego.',
  ],
  programs: [
    'Programy różnych miast liczą różnie. Porównywać można tylko to, co liczą oba, w tym samym czasie.',
  ],
  nameRelease: ['Proszę podać wydanie: późniejsze może poprawiać liczby, a wtedy można znaleźć oba.'],
  everyChart: (useFigure) => [
    `Pod każdym wykresem „${useFigure}” zawiera zdanie do cytowania, opis źródła ze stałym adresem, dane i obraz.`,
  ],
  calendar: 'Kalendarz wydań',
  schedule: (days, due) => [
    'Liczba dni od końca zamkniętego kwartału do wydania: najwyżej ',
    days,
    '. Termin następnego: ',
    due,
    '.',
  ],
  noSchedule: ['Nie ogłoszono terminu następnego wydania.'],
  dictionary: 'Co jest liczone',
  dictionaryCaption: 'Wszystko, co liczy to wydanie',
  dictionaryColumns: ['Liczba', 'Jednostka', 'Liczone', 'W podziale na', 'Wszystkie komórki'],
  flow: 'w ciągu okresu',
  stock: 'na koniec okresu',
  file: 'plik CSV',
  columns: (columns) => ['Co znaczy każda kolumna plików: ', columns, '.'],
  feeds: 'Powiadomienia',
  feed: 'Kanał wydań, poprawek i wycofań (Atom)',
  api: 'Wszystkie komórki dla programów (JSON)',
  closes: (month) => `Liczby do końca okresu: ${month}.`,
  corrects: 'Poprawia liczby z wcześniejszych wydań.',
  noContact: ['Dla tego programu nie podano kontaktu.'],
};
