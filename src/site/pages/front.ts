/**
 * The front page: the latest event and the way for residents first, with the share of applications that are kept; then what
 * programs keep, who asked and what was handed over side by side; cards year by year; what happened elsewhere; whose word it
 * all is; the demonstration apart, as a strip.
 */
import type { Contact } from '../../program/contact.ts';
import type { Channel } from '../../program/program.ts';
import { keptGlyph } from '../blocks/channel-words.ts';
import { lastKnown } from '../blocks/request-steps.ts';
import { periodSentence } from '../figures/record-sentence.ts';
import type { Link, Sentence } from '../figures/sentence.ts';
import type { ChartBlock, TableBlock, TableRow } from '../frame/page.ts';
import type { ElsewhereView } from '../load/load-elsewhere.ts';
import type { SiteProgram } from '../load/site-program.ts';
import type { Messages } from '../messages/message-types.ts';
import { messagesIn } from '../messages/messages.ts';
import { elsewherePath, pagePath, programPath } from '../routes.ts';
import { programName, type View, viewOf } from '../view.ts';
import { handedSentence } from './docket/request-facts.ts';
import { keptShareOf, squaresBlock } from './kept/kept-share.ts';
import { publisherSentence } from './made/promise.ts';
import { groupCounts } from './record/elsewhere.ts';
import { mainRequest } from './record/record-overview.ts';
import { seriesBlock } from './record/series.ts';

/** The last thing that happened to a request of a federal immigration authority. */
interface LatestEvent {
  readonly label: string;
  readonly title: Link;
  readonly text: Sentence;
  /** Who says so, and until when anything was found. */
  readonly standing: string;
}

export interface FrontPage {
  readonly heading: string;
  readonly lead: Sentence;
  readonly latest: LatestEvent | null;
  /** To what is kept about them, city by city. */
  readonly residents: { readonly heading: string; readonly text: Sentence } | null;
  readonly shares: readonly ChartBlock[];
  readonly compared: TableBlock | null;
  /** A picture for each program that has figures of several years, and no share. */
  readonly series: readonly ChartBlock[];
  readonly elsewhere: { readonly heading: string; readonly text: Sentence; readonly more: Link } | null;
  /** Whose word the pages of each real program are. */
  readonly who: {
    readonly heading: string;
    readonly text: Sentence;
    readonly items: readonly Sentence[];
  } | null;
  /** One line for every invented program. */
  readonly demonstrations: readonly Sentence[];
}

export function frontPage(
  programs: readonly SiteProgram[],
  language: string,
  {
    elsewhere,
    publisher,
  }: { readonly elsewhere?: ElsewhereView | undefined; readonly publisher?: Contact | undefined } = {},
): FrontPage {
  const messages = messagesIn(language);
  const views = programs
    .filter(({ program }) => program.languages.includes(language))
    .map((site) => viewOf(site, language));
  const real = views.filter(({ program }) => program.nature === 'real');
  const invented = views.filter(({ program }) => program.nature === 'invented');
  return {
    heading: messages.start.heading,
    lead: [messages.start.lead],
    latest: latestEvent(real, messages),
    residents: residentLines(real, messages),
    shares: real.flatMap(shareOf),
    compared: real.length === 0 ? null : comparison(real, messages),
    series: real.flatMap(seriesOf),
    elsewhere: elsewhereLines(language, messages, elsewhere),
    who: whoLines(real, publisherSentence(language, publisher), messages),
    demonstrations: invented.map((view) => {
      const program = { href: programPath(view), label: programName(view) };
      return messages.start.demo({ program });
    }),
  };
}

/** Of the programs' own requests that have a headline, the one that came in last of all. */
function latestEvent(views: readonly View[], messages: Messages): LatestEvent | null {
  const asked = views.flatMap((view) => {
    const request = mainRequest(view.record.requests);
    return request === undefined || request.title === '' ? [] : [{ view, request }];
  });
  const [last] = asked.toSorted((one, other) =>
    one.request.outcomeAsOf < other.request.outcomeAsOf ? 1 : -1,
  );
  if (last === undefined) return null;
  const { view, request } = last;
  return {
    label: messages.start.latest,
    title: { href: programPath(view), label: request.title },
    text: [...periodSentence(view, request.received), messages.marks.next, ...lastKnown(view, request)],
    standing: view.program.standing,
  };
}

