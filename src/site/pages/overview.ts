/** The first page of a program: with a release by its figures, or by newer ones of others; without one by what is on the record. */
import type { Page } from '../frame/page.ts';
import { type View, withCells } from '../view.ts';
import { newestFinding } from './record/newest.ts';
import { recordOverview } from './record/record-overview.ts';
import { recordSections } from './record/record-sections.ts';
import { overviewHeadline, releaseSections } from './release-overview.ts';

export function overviewPage(view: View): Page {
  const { program, messages } = view;
  const found = withCells(view);
  if (found === undefined) return recordOverview(view);
  const headline = newestFinding(found) ?? overviewHeadline(found);
  return {
    slug: '',
    under: 'overview',
    rank: 'home',
    name: messages.names.overview,
    heading: program.name,
    ...(headline === undefined ? {} : { headline }),
    lead: [program.summary],
    sections: [...releaseSections(found, headline), ...recordSections(found)],
  };
}
