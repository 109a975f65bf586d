/** In Arabic: what stands with every chart for those who take it elsewhere, and in the files that they take. */
import type { travel as english } from '../en/travel.ts';

export const travel: typeof english = {
  useFigure: 'استخدام هذا الرسم',
  csv: 'أرقام هذا الرسم (CSV)',
  json: 'الأرقام مع المصدر والملاحظات (JSON)',
  svg: 'صورة (SVG)',
  png: 'صورة (PNG)',
  quote: 'للاقتباس',
  citation: 'للاستشهاد',
  quoted: (title, city, program, release) => [
    ...title,
    ' (',
    city,
    '، ',
    program,
    '، الإصدار ',
    release,
    ')',
  ],
  cited: (citation, title, address) => [...citation, ' ', ...title, '. ', address],
  embedLatest: 'تضمين؛ يتبع أحدث إصدار',
  embedFrozen: (release) => `تضمين؛ يبقى على الإصدار ${release}`,
  embedLead:
    'لا يحتوي الرسم المضمّن على برنامج نصي ولا يضع ملفات تعريف ارتباط. يطلبه الإطار من هذا الموقع، فيستطيع من يدير الموقع أن يرى أنه طُلب.',
  figureOnPage: 'هذا الرسم في صفحته، مع جدوله وملفاته',
  ofRelease: (city, program, release) => [city, '، ', program, '، الإصدار ', release, '.'],
  hiddenNote: 'المظلل بخطوط: مخفي لحماية الأشخاص. قد يكون صفرًا أو أي عدد؛ وليس أدنى قيمة.',
  inventedMark: 'رقم مخترع',
};
