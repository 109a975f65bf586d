/** The front page: the real programs first, the demonstration apart. */

import { messagesIn } from '../messages/messages.ts';
import type { Stat } from '../page.ts';
import { programPath } from '../routes.ts';
import type { Sentence } from '../sentence.ts';
import { type SiteProgram, type View, viewOf, withCells } from '../view.ts';
import { headlineStats, recordStats } from './overview.ts';

export interface ProgramCard {
  readonly href: string;
  readonly name: string;
  readonly city: string;
  readonly summary: string;
  readonly standing: string;
  readonly state: Sentence;
  readonly stats: readonly Stat[];
}

export interface FrontPage {
  readonly heading: string;
  readonly lead: Sentence;
  readonly real: readonly ProgramCard[];
  readonly invented: readonly ProgramCard[];
}

export function frontPage(programs: readonly SiteProgram[], language: string): FrontPage {
  const { siteName, siteLead } = messagesIn(language);
  const written = programs.filter(({ program }) => program.languages.includes(language));
  const cardsOf = (nature: 'real' | 'invented') =>
    written
      .filter(({ program }) => program.nature === nature)
      .map((site) => programCard(viewOf(site, language)));
  return { heading: siteName, lead: siteLead, real: cardsOf('real'), invented: cardsOf('invented') };
}

function programCard(view: View): ProgramCard {
  const { program, messages, release } = view;
  const found = withCells(view);
  return {
    href: programPath(view),
    name: program.name,
    city: program.city,
    summary: program.summary,
    standing: program.standing,
    state: release === null ? messages.recordOnly : messages.released(release.release),
    stats: found === undefined ? recordStats(view) : headlineStats(found).slice(0, 3),
  };
}
