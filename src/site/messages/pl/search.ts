/** What the page with every page and table says in Polish. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  name: 'Szukaj',
  heading: 'Wyszukiwanie',
  lead: [
    'Wszystkie strony z ich częściami oraz wszystkie tabele, liczby, rejony, żądania, wydania i pliki. Kod można wpisać też bez łączników i małymi literami.',
  ],
  label: 'Szukane słowa',
  tables: 'Tabele',
  found: 'Znalezione pozycje: {count}',
  nothing: 'Niczego nie znaleziono. Mniej słów lub krótsze słowa znajdą więcej.',
  meanings:
    'ice: imigracyjn, immigration; subpoena: wezwanie; nakaz: nakaz, postanowienie; dane: dane, akta, liczby',
};
