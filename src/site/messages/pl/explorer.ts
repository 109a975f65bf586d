/** The explorer in Polish: its page, and what its form and results say. */
import type { explorer as english } from '../en/explorer.ts';

export const explorer: typeof english = {
  name: 'Przeglądaj dane',
  lead: [
    'Wybierz, co jest liczone, w jakim podziale i za jakie okresy. Adres tej strony zachowuje wybór, więc można go wysłać lub zacytować.',
  ],
  heading: 'Wybór',
  needsScript: [
    'Wybieranie działa z JavaScriptem. Bez niego każda tabela poniżej ma te same liczby na swojej stronie i w pliku.',
  ],
  tables: 'Wszystkie tabele',
  tablesCaption: 'Każda opublikowana tabela',
  onPage: 'Z wykresem',
  asFile: 'Jako plik',
  file: 'CSV',
  measure: 'Co jest liczone',
  breakdown: 'W podziale na',
  none: 'Bez podziału',
  per: 'Okres',
  from: 'Od',
  to: 'Do',
  show: 'Pokaż',
  all: 'Pokaż wszystko',
  download: 'Pobierz te liczby (CSV)',
  loading: 'Wczytywanie liczb.',
  failed: 'Nie udało się wczytać liczb. Są też w tabelach poniżej.',
  drawnAlone:
    'Wykres pokazuje tylko jeden okres ({period}); tabela ma wszystkie. Wybierz mniej linii, aby zobaczyć zmiany w czasie.',
};
