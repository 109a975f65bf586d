/** What journalists are told in Spanish, and what feeds say. */
import type { press as english } from '../en/press.ts';

export const press: typeof english = {
  name: 'Citar y leer bien',
  heading: 'Cómo citar, y no leer mal',
  lead: [
    'Para periodistas y para quien publique una cifra: qué dice, qué no dice, cómo nombrarla y cuándo llegan las próximas.',
  ],
  read: 'Lo que las cifras no dicen',
  hiddenIsNotZero: [
    'Oculto no es cero. Una cuenta oculta puede ser cero o cualquier otro número. No es el valor más bajo, y no es pequeña con seguridad.',
  ],
  totals: (k) => [
    'Las cuentas visibles de una tabla pueden sumar menos que su total, porque el resto está oculto. El umbral es de ',
    k,
    ' personas.',
  ],
  gaps: ['No disponible tampoco es cero: la oficina no dio ninguna cuenta, y la nota dice por qué.'],
  units: [
    'Tarjetas, solicitudes, citas y personas son cosas distintas. Una persona puede estar detrás de varias.',
  ],
  stocks: [
    'Algunas cifras cuentan lo que ocurrió en un período. Los expedientes conservados son los que hay al final: no se deben sumar entre períodos.',
  ],
  fiscal: ['Un año fiscal no es un año natural. Lleva el año en que termina.'],
  requests: [
    'Una solicitud legal es un acto de una autoridad. El número de solicitudes no es el número de personas por las que preguntan.',
  ],
  causes: [
    'Lo que sigue a un hecho no tiene por qué deberse a él. Los titulares de aquí dicen cuáles son las cifras, nunca por qué.',
  ],
  programs: [
    'Los programas de distintas ciudades cuentan de manera distinta. Compare solo lo que ambos cuentan, en el mismo tiempo.',
  ],
  nameRelease: ['Nombre la publicación: una posterior puede corregir cifras, y así se encuentran las dos.'],
  everyChart: (useFigure) => [
    `Debajo de cada gráfico, «${useFigure}» tiene una frase para citar, la cita con su dirección permanente, los datos y la imagen.`,
  ],
  calendar: 'Calendario de publicaciones',
  schedule: (days, due) => [
    'Una publicación sale a más tardar ',
    days,
    ' días después del fin del trimestre que cierra. La próxima se espera para el ',
    due,
    '.',
  ],
  noSchedule: ['No se ha anunciado ninguna fecha para la próxima publicación.'],
  dictionary: 'Qué se cuenta',
  dictionaryCaption: 'Todo lo que cuenta esta publicación',
  dictionaryColumns: ['Cifra', 'Unidad', 'Se cuenta', 'Desglosada por', 'Todas las celdas'],
  flow: 'durante un período',
  stock: 'al final de un período',
  file: 'archivo CSV',
  columns: (columns) => ['Qué significa cada columna de los archivos: ', columns, '.'],
  feeds: 'Para recibir avisos',
  feed: 'Canal de publicaciones, correcciones y retiradas (Atom)',
  api: 'Todas las celdas para programas (JSON)',
  closes: (month) => `Cifras hasta el final de ${month}.`,
  corrects: 'Corrige cifras de publicaciones anteriores.',
  noContact: ['No se nombra ningún contacto para este programa.'],
};
