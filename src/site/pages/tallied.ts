/** The pages that show a release's tables: how people applied, cards, areas. */

import { readableTable } from '../blocks/readable-table.ts';
import { gridOf } from '../blocks/table-grid.ts';
import { type Finding, takenBy } from '../findings/finding.ts';
import { changeFinding } from '../findings/forms.ts';
import { tableFindings } from '../findings/of-table.ts';
import { longestLevel } from '../findings/periods.ts';
import type { Page } from '../frame/page.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { areaLinks } from './briefing.ts';
import { refusalSections } from './docket/refusals.ts';
import { type TablePage, tableSections, tablesOf } from './tables.ts';

type TalliedPage = Extract<TablePage, 'applications' | 'cards' | 'areas'>;

/** Undefined where the release has no table for it. */
export function talliedPage(view: View, slug: TalliedPage): Page | undefined {
  const withRelease = withCells(view);
  if (withRelease === undefined) return undefined;
  const headline = headlineOf(withRelease, slug);
  const sections = tableSections(withRelease, slug, takenBy(headline === undefined ? [] : [headline]));
  if (sections.length === 0) return undefined;
  const name = view.messages.names[slug];
  const links = slug === 'areas' ? areaLinks(withRelease) : [];
  return {
    slug,
    under: 'served',
    name,
    heading: name,
    ...(headline === undefined ? {} : { headline }),
    lead: leadOf(withRelease, slug),
    sections: [...sections, ...(slug === 'applications' ? refusalSections(withRelease) : []), ...links],
  };
}

/** What changed in total; of areas what their first table shows. Undefined where neither claims anything. */
function headlineOf(view: ReleaseView, slug: TalliedPage): Finding | undefined {
  const [first] = tablesOf(view, slug);
  if (first === undefined) return undefined;
  const { measures } = view.release.declaration;
  const measure = measures.find(({ id }) => id === (slug === 'applications' ? slug : first.measure));
  const level = measure && longestLevel(view, measure);
  if (slug !== 'areas') return measure && level ? changeFinding(view, measure, level) : undefined;
  const readable = readableTable(view, first);
  const found = readable && tableFindings(view, gridOf(view, readable))[0];
  return found?.claim == null ? undefined : found;
}

function leadOf({ messages }: ReleaseView, slug: TalliedPage) {
  switch (slug) {
    case 'applications':
      return [messages.record.applicationsLead];
    case 'cards':
      return [messages.record.cardsLead];
    case 'areas':
      return [messages.record.areasLead, ' ', messages.served.noResidents];
  }
}
