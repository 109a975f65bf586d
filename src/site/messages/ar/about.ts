/** What the page on translations says in Arabic. */
import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  design: 'تصميم هذه الصفحات (بالإنجليزية)',
  translationHeading: 'عن الترجمات',
  translationLead: [
    'تُكتب هذه الصفحات بالإنجليزية ثم تُترجم. الأرقام واحدة في كل اللغات، وكذلك ما قاله أحد: فهذا لا يُترجم.',
  ],
  translationState: 'من راجعها',
  sourceLanguage: 'الأصل',
  checkedBy: (who) => `راجعها: ${who}`,
  unchecked: 'مسودة لم يراجعها أحد بعد',
  residentsFirst: [
    'حيث لم يراجع أحد الترجمة، يرد بجانبها بالإنجليزية ما يجب أن يتمكن السكان من الاعتماد عليه.',
  ],
  correct: 'كيفية تصحيح ترجمة',
  correctSteps: [
    ['يُرجى تدوين الخطأ، والصيغة الصحيحة، والصفحة التي ورد فيها.'],
    ['يُرجى إبلاغ الجهة المسؤولة عن البرنامج. إذا وُجدت جهة اتصال فهي مذكورة في آخر صفحات البرنامج.'],
    [
      'ويمكن أيضًا التصحيح مباشرة: نصوص الموقع في المجلد src/site/messages، ونصوص البرنامج بجانب أوراقه في المجلد translations. وتشرح الوثيقة docs/languages.md الطريقة.',
    ],
  ],
};
