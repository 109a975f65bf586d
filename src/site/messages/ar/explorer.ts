/** The explorer in Arabic: its page, and what its form and results say. */
import type { explorer as english } from '../en/explorer.ts';

export const explorer: typeof english = {
  name: 'استكشاف الأرقام',
  lead: ['اختر ما يُعدّ وكيف يُقسَّم والفترات. يحفظ عنوان هذه الصفحة اختيارك لترسله أو تستشهد به.'],
  heading: 'الاختيار',
  needsScript: [
    'يحتاج الاختيار إلى JavaScript. ومن دونه تجد في كل جدول أدناه الأرقام نفسها في صفحته وفي ملفه.',
  ],
  tables: 'كل الجداول',
  tablesCaption: 'كل جدول منشور',
  onPage: 'مع الرسم',
  asFile: 'كملف',
  file: 'CSV',
  measure: 'ما يُعدّ',
  breakdown: 'مقسَّم حسب',
  none: 'بلا تقسيم',
  per: 'حسب',
  from: 'من',
  to: 'إلى',
  show: 'إظهار',
  all: 'إظهار الكل',
  download: 'تنزيل هذه الأرقام (CSV)',
  loading: 'جارٍ تحميل الأرقام.',
  failed: 'تعذّر تحميل الأرقام. تجدها أيضًا في الجداول أدناه.',
  drawnAlone:
    'يعرض الرسم فترة واحدة فقط ({period})، ويضم الجدول كل الفترات. اختر خطوطًا أقل لترى التغيّر عبر الزمن.',
};
