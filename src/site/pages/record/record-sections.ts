/** What a first page with a release says besides: figures that others reported, where they lead on, and what happened when. */

import type { Section } from '../../frame/page.ts';
import { pagePath } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';
import { hasFiguresPage } from './figures-page.ts';
import { moreCardsSections } from './more-cards.ts';
import { newerSeries } from './newest.ts';
import { timelineSections } from './on-the-record.ts';
import { seriesBlock } from './series.ts';
import { RECORD_SLUG } from './slug.ts';

export function recordSections(view: ReleaseView): Section[] {
  const { program, messages } = view;
  const newer = newerSeries(view);
  const older = program.series.filter((one) => !newer.includes(one));
  const more = { href: pagePath(view, RECORD_SLUG), label: messages.city.recordMore };
  const record: Section = {
    id: 'record',
    heading: [messages.city.recordName],
    blocks: [{ kind: 'prose', text: [more] }],
  };
  return [
    ...older.map((one): Section => ({ id: one.id, heading: [one.title], blocks: [seriesBlock(view, one)] })),
    ...moreCardsSections(view),
    ...(program.nature === 'real' ? timelineSections(view) : []),
    ...(hasFiguresPage(view) ? [record] : []),
  ];
}
