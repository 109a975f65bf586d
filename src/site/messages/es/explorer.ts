/** The explorer in Spanish: its page, and what its form and results say. */
import type { explorer as english } from '../en/explorer.ts';

export const explorer: typeof english = {
  name: 'Explorar las cifras',
  lead: [
    'Elija qué se cuenta, cómo se desglosa y qué períodos. La dirección de esta página guarda su elección, para que pueda enviarla o citarla.',
  ],
  heading: 'Elegir',
  needsScript: [
    'Elegir funciona con JavaScript. Sin él, cada tabla de abajo tiene las mismas cifras en su página y como archivo.',
  ],
  tables: 'Todas las tablas',
  tablesCaption: 'Cada tabla publicada',
  onPage: 'Con su gráfico',
  asFile: 'Como archivo',
  file: 'CSV',
  measure: 'Qué se cuenta',
  breakdown: 'Desglosado por',
  none: 'Nada',
  per: 'Por',
  from: 'Desde',
  to: 'Hasta',
  show: 'Mostrar',
  all: 'Mostrar todo',
  download: 'Descargar estas cifras (CSV)',
  loading: 'Cargando las cifras.',
  failed: 'No se pudieron cargar las cifras. Las tablas de abajo también las tienen.',
  drawnAlone:
    'El gráfico muestra solo {period}; la tabla tiene todos los períodos. Elija menos líneas para verlas en el tiempo.',
};
