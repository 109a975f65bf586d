/**
 * Arabic (Modern Standard); formal, and without verbs that would address a man or a woman where they can be left out.
 * Digits are Latin: see `src/model/locale.ts`.
 *
 *   card              بطاقة                release           إصدار
 *   application       طلب بطاقة            cell              خانة
 *   records held      السجلات المحفوظة     hidden to …       مخفي لحماية الأشخاص
 *   request           مطالبة               docket, register  سجل المطالبات
 *   subpoena          أمر استدعاء          on the record     منشور من آخرين
 *   way of applying   طريقة التقديم        to date           حتى الآن
 *   certificate       شهادة                threshold         الحد الأدنى
 */
import type { Language } from '../language.ts';
import { about } from './about.ts';
import { attackPage } from './attack-page.ts';
import { beyond } from './beyond.ts';
import { briefing } from './briefing.ts';
import { destruction } from './destruction.ts';
import { docket } from './docket.ts';
import { example } from './example.ts';
import { explorer } from './explorer.ts';
import { findings } from './findings.ts';
import { frame } from './frame.ts';
import { papers } from './papers.ts';
import { press } from './press.ts';
import { record } from './record.ts';
import { resident } from './resident.ts';
import { search } from './search.ts';
import { tables } from './tables.ts';
import { words } from './words.ts';

export const language: Language = {
  code: 'ar',
  name: 'العربية',
  direction: 'rtl',
  reviewedBy: null,
  messages: {
    ...frame,
    ...words,
    ...tables,
    ...record,
    ...papers,
    ...about,
    ...beyond,
    attackPage,
    briefing,
    destruction,
    docket,
    example,
    explorer,
    findings,
    press,
    resident,
    search,
  },
};
