/**
 * Everything that pages say in English, the language in which they are written. Sentences with figures are functions
 * of figures and of labels; no number is written here, so that the gate finds an origin for every one that a page
 * prints. The type of this object is that of every other language.
 */

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

export const messages = {
  ...frame,
  ...words,
  ...tables,
  ...record,
  ...papers,
  ...beyond,
  ...about,
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
};
