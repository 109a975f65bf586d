/** Lo que dicen las páginas en español sobre cuándo se destruyen los registros. */
import type { destruction as english } from '../en/destruction.ts';
import { plural } from '../plural.ts';

export const destruction: typeof english = {
  heading: 'Cuándo se destruyen los registros',
  lead: [
    'Cuántos registros existen todavía al final de cada año, solo a partir de las cuentas publicadas y de las reglas de abajo. Las otras reglas son supuestos para las mismas personas: nadie las ha decidido. Un extremo rayado significa que una cuenta está oculta, de modo que solo se conoce un intervalo.',
  ],
  title: 'Registros que existen todavía al final de cada año',
  unit: 'Registros de solicitudes',
  today: 'Con las reglas de hoy',
  endOf: 'Final de',
  to: 'a',
  orMore: 'o más',
  none: 'ningún registro',
  neverGone: (count) => ['Con las reglas de hoy algunos no se destruyen nunca: ', ...count, '.'],
  groupsCaption: 'Cuándo se destruyen los registros de quién',
  who: 'De quién',
  when: 'Se destruyen',
  saysWho: 'Según',
  noRule: 'La regla no consta',
  afterExpiry: (years) => [
    years,
    plural('es', years, {
      one: ' año después de que caduque la tarjeta',
      other: ' años después de que caduque la tarjeta',
    }),
  ],
  afterDecision: (years) => [
    years,
    plural('es', years, { one: ' año después de la decisión', other: ' años después de la decisión' }),
  ],
  validityCaption: 'Cuánto tiempo es válida una tarjeta',
  age: 'Edad',
  validFor: 'Válida durante',
  years: (years) => [years, plural('es', years, { one: ' año', other: ' años' })],
  withoutEnd: 'Sin límite',
};
