/** The smallest words of every page in Spanish. */
import type { words as english } from '../en/words.ts';

export const words: typeof english = {
  marks: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.', next: '. ', open: ' (', close: ')' },
  qualifiers: {
    '': '',
    exact: 'exactamente',
    about: 'alrededor de',
    'more than': 'más de',
    'fewer than': 'menos de',
    rounded: 'redondeado',
  },
  withUnit: (figure, unit) => [...figure, ' ', unit],
  fiscalYear: (year) => `Año fiscal ${year}`,
  periodRange: (from, to) => `${from} a ${to}`,
  notGiven: 'No disponible: la oficina no dio ninguna cuenta para esta celda',
  notOpenYet: 'Nadie podía solicitarla aún por esta vía',
  noRecordsKept: 'No se guarda nada de quienes la solicitan por esta vía',
};
