/** The sections of "Who asked" that a release's docket fills: counts of all requests, the register, the balance. */

import { formatDay } from '../../../figures/dates.ts';
import { SOURCE_LANGUAGE } from '../../../figures/locale.ts';
import type { CertifiedZero } from '../../../formats/zeros-file.ts';
import { TOTAL } from '../../../program/codelist.ts';
import { listsRequests, SIGNATURE, shortestPeriod, signatureOf } from '../../../program/docket-plan.ts';
import { closingMonth } from '../../../program/period.ts';
import { INSTRUMENTS, REQUESTERS, TOTALS_INSTRUMENTS } from '../../../program/request.ts';
import { ALL, WITH_PAGE, zeroCodes } from '../../../release/balance.ts';
import { BALANCE, ZEROS } from '../../../release/layout.ts';
import type { ReleasedRequests } from '../../../release/release.ts';
import { balanceAddress } from '../../../release/request-cells.ts';
import { tableCell } from '../../blocks/table-block.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Quoted, Sentence } from '../../figures/sentence.ts';
import type { Block, Page, Section, TableBlock, TableRow } from '../../frame/page.ts';
import { fileLink } from '../../routes.ts';
import { codeLabel, type ReleaseView, type View, withCells } from '../../view.ts';
import { signatureChart } from './docket-charts.ts';
import { immigrationSections } from './docket-immigration.ts';
import { daysChart, squaresChart } from './docket-outcomes.ts';
import { chartPeriods, periodName, requesterSheet, SIGNED, tablePeriods } from './docket-periods.ts';
import { registerSection } from './docket-register.ts';
import { totalsSections } from './docket-totals.ts';
import { yearTable } from './docket-years.ts';

/** First what became of all of them, then who asked most of all, then one by one. */
export function docketSections(view: ReleaseView, requests: ReleasedRequests): Section[] {
  return [
    ...(isListed(view) ? listedSections(view, requests) : totalsSections(view)),
    ...signatureSections(view),
    ...zeroSections(view, requests),
    ...silenceSections(view),
  ];
}

function isListed({ release }: ReleaseView): boolean {
  return listsRequests(release.declaration);
}

function listedSections(view: ReleaseView, requests: ReleasedRequests): Section[] {
  const { docket, asked } = view.messages;
  const squares = squaresChart(view, requests);
  const days = daysChart(view, requests);
  return [
    yearsSection(view, requests),
    ...(squares === undefined ? [] : [{ id: 'outcomes', heading: [asked.outcomes], blocks: [squares] }]),
    ...immigrationSections(view, requests),
    registerSection(view, requests),
    ...(days === undefined ? [] : [{ id: 'days', heading: [docket.days], blocks: [days] }]),
  ];
}

function yearsSection(view: ReleaseView, { docket }: ReleasedRequests): Section {
  const { asked } = view.messages;
  const table = yearTable(view, {
    id: 'years-table',
    caption: asked.yearsCaption,
    requests: docket.toReversed(),
    by: ALL,
    code: TOTAL,
    isBySignature: isBySignature(view),
  });
  return { id: 'years', heading: [asked.years], blocks: [table] };
}

/** Not where totals are not told apart by instrument. */
function signatureSections(view: ReleaseView): Section[] {
  const { docket } = view.messages;
  if (!isBySignature(view)) return [];
  return [
    {
      id: 'signature',
      heading: [docket.bySignature],
      blocks: [
        signatureChart(view),
        { kind: 'fold', id: 'instruments', summary: docket.byInstrument, blocks: [instrumentTable(view)] },
      ],
    },
  ];
}

function isBySignature(view: ReleaseView): boolean {
  const signed = chartPeriods(view).map((period) => balanceAddress(period, SIGNATURE, SIGNED, 'received'));
  return signed.some((address) => view.source.cells.has(address));
}

/** The page on which the docket adds up, below the data; undefined where the release has none. */
export function balancePage(view: View): Page | undefined {
  const found = withCells(view);
  if (found === undefined || found.release.requests === null) return undefined;
  const { docket } = view.messages;
  return {
    slug: 'balance',
    under: 'data',
    name: docket.sheet,
    heading: docket.sheet,
    lead: [docket.sheetLead],
    sections: sheetSections(found),
  };
}

/** Instruments that a judge signs stand first. */
function instrumentTable(view: ReleaseView): TableBlock {
  const { messages } = view;
  const periods = tablePeriods(view);
  const judgesFirst = (isListed(view) ? INSTRUMENTS : TOTALS_INSTRUMENTS).toSorted(
    (one, other) => Number(signatureOf(other) === SIGNED) - Number(signatureOf(one) === SIGNED),
  );
  return {
    kind: 'table',
    id: 'instruments-table',
    caption: [messages.docket.instrumentCaption],
    columns: [messages.record.instrument, ...periods.map((period) => periodName(view, period))],
    rows: [
      ...judgesFirst.map((code) => ({
        heading: [messages.record.instruments[code]],
        cells: periods.map((period) =>
          tableCell(view, balanceAddress(period, 'instrument', code, 'received')),
        ),
      })),
      ...(isListed(view) ? [withPageRow(view, periods)] : []),
    ],
    notes: [],
    links: [fileLink(view, BALANCE, messages.docket.downloadBalance)],
  };
}

/** How many of all that came in are listed in the register, period by period. */
function withPageRow(view: ReleaseView, periods: readonly string[]): TableRow {
  const addresses = periods.map((period) => balanceAddress(period, `${ALL}${WITH_PAGE}`, TOTAL, 'received'));
  return {
    heading: [view.messages.docket.registerCaption],
    cells: addresses.map((address) => tableCell(view, address)),
  };
}

