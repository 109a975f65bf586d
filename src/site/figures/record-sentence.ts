/** Dates, sources and figures of the record in words. */
import { formatDay } from '../../figures/dates.ts';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { RecordedFigure } from '../../record/record.ts';
import type { Messages } from '../messages/message-types.ts';
import { absoluteAddress, siteAddress } from '../routes.ts';
import type { View } from '../view.ts';
import { recordFigure } from './figures.ts';
import type { Link, Part, Sentence } from './sentence.ts';

/** A language, its messages, and what stays in that of the papers. */
export type Telling = Pick<View, 'language' | 'messages' | 'kept'>;

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const DAYS_IN_WORDS = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** A day, month or year, or two of them with a slash between, in words; words with days in them as they stand. */
export function periodSentence({ language, messages }: Telling, period: string): Sentence {
  const days = period.split('/');
  if (days.every((day) => DAY.test(day))) {
    const [from = '', to] = days.map((day) => formatDay(day, language));
    return to === undefined ? [from] : messages.record.range({ from, to });
  }
  const found = [...period.matchAll(DAYS_IN_WORDS)].map(([day]) => formatDay(day, language));
  return period
    .split(DAYS_IN_WORDS)
    .flatMap((words, index) => [...(index === 0 ? [] : [found[index - 1] ?? '']), words]);
}

/** A text of the papers or the record, marked as such where it stands in their own language. */
export function quoted({ kept }: Telling, words: string): Part {
  return kept.has(words) ? { lang: SOURCE_LANGUAGE, words } : words;
}

/** What somebody said, word for word, between marks. */
export function spoken(view: Telling, words: string): Part {
  const part = quoted(view, words);
  return typeof part === 'string' ? `“${words}”` : { lang: SOURCE_LANGUAGE, words: `“${words}”` };
}

/** What such words say, in the reader's language, between brackets; nothing where they are in it. */
export function senseOf({ messages }: Telling, { sense }: { readonly sense?: string | undefined }): Sentence {
  const { marks, record } = messages;
  return sense === undefined ? [] : [marks.open, ...record.sense({ sense }), marks.close];
}

/** A link whose label is such a text. */
export function quotedLink({ kept }: Telling, href: string, label: string): Link {
  return kept.has(label) ? { href, label, lang: SOURCE_LANGUAGE } : { href, label };
}

export function sourceOf(
  view: Telling,
  { sourceTitle, sourceUrl }: { readonly sourceTitle: string; readonly sourceUrl: string },
): Sentence {
  return [sourceUrl === '' ? quoted(view, sourceTitle) : quotedLink(view, sourceUrl, sourceTitle)];
}

/** A source as a citation names it: its title with its address in full, or that none is known. */
export function citedSource(
  view: Telling,
  { sourceTitle, sourceUrl }: { readonly sourceTitle: string; readonly sourceUrl: string },
): Sentence {
  const { marks, city } = view.messages;
  return [
    quoted(view, sourceTitle),
    marks.open,
    sourceUrl === '' ? city.noAddress : { href: sourceUrl, label: sourceUrl },
    marks.close,
  ];
}

/** An address to copy: in full, or that it is a place of this site, where the build knows no host. */
export function hostedAddress({ messages }: Pick<View, 'messages'>, href: string): Sentence {
  const place = { href, label: absoluteAddress(href) };
  return siteAddress() === undefined ? messages.city.onThisSite({ place }) : [place];
}

/** Where something stands for good, as of the day up to which sources were searched. */
export function citedAddress(view: View, href: string): Sentence {
  const { language, messages, program } = view;
  const { marks } = messages;
  return [
    ...hostedAddress(view, href),
    ...(program.searchedUntil === undefined
      ? []
      : [
          marks.open,
          ...messages.record.asOf({ day: formatDay(program.searchedUntil, language) }),
          marks.close,
        ]),
  ];
}

const QUALIFIERS = {
  exact: 'exact',
  about: 'about',
  'more than': 'moreThan',
  'fewer than': 'fewerThan',
  rounded: 'rounded',
} as const;

/** How a source puts a number, in the reader's language. */
export function qualifierWords({ words }: Messages, qualifier: RecordedFigure['qualifier']): string {
  return qualifier === '' ? '' : words.qualifiers[QUALIFIERS[qualifier]];
}

/** The figure with its qualifier before it, as in the source. */
export function qualifiedFigure(
  { program, language, messages }: View,
  { id, value, qualifier }: RecordedFigure,
): Sentence {
  const before = qualifier === '' ? [] : [qualifierWords(messages, qualifier), ' '];
  return [...before, recordFigure(program.id, { id, value }, language)];
}