/** Of programs that say what they keep. */
function residentLines(views: readonly View[], messages: Messages): FrontPage['residents'] {
  const cities = views
    .filter(({ program }) => program.channels.length > 0)
    .flatMap(
      (view, at): Sentence => [
        ...(at === 0 ? [] : [messages.marks.comma]),
        { href: pagePath(view, 'records'), label: programName(view) },
      ],
    );
  return cities.length === 0
    ? null
    : { heading: messages.whatIsKept.applied, text: messages.start.residents({ cities }) };
}

/** At most one picture of each program, so that the page stays light. */
function shareOf(view: View): ChartBlock[] {
  const share = keptShareOf(view);
  return share === undefined ? [] : [squaresBlock(view, share)];
}

function seriesOf(view: View): ChartBlock[] {
  const [series] = view.program.series;
  if (series === undefined || keptShareOf(view) !== undefined) return [];
  const chart = seriesBlock(view, series);
  return [{ ...chart, title: [view.program.city, view.messages.marks.colon, ...chart.title] }];
}

function whoLines(views: readonly View[], publisher: Sentence, messages: Messages): FrontPage['who'] {
  if (views.length === 0) return null;
  const items = views.map(
    (view): Sentence => [programName(view), messages.marks.colon, view.program.standing],
  );
  const text = [messages.start.free, ' ', ...publisher, ' ', messages.start.whoText];
  return { heading: messages.start.who, text, items };
}

function comparison(views: readonly View[], messages: Messages): TableBlock {
  const { start } = messages;
  return {
    kind: 'table',
    id: 'compared',
    caption: [start.compared],
    columns: [start.city, start.kept, start.asked, start.handed, start.figures],
    rows: views.map((view) => comparedRow(view)),
    notes: [],
    links: [],
  };
}

function comparedRow(view: View): TableRow {
  const { program, messages, record } = view;
  const { start, marks } = messages;
  const request = mainRequest(record.requests);
  const kept = program.channels.flatMap((channel, at): Sentence => {
    const what = keptWords(channel, messages);
    const words = program.channels.length === 1 ? [what] : start.keptBy({ channel: channel.label, what });
    return [...(at === 0 ? [] : [marks.semicolon]), keptGlyph(channel), ...words];
  });
  const asked: Sentence =
    request === undefined
      ? [start.noRequest]
      : [
          {
            href: pagePath(view, `requests/${request.id}`),
            label: request.title === '' ? request.agency : request.title,
          },
          marks.comma,
          ...periodSentence(view, request.received),
        ];
  const handed: Sentence = request === undefined ? [] : handedSentence(view, request);
  return {
    heading: [{ href: programPath(view), label: programName(view) }],
    cells: [kept, asked, handed, [program.tallies === 'none' ? start.noFigures : start.publishes]],
  };
}

/** `application and papers`. */
function keptWords({ leavesRecords, keepsPapers }: Channel, { start }: Messages): string {
  const { withPapers, withoutPapers, ...plain } = start.keptShort;
  if (leavesRecords !== 'yes' || keepsPapers === undefined) return plain[leavesRecords];
  return keepsPapers ? withPapers : withoutPapers;
}

function elsewhereLines(language: string, messages: Messages, found: ElsewhereView | undefined) {
  if (found === undefined) return null;
  const counts = groupCounts(language, found.requests);
  return {
    heading: messages.elsewhere.kicker,
    text: [...messages.elsewhere.headline(counts), messages.marks.next, ...messages.elsewhere.twice(counts)],
    more: { href: elsewherePath(language), label: messages.city.allElsewhere },
  };
}