function sheetSections(view: ReleaseView): Section[] {
  const { docket, record } = view.messages;
  const { codes } = view.release.codelists.find(({ dimension }) => dimension === 'period') ?? { codes: [] };
  const shortest = shortestPeriod(view.release.declaration);
  const quarters = codes.filter(({ level }) => level === shortest).map(({ code }) => code);
  const years = [...chartPeriods(view), TOTAL].filter((period) => !quarters.includes(period));
  const requester = requesterSheet(view);
  const byPeriod = (period: string) => ({
    label: periodName(view, period),
    at: [period, ALL, TOTAL] as const,
  });
  const byInstrument = INSTRUMENTS.map((code) => ({
    label: record.instruments[code],
    at: [TOTAL, `instrument${WITH_PAGE}`, code] as const,
  }));
  const byRequester = REQUESTERS.map((code) => ({
    label: docket.requesters[code],
    at: [TOTAL, requester.by, code] as const,
  }));
  const requesters = requester.isWithPage ? docket.sheetRequestersWithPage : docket.sheetRequesters;
  return [
    ...sheetSection(view, 'years', docket.sheetYears, years.map(byPeriod)),
    ...(isListed(view)
      ? sheetSection(view, 'instruments', docket.sheetInstrumentsWithPage, byInstrument)
      : []),
    ...(isListed(view) || !requester.isWithPage
      ? sheetSection(view, 'requesters', requesters, byRequester)
      : []),
    ...sheetSection(
      view,
      'quarters',
      shortest === 'quarter' ? docket.sheetQuarters : docket.sheetHalfYears,
      quarters.map(byPeriod),
    ),
  ];
}

type SheetId = 'years' | 'quarters' | 'instruments' | 'requesters';

interface SheetRow {
  readonly label: string;
  readonly at: readonly [period: string, by: string, code: string];
}

/** Rows of which the sheet says nothing are left out, and with all of them the section. */
function sheetSection(view: ReleaseView, id: SheetId, title: string, rows: readonly SheetRow[]): Section[] {
  const { docket, tables, record } = view.messages;
  const headings = {
    years: tables.period,
    quarters: tables.period,
    instruments: record.instrument,
    requesters: record.requester,
  };
  const lines = ['open_at_start', 'received', 'closed', 'open_at_end'];
  const told = rows.filter(({ at: [when, by, code] }) =>
    lines.some((line) => view.source.cells.has(balanceAddress(when, by, code, line))),
  );
  if (told.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: `balance-${id}`,
    caption: docket.sheetCaption({ title }),
    columns: [headings[id], docket.openAtStart, docket.plusReceived, docket.lessClosed, docket.openAtEnd],
    rows: told.map(({ label, at: [when, by, code] }) => ({
      heading: [label],
      cells: lines.map((line) => tableCell(view, balanceAddress(when, by, code, line))),
    })),
    notes: [],
    links: [fileLink(view, BALANCE, docket.downloadBalance)],
  };
  return [{ id: `sheet-${id}`, heading: [title], blocks: [table] }];
}

/** Each certificate as a line: of what, never, as of when; one that ran out says nothing any more. */
function zeroSections(view: ReleaseView, { zeros }: ReleasedRequests): Section[] {
  if (zeros.length === 0) return [];
  const { docket } = view.messages;
  const [expired, held] = [true, false].map((isOver) =>
    zeros.filter((zero) => isExpired(view, zero) === isOver).map((zero) => zeroSentence(view, zero)),
  );
  const blocks: Block[] = [
    ...listOf(held),
    { kind: 'prose', text: [docket.zerosLead] },
    ...listOf(expired),
    { kind: 'prose', text: [fileLink(view, ZEROS, docket.downloadZeros)] },
  ];
  return [{ id: 'zeros', heading: [docket.zeros], blocks }];
}

function listOf(items: readonly Sentence[] = []): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** By the end of the release: a page has no clock. */
function isExpired({ release }: ReleaseView, { expiresOn }: CertifiedZero): boolean {
  return expiresOn.slice(0, 7) <= closingMonth(release.release);
}

/** An expired certificate is shown as expired, never as a zero. */
function zeroSentence(view: ReleaseView, zero: ReleasedRequests['zeros'][number]): Sentence {
  const { messages, language } = view;
  const { docket, asked, marks } = messages;
  const [, by, code] = zeroCodes(zero);
  const day = formatDay(zero.expiresOn, language);
  const of = {
    what: by === ALL ? docket.allRequests : codeNames(view, zero, code ?? TOTAL),
    period: codeLabel(view, 'period', zero.period),
    signed: formatDay(zero.signedOn, language),
    who: quoted(view, zero.signedBy),
    day,
  };
  const corrected = zero.note === '' ? [] : [marks.next, docket.corrected, marks.colon, zero.note];
  return [...(isExpired(view, zero) ? asked.expired(of) : asked.never(of)), ...corrected];
}

function codeNames(
  { messages }: ReleaseView,
  { instrument, requester }: CertifiedZero,
  code: string,
): string {
  if (instrument !== TOTAL) return messages.record.instruments[instrument];
  return requester === TOTAL ? code : messages.docket.requesters[requester];
}

/** The band that the law names, in its own form in every language. */
const BAND: Quoted = { lang: SOURCE_LANGUAGE, words: '0–249' };

function silenceSections({ program, messages: { docket } }: ReleaseView): Section[] {
  if (program.docket?.nonDisclosureSentence !== true) return [];
  return [
    {
      id: 'silence',
      heading: [docket.silence],
      blocks: [{ kind: 'prose', text: docket.silenceText({ band: BAND }) }],
    },
  ];
}
