/** What briefings say in Arabic. */
import type { briefing as english } from '../en/briefing.ts';

export const briefing: typeof english = {
  name: 'موجز',
  paper: 'هذا الموجز في ملف PDF',
  of: (what) => `${what}: موجز`,
  areas: 'موجزات المناطق',
  areaLead: (program) => [
    'في ورقة واحدة: ما أحصاه برنامج ',
    program,
    ' في منطقة واحدة. العدد المخفي يحمي أشخاصًا. المخفي لا يعني صفرًا.',
  ],
};
