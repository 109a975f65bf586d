/** The register: every request with a page of its own, newest first, with what became of it at a glance. */
import { formatDay } from '../../../figures/dates.ts';
import type { ListedEvent } from '../../../formats/docket-file.ts';
import { isClosed, LEFT, type Left } from '../../../program/request.ts';
import { DOCKET } from '../../../release/layout.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { thresholdFigure } from '../../figures/figures.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, Section, TableRow } from '../../frame/page.ts';
import { fileLink, pagePath } from '../../routes.ts';
import type { ReleaseView } from '../../view.ts';

type NotedRequest = ReleasedRequests['docket'][number];

/** A full sign where something about people left the building, an empty one where nothing did. */
export function leftGlyph(left: Left): Sentence {
  if (left === 'nothing') return [{ glyph: 'nothing' }];
  return left === 'aggregate_only' ? [] : [{ glyph: 'kept' }];
}

type Handed = Pick<NotedRequest, 'request' | 'left' | 'outcome'>;

/** Each kind that left the building once, from least to most: the docket itself names the most alone. */
export function leftKinds(events: readonly ListedEvent[], { request, left: most }: Handed): Left[] {
  const own = events.flatMap(({ request: of, left }) => (of === request && left !== null ? [left] : []));
  if (most === 'nothing') return [most];
  const upTo = LEFT.slice(1, LEFT.indexOf(most) + 1);
  return upTo.filter((left) => left === most || own.includes(left));
}

/** What left the building in words, every kind of it; of a request that is still open, that nothing did so far. */
export function leftWords(view: Pick<ReleaseView, 'messages' | 'release'>, request: Handed): string {
  const { docket, marks } = view.messages;
  if (request.left === 'nothing' && !isClosed(request.outcome)) return docket.nothingSoFar;
  const kinds = leftKinds(view.release.requests?.events ?? [], request);
  return kinds
    .map((left, at) => (at === 0 ? docket.leftWords[left] : inSentence(docket.leftWords[left])))
    .join(marks.comma);
}

export function registerSection(view: ReleaseView, { docket }: ReleasedRequests): Section {
  const { messages, language, program } = view;
  const rows = docket.toReversed().map((request): TableRow => {
    const href = pagePath(view, `requests/${request.request}`);
    return {
      heading: [
        { href, label: formatDay(request.received, language) + messages.marks.comma + request.agency },
      ],
      cells: [
        [messages.record.instruments[request.instrument]],
        [messages.record.outcomes[request.outcome]],
        [...leftGlyph(request.left), leftWords(view, request)],
      ],
    };
  });
  const table: Block = {
    kind: 'table',
    id: 'register-table',
    caption: [messages.docket.registerCaption],
    columns: [
      messages.record.received,
      messages.record.instrument,
      messages.record.outcome,
      messages.docket.left,
    ],
    rows,
    notes: docket.toReversed().flatMap((request) => correctedNote(view, request)),
    links: [fileLink(view, DOCKET, messages.docket.downloadDocket)],
  };
  const lead = messages.docket.registerLead({ k: thresholdFigure(program.id, program.k, language) });
  return {
    id: 'register',
    heading: [messages.docket.register],
    blocks: [{ kind: 'prose', text: lead }, table],
  };
}

/** Under the register: which of its rows was ever corrected, and why. */
function correctedNote(
  { messages, language }: ReleaseView,
  { agency, received, note }: NotedRequest,
): Sentence[] {
  if (note === '') return [];
  const { comma, colon } = messages.marks;
  const name = formatDay(received, language) + comma + agency;
  return [[name, comma, messages.docket.corrected, colon, note]];
}
