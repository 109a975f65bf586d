/** What briefings say in Polish. */
import type { briefing as english } from '../en/briefing.ts';

export const briefing: typeof english = {
  name: 'Notatka',
  paper: 'Ta notatka w pliku PDF',
  of: (what) => `${what}: notatka`,
  areas: 'Notatki według rejonów',
  areaLead: (program) => [
    'Na jednej kartce: co policzył program ',
    program,
    ' w jednym rejonie. Ukryta liczba chroni ludzi. Ukryta nie znaczy zero.',
  ],
};
