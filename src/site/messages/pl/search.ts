/** What the page with every page and table says in Polish. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  name: 'Szukaj',
  heading: 'Wyszukiwanie',
  lead: ['Wszystkie strony z ich częściami i wszystkie tabele.'],
  label: 'Szukane słowa',
  tablesOf: (program) => `Tabele: ${program}`,
  found: 'Znalezione pozycje: {count}',
  nothing: 'Niczego nie znaleziono. Mniej słów lub krótsze słowa znajdą więcej.',
};
