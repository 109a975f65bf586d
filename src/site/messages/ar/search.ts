/** What the page with every page and table says in Arabic. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  name: 'البحث',
  heading: 'كلمات البحث',
  lead: [
    'كل الصفحات بأجزائها، وكل الجداول والأعداد والمناطق والطلبات والإصدارات والملفات. ويُعثر على الرمز أيضًا من دون شرطات وبأحرف صغيرة.',
  ],
  label: 'الكلمات المطلوبة',
  tables: 'الجداول',
  found: 'المداخل التي عُثر عليها: {count}',
  nothing: 'لم يُعثر على شيء. كلمات أقل أو أقصر تعطي نتائج أكثر.',
  meanings: 'ice: الهجرة, immigration; subpoena: استدعاء, امر',
};
