/** What the page with every page and table says in Spanish. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  name: 'Buscar',
  heading: 'Búsqueda',
  lead: [
    'Todas las páginas con sus partes, y todas las tablas, cuentas, zonas, solicitudes, publicaciones y archivos. Un código se encuentra también sin sus guiones y en minúsculas.',
  ],
  label: 'Palabras que se buscan',
  tables: 'Tablas',
  found: 'Entradas encontradas: {count}',
  nothing: 'No se encontró nada. Con menos palabras, o más cortas, se encuentra más.',
  meanings:
    'ice: inmigracion, immigration; subpoena: requerimiento, citacion; warrant: orden; migra: inmigracion, immigration; datos: registros, expedientes, cifras',
};
