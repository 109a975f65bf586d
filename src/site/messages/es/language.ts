/**
 * Spanish, as the United States read it; formal (usted).
 *
 *   card              tarjeta                    release           publicación
 *   program           programa                   cell              celda
 *   records held      expedientes conservados    hidden to …       oculto para proteger a las personas
 *   request           solicitud                  docket, register  registro de solicitudes
 *   subpoena          citación (subpoena)        on the record     publicado por otros
 *   way of applying   forma de solicitar         to date           hasta la fecha
 *   certificate       certificado                threshold         umbral
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
  code: 'es',
  name: 'Español',
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
