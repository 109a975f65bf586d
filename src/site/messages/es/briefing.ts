/** What briefings say in Spanish. */
import type { briefing as english } from '../en/briefing.ts';

export const briefing: typeof english = {
  name: 'Informe breve',
  paper: 'Este informe breve en un archivo PDF',
  of: (what) => `${what}: informe breve`,
  areas: 'Informes por zona',
  areaLead: (program) => [
    'En una hoja: lo que ',
    program,
    ' contó en una zona. Un número oculto protege a personas. Oculto no quiere decir cero.',
  ],
};
