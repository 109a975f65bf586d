/** The front page: the real programs first and side by side, the demonstration apart. */
import { messagesIn } from '../messages/messages.ts';
import type { Section, Stat } from '../page.ts';
import { programPath } from '../routes.ts';
import type { Sentence } from '../sentence.ts';
import type { SiteProgram } from '../site-program.ts';
import { type View, viewOf, withCells } from '../view.ts';
import { comparisonSections } from './comparison.ts';
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
  /** What compares between the real programs, and what does not. */
  readonly comparison: readonly Section[];
}

export function frontPage(programs: readonly SiteProgram[], language: string): FrontPage {
  const messages = messagesIn(language);
  const views = programs
    .filter(({ program }) => program.languages.includes(language))
    .map((site) => viewOf(site, language));
  const real = views.filter(({ program }) => program.nature === 'real');
  const invented = views.filter(({ program }) => program.nature === 'invented');
  return {
    heading: messages.frame.siteName,
    lead: [messages.frame.siteLead],
    real: real.map(programCard),
    invented: invented.map(programCard),
    comparison: comparisonSections(real, messages),
  };
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
    state:
      release === null ? [messages.frame.recordOnly] : messages.frame.released({ release: release.release }),
    stats: found === undefined ? recordStats(view) : headlineStats(found).slice(0, 3),
  };
}
