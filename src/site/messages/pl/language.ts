/**
 * Polish; formal (Państwo). Labels of programs and periods stand in the nominative, after a colon or a comma.
 *
 *   card              karta                      release           wydanie
 *   application       wniosek                    cell              komórka
 *   records held      przechowywane akta         hidden to …       ukryte dla ochrony osób
 *   request           żądanie                    docket, register  rejestr żądań
 *   subpoena          wezwanie (subpoena)        on the record     opublikowane przez innych
 *   way of applying   sposób składania wniosku   to date           do tej pory
 *   certificate       zaświadczenie              threshold         próg
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
  code: 'pl',
  name: 'Polski',
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
