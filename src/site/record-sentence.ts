/** Dates, sources and figures of the record in words. */
import { formatDay } from '../model/dates.ts';
import type { RecordedFigure } from '../record/record.ts';
import { recordFigure } from './figures.ts';
import type { Sentence } from './sentence.ts';
import type { View } from './view.ts';

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const DAYS_IN_WORDS = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** A day, month or year, or two of them with a slash between, in words; words with days in them as they stand. */
export function periodSentence({ language, messages }: View, period: string): Sentence {
  const days = period.split('/');
  if (days.every((day) => DAY.test(day))) {
    const [from = '', to] = days.map((day) => formatDay(day, language));
    return to === undefined ? [from] : messages.range(from, to);
  }
  const found = [...period.matchAll(DAYS_IN_WORDS)].map(([day]) => formatDay(day, language));
  return period
    .split(DAYS_IN_WORDS)
    .flatMap((words, index) => [...(index === 0 ? [] : [found[index - 1] ?? '']), words]);
}

export function sourceOf({
  sourceTitle,
  sourceUrl,
}: {
  readonly sourceTitle: string;
  readonly sourceUrl: string;
}): Sentence {
  return [sourceUrl === '' ? sourceTitle : { href: sourceUrl, label: sourceTitle }];
}

/** The figure with its qualifier before it, as in the source. */
export function qualifiedFigure(
  { program, language }: View,
  { id, value, qualifier }: RecordedFigure,
): Sentence {
  const before = qualifier === '' ? [] : [qualifier, ' '];
  return [...before, recordFigure(program.id, { id, value }, language)];
}
