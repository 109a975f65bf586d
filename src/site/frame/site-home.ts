/**
 * Where the site begins and by which name: one of several programs at the page that compares them, one of a single program at that
 * program, by the name, the sign and the colour that the city gave it.
 */
import type { Look } from '../../program/look.ts';
import type { SiteProgram } from '../load/site-program.ts';
import { messagesIn } from '../messages/messages.ts';
import { frontPath, logoPath, lookPath, programHome } from '../routes.ts';

/** The name of the drawing beside `program.json`. */
export const LOGO = 'logo.svg';

export interface SiteHome {
  readonly siteName: string;
  readonly href: string;
  /** What leads there. */
  readonly label: string;
  /** Address of the city's sign. */
  readonly logo: string | undefined;
  /** Address of the style sheet with the city's colour. */
  readonly sheet: string | undefined;
}

export function siteHome(programs: readonly SiteProgram[], language: string): SiteHome {
  const { frame } = messagesIn(language);
  const own = programs.find(({ isAlone }) => isAlone === true);
  if (own === undefined)
    return {
      siteName: frame.siteName,
      href: frontPath(language),
      label: frame.programs,
      logo: undefined,
      sheet: undefined,
    };
  const { id, look } = own.program;
  return {
    siteName: siteNameOf(own, frame.siteName),
    href: programHome(language, id),
    label: own.program.name,
    logo: look?.logo === true ? logoPath(id) : undefined,
    sheet: look?.colour === undefined ? undefined : lookPath(id),
  };
}

/** The name of the site that a program stands in; `other` is that of a site of several. */
export function siteNameOf({ isAlone, program }: SiteProgram, other: string): string {
  return (isAlone === true ? program.look?.name : undefined) ?? other;
}

/** The city's colour, over that of the style sheet. */
export function lookSheet(colour: NonNullable<Look['colour']>): string {
  const rule = (value: string) => `html:root{--link:${value};--brand:${value}}`;
  return `${rule(colour.day)}@media (prefers-color-scheme:dark){${rule(colour.night)}}\n`;
}
