/**
 * A program's feed (Atom, RFC 4287): an entry per release, per release with news of requests, per release that corrects figures of earlier ones, and per
 * recall, newest first. No clock is asked: an entry is dated by the day on which its release first went out; where nobody noted that, by the
 * last day that the release closes; or by the day of the recall.
 */
import { SYNTHETIC } from '../catalogs/catalog.ts';
import { formatDay } from '../figures/dates.ts';
import type { ListedRequest } from '../formats/docket-file.ts';
import { sealLine } from '../formats/previous-file.ts';
import { closingMonth } from '../program/period.ts';
import { closingDay } from '../program/schedule.ts';
import { signedInFull } from './blocks/signatures.ts';
import { sentenceText } from './figures/sentence.ts';
import type { PrintedFile } from './files/chart-files.ts';
import { dueSentence } from './pages/cite.ts';
import { nameOf as nameOfRequest, releaseBefore, requestNews } from './pages/release-news.ts';
import { absoluteAddress, feedPath, latestPath, releasePath } from './routes.ts';
import { programName, type ReleaseView } from './view.ts';

interface Entry {
  readonly id: string;
  /** The day, `2025-06-30`; the gate holds it to the releases. */
  readonly updated: string;
  /** The day on which it first went out, where that was noted. */
  readonly published?: string | undefined;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
}

export function feedFile(view: ReleaseView): PrintedFile {
  const { program, language } = view;
  const printed = {
    title: programName(view),
    subtitle: dueSentence(view) ?? [],
    author: program.city,
    rights: program.licence.name,
    entries: entriesOf(view),
  };
  const { title, subtitle, author, rights, entries } = printed;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<title>${escaped(title)}</title>`,
    ...(program.nature === 'invented' ? [`<category term="${SYNTHETIC}"/>`] : []),
    ...(subtitle.length === 0 ? [] : [`<subtitle>${escaped(sentenceText(subtitle))}</subtitle>`]),
    `<id>${nameOf(view)}</id>`,
    `<updated>${entries[0]?.updated ?? ''}T00:00:00Z</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<rights>${escaped(rights)}</rights>`,
    `<link rel="self" href="${absoluteAddress(feedPath(view))}"/>`,
    `<link rel="alternate" href="${absoluteAddress(latestPath(view, ''))}"/>`,
    ...entries.flatMap(formatEntry),
    '</feed>',
    '',
  ].join('\n');
  return { path: feedPath(view), text, printed };
}

/** The same for ever, wherever the site stands. */
function nameOf({ language, program }: ReleaseView): string {
  return `urn:daylight:${language}:${program.id}`;
}

function entriesOf(view: ReleaseView): Entry[] {
  const entries = [...releasesOf(view), ...newsOf(view), ...correctionsOf(view), ...recallsOf(view)];
  return entries.sort((one, other) => other.updated.localeCompare(one.updated));
}

function releasesOf(view: ReleaseView): Entry[] {
  const { messages, language } = view;
  return view.releases.map((sealed) => {
    const { release, seal } = sealed;
    return {
      id: `${nameOf(view)}:${release}`,
      ...datesOf(view, release),
      href: releasePath(view, release),
      title: sentenceText(messages.frame.released({ release })),
      summary: summaryOf(view, [
        messages.press.closes.text({ month: formatDay(closingMonth(release), language) }),
        messages.press.seal.text({ line: sealLine(seal) }),
        ...signedInFull(view, sealed).map((sentence) => closed(sentenceText(sentence), messages)),
      ]),
    };
  });
}

function datesOf({ days }: ReleaseView, release: string): Pick<Entry, 'updated' | 'published'> {
  const published = days.get(release);
  return { updated: published ?? closingDay(release), published };
}

/** Ends as a sentence does. */
function closed(text: string, { marks }: ReleaseView['messages']): string {
  return text.endsWith(marks.stop) ? text : text + marks.stop;
}

/** Of each release with a docket that comes after another: which requests are new or moved on, and where that stands with the ways to them. */
function newsOf(view: ReleaseView): Entry[] {
  const { messages } = view;
  return view.releases.flatMap((sealed): Entry[] => {
    const before = releaseBefore(view, sealed);
    const nameIt = (request: ListedRequest) => [nameOfRequest(view, request)];
    const told = before === undefined ? [] : requestNews(view, { before, after: sealed, nameIt });
    if (told.length === 0) return [];
    const { release } = sealed;
    return [
      {
        id: `${nameOf(view)}:${release}:news`,
        ...datesOf(view, release),
        href: `${releasePath(view, release)}releases/#news`,
        title: `${messages.papers.news}${messages.marks.colon}${sentenceText(messages.frame.released({ release }))}`,
        summary: summaryOf(view, told.map(sentenceText)),
      },
    ];
  });
}

/** Of the releases that publish other counts than the one before: why, and where each of them stands. */
function correctionsOf(view: ReleaseView): Entry[] {
  const { messages } = view;
  return view.releases
    .filter(({ changes }) => changes.length > 0)
    .map(({ release, changes }) => ({
      id: `${nameOf(view)}:${release}:corrected`,
      ...datesOf(view, release),
      href: `${releasePath(view, release)}releases/#changes`,
      title: `${messages.papers.changes}${messages.marks.colon}${sentenceText(messages.frame.released({ release }))}`,
      summary: summaryOf(view, [messages.press.corrects, ...new Set(changes.map(({ reason }) => reason))]),
    }));
}

function recallsOf(view: ReleaseView): Entry[] {
  const { messages } = view;
  return view.recalls.map(({ release, recalled: day, why }) => ({
    id: `${nameOf(view)}:${release}:recalled`,
    updated: day,
    href: latestPath(view, 'releases'),
    title: `${messages.papers.recalls}${messages.marks.colon}${sentenceText(messages.frame.released({ release }))}`,
    summary: summaryOf(view, [why]),
  }));
}

function summaryOf({ messages, program }: ReleaseView, texts: readonly string[]): string {
  return [...texts, ...(program.nature === 'invented' ? [messages.frame.inventedNotice] : [])].join(' ');
}

function formatEntry({ id, updated, published, href, title, summary }: Entry): string[] {
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${id}</id>`,
    `<updated>${updated}T00:00:00Z</updated>`,
    ...(published === undefined ? [] : [`<published>${published}T00:00:00Z</published>`]),
    `<link rel="alternate" href="${absoluteAddress(href)}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
