/**
 * A program's feed (Atom, RFC 4287): an entry per release and per recall, newest first. No clock is asked: an entry is
 * dated by the last day that its release closes, or by the day of the recall.
 */
import { formatDay } from '../model/dates.ts';
import { monthCode, releaseEnd } from '../model/period.ts';
import { closingDay } from '../model/schedule.ts';
import type { PrintedFile } from './chart-files.ts';
import { feedPath, latestPath, releasePath } from './routes.ts';
import { sentenceText } from './sentence.ts';
import type { ReleaseView } from './view.ts';

interface Entry {
  readonly id: string;
  /** The day, `2025-06-30`; the gate holds it to the releases. */
  readonly updated: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
}

export function feedFile(view: ReleaseView): PrintedFile {
  const { messages, program, language } = view;
  const printed = {
    title: `${program.city}${messages.marks.comma}${program.name}`,
    author: program.city,
    rights: program.licence.name,
    entries: entriesOf(view),
  };
  const { title, author, rights, entries } = printed;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<title>${escaped(title)}</title>`,
    `<id>${nameOf(view)}</id>`,
    `<updated>${entries[0]?.updated ?? ''}T00:00:00Z</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<rights>${escaped(rights)}</rights>`,
    `<link rel="self" href="${feedPath(view)}"/>`,
    `<link rel="alternate" href="${latestPath(view, '')}"/>`,
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
  const { messages, program, language, recalls } = view;
  const invented = program.nature === 'invented' ? [messages.inventedNotice] : [];
  const releases = view.releases.map(({ release, changes }) => ({
    id: `${nameOf(view)}:${release}`,
    updated: closingDay(release) ?? '',
    href: releasePath(view, release),
    title: sentenceText(messages.released(release)),
    summary: [
      messages.press.closes(formatDay(monthCode(releaseEnd(release) ?? 0), language)),
      ...(changes.length > 0 ? [messages.press.corrects] : []),
      ...invented,
    ].join(' '),
  }));
  const recalled = recalls.map(({ release, recalled: day, why }) => ({
    id: `${nameOf(view)}:${release}:recalled`,
    updated: day,
    href: latestPath(view, 'releases'),
    title: `${messages.recalls}${messages.marks.colon}${sentenceText(messages.released(release))}`,
    summary: [why, ...invented].join(' '),
  }));
  return [...releases, ...recalled].sort((one, other) => other.updated.localeCompare(one.updated));
}

function formatEntry({ id, updated, href, title, summary }: Entry): string[] {
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${id}</id>`,
    `<updated>${updated}T00:00:00Z</updated>`,
    `<link rel="alternate" href="${href}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
