/**
 * What the files for catalogs and programs are made from: the papers and the sealed releases of every program, and where the
 * site stands. Whatever is made here is made of these alone, by the build and again by the gate.
 */
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import type { SiteAddress } from '../formats/site/site-address.ts';
import type { Program } from '../program/program.ts';
import type { PublicationDays } from '../release/days.ts';
import type { SealedRelease } from '../release/release.ts';

export interface CatalogProgram {
  readonly program: Program;
  /** Oldest first, without those that were recalled. */
  readonly releases: readonly SealedRelease[];
  /** Names of the files of the record. */
  readonly record: readonly string[];
  readonly days: PublicationDays;
}

export interface Catalog {
  /** Undefined where the build does not know it: then addresses are paths from the root of the host. */
  readonly site: SiteAddress | undefined;
  /** In order of their ids. */
  readonly programs: readonly CatalogProgram[];
}

/** The address of a page or file of the site, by its path in it. */
export function addressIn({ site }: Catalog, place: string): string {
  return site === undefined ? `/${place}` : site.origin + site.base + place;
}

/** The language of pages for whoever reads English files: English where the program is told in it. */
export function pagesLanguage({ languages }: Program): string {
  const [first = SOURCE_LANGUAGE] = languages;
  return languages.includes(SOURCE_LANGUAGE) ? SOURCE_LANGUAGE : first;
}

/** Whether there is a zip of everything, and so anything to catalog. */
export function hasFiles({ releases, record }: CatalogProgram): boolean {
  return releases.length + record.length > 0;
}

/** Found by whoever looks for invented data, and for nothing else. */
export const SYNTHETIC = 'synthetic data';

/** What stands before the title of whatever is invented. */
const INVENTED = 'Invented figures: ';

export function marked(text: string, { nature }: Program): string {
  return nature === 'invented' ? INVENTED + text : text;
}

const SITE_NAME = 'Daylight';

/** A city's own site has the name that the city gave it. */
export function siteNameOf({ programs }: Catalog): string {
  const [first] = programs;
  return (programs.length === 1 ? first?.program.look?.name : undefined) ?? SITE_NAME;
}

/** Whose word it is: the office that signs or answers for it, the city that counted; or the site, where it was read from what others published. */
export function authorOf({ signers, contact, tallies, city }: Program, siteName: string): string {
  const office = signers.find(({ as }) => as === 'office')?.name ?? contact?.name;
  return office ?? (tallies === 'confidential' ? city : siteName);
}

/** Undefined where it is invented: nobody publishes that. */
export function publisherOf(catalog: Catalog, program: Program): string | undefined {
  return program.nature === 'invented' ? undefined : authorOf(program, siteNameOf(catalog));
}

/** Words by which a dataset is found. */
export function keywordsOf({ program, releases }: CatalogProgram): string[] {
  const measures = releases.at(-1)?.declaration.measures.map(({ label }) => label) ?? [];
  const words = [program.name, program.city, 'municipal ID', 'transparency', 'legal requests', ...measures];
  return [...new Set([...(program.nature === 'invented' ? [SYNTHETIC, 'invented'] : []), ...words])];
}
