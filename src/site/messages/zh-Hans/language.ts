/**
 * Simplified Chinese; formal (您).
 *
 *   card              卡                       release           发布版
 *   application       申请                     cell              单元格
 *   records held      留存的档案               hidden to …       为保护个人而隐藏
 *   request           调取要求                 docket, register  要求登记册
 *   subpoena          传票                     on the record     他人公布的
 *   way of applying   申请方式                 to date           截至目前
 *   certificate       证明                     threshold         门槛
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
  code: 'zh-Hans',
  name: '简体中文',
  direction: 'ltr',
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
