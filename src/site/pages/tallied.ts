/** The pages that show a release's tables: how people applied, cards, areas. */
import type { Page } from '../page.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { areaLinks } from './briefing.ts';
import { type TablePage, tableSections } from './tables.ts';

type TalliedPage = Extract<TablePage, 'applications' | 'cards' | 'areas'>;

/** Undefined where the release has no table for it. */
export function talliedPage(view: View, slug: TalliedPage): Page | undefined {
  const withRelease = withCells(view);
  const sections = withRelease === undefined ? [] : tableSections(withRelease, slug);
  if (withRelease === undefined || sections.length === 0) return undefined;
  const name = view.messages.names[slug];
  const links = slug === 'areas' ? areaLinks(withRelease) : [];
  return {
    slug,
    under: 'served',
    name,
    heading: name,
    lead: leadOf(withRelease, slug),
    sections: [...sections, ...links],
  };
}

function leadOf({ messages }: ReleaseView, slug: TalliedPage) {
  switch (slug) {
    case 'applications':
      return [messages.record.applicationsLead];
    case 'cards':
      return [messages.record.cardsLead];
    case 'areas':
      return [messages.record.areasLead];
  }
}
