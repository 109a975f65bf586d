/** A whole program in a reader's language, and what its file of translations lacks or has too much. */
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { Translations } from '../../program/translation.ts';
import type { SiteProgram } from '../load/site-program.ts';
import { messagesIn } from '../messages/messages.ts';
import { tellProgram } from './program.ts';
import { tellRecord } from './record.ts';
import { tellRelease } from './release.ts';
import { type Told, tellerOf } from './teller.ts';

export interface ToldProgram {
  readonly site: SiteProgram;
  /** What stands in English on the pages of this language. */
  readonly kept: ReadonlySet<string>;
  /** What somebody said, in this language, by the words that were said. */
  readonly senses: ReadonlyMap<string, string>;
}

/** In English too: counts of requests have the site's own words, as everywhere on its pages. Every page asks for it, so it is made once per program and language. */
const made = new WeakMap<SiteProgram, Map<string, ToldProgram>>();

export function tellSite(site: SiteProgram, language: string): ToldProgram {
  const known = made.get(site) ?? new Map<string, ToldProgram>();
  made.set(site, known);
  const found = known.get(language) ?? translate(site, language);
  known.set(language, found);
  return found;
}

function translate(site: SiteProgram, language: string): ToldProgram {
  const { program, told } = tellAll(site, language);
  return { site: program, kept: language === SOURCE_LANGUAGE ? new Set() : told.kept, senses: told.senses };
}

function tellAll(
  site: SiteProgram,
  language: string,
): { readonly program: SiteProgram; readonly told: Told } {
  const messages = messagesIn(language);
  const { tell, told } = tellerOf(site.translations.get(language)?.texts ?? {}, language);
  const program: SiteProgram = {
    ...site,
    program: tellProgram(site.program, messages, tell),
    record: tellRecord(site.record, tell),
    releases: site.releases.map((release) => tellRelease(release, language, messages, tell)),
    recalls: site.recalls.map((recall) => ({ ...recall, why: tell.text(recall.why) })),
  };
  return { program, told };
}

/** Texts that a language's translations lack, and those that nothing on the site says any more. */
export function translationGaps(
  site: SiteProgram,
  language: string,
  { texts }: Translations,
): { readonly missing: readonly string[]; readonly surplus: readonly string[] } {
  const { needed, names } = tellAll(site, language).told;
  const given = Object.keys(texts);
  return {
    missing: [...needed].filter((text) => !Object.hasOwn(texts, text)),
    surplus: given.filter((text) => !needed.has(text) && !names.has(text)),
  };
}
