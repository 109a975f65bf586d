/** What others reported of a program, on a page of its own: every figure at an address that stays, then when and by whom. */

import type { RecordedFigure } from '../../../record/record.ts';
import { TOPICS } from '../../../record/record.ts';
import { factOf } from '../../figures/fact.ts';
import { citedSource, periodSentence, qualifiedFigure } from '../../figures/record-sentence.ts';
import { citeFigure } from '../../frame/citation.ts';
import type { Page, RecordedProps, Section } from '../../frame/page.ts';
import { latestPath } from '../../routes.ts';
import type { View } from '../../view.ts';
import { keptShareOf, shareRecorded } from '../kept/kept-share.ts';
import { cardsUntil } from './cards-until.ts';
import { sourceSections, timelineSections } from './on-the-record.ts';
import { RECORD_SLUG } from './slug.ts';

export function hasFiguresPage({ record }: View): boolean {
  return record.figures.length > 0 || record.timeline.length > 0;
}

/** Undefined where nothing is on the record. */
export function figuresPage(view: View): Page | undefined {
  if (!hasFiguresPage(view)) return undefined;
  const { messages, record } = view;
  const share = keptShareOf(view);
  const topics = TOPICS.flatMap((topic): Section[] => {
    const figures = record.figures.filter((figure) => figure.topic === topic);
    if (figures.length === 0) return [];
    const own = share?.kept.topic === topic ? [shareRecorded(view, share)] : [];
    return [
      {
        id: `topic-${topic}`,
        heading: [messages.city.topics[topic]],
        blocks: [
          { kind: 'recorded', figures: [...own, ...figures.map((figure) => recorded(view, figure))] },
          ...(topic === 'cards' ? cardsUntil(view) : []),
        ],
      },
    ];
  });
  return {
    slug: RECORD_SLUG,
    under: 'data',
    name: messages.city.recordName,
    heading: messages.city.recordName,
    lead: [messages.city.recordLead],
    sections: [...topics, ...timelineSections(view), ...sourceSections(view)],
  };
}

/** Where a figure stands for good, whatever release is the latest. */
function figureAddress(view: View, id: string): string {
  return `${latestPath(view, RECORD_SLUG)}#${id}`;
}

function recorded(view: View, figure: RecordedFigure): RecordedProps {
  const { city, marks } = view.messages;
  const { withUnit } = view.messages.words;
  const ours = figure.derived === '' ? [] : [marks.open, city.ours, marks.close];
  const value = qualifiedFigure(view, figure);
  const period = periodSentence(view, figure.period);
  return {
    id: figure.id,
    label: figure.figure,
    value: [...withUnit({ figure: value, unit: figure.unit }), ...ours],
    period,
    facts: [
      factOf(city.source, citedSource(view, figure)),
      factOf(city.howRead, [figure.howRead]),
      ...(figure.note === '' ? [] : [factOf(city.remark, [figure.note])]),
    ],
    citation: citeFigure(view, figure, figureAddress(view, figure.id)),
    link: { href: figureAddress(view, figure.id), label: view.messages.travel.placeRecord },
  };
}
