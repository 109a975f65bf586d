/** The sections of "Who asked for it" that a release's docket fills: counts of all requests, the register, the balance. */
import { ALL, WITH_PAGE } from '../../model/balance.ts';
import { TOTAL } from '../../model/codelist.ts';
import { formatDay } from '../../model/dates.ts';
import { SOURCE_LANGUAGE } from '../../model/locale.ts';
import { monthCode, releaseEnd } from '../../model/period.ts';
import { INSTRUMENTS, REQUESTERS, SIGNED_BY_JUDGE } from '../../model/request.ts';
import { type CertifiedZero, zeroCodes } from '../../model/zeros-file.ts';
import { BALANCE, DOCKET, ZEROS } from '../../release/layout.ts';
import type { ReleasedRequests } from '../../release/release.ts';
import { balanceAddress } from '../../release/request-cells.ts';
import { cellFigure, thresholdFigure } from '../figures.ts';
import type { Block, Section, Stat, TableBlock, TableRow } from '../page.ts';
import { quoted } from '../record-sentence.ts';
import { fileLink, pagePath } from '../routes.ts';
import type { Quoted, Sentence } from '../sentence.ts';
import { cellProps } from '../table-block.ts';
import { codeLabel, endLabel, type ReleaseView } from '../view.ts';
import { signatureChart } from './docket-charts.ts';
import { daysChart, flowChart } from './docket-outcomes.ts';
import {
  chartPeriods,
  NOT_SIGNED,
  periodName,
  requesterSheet,
  SIGNED,
  tablePeriods,
} from './docket-periods.ts';

type NotedRequest = ReleasedRequests['docket'][number];

export function docketSections(view: ReleaseView, requests: ReleasedRequests): Section[] {
  const { docket } = view.messages;
  const outcome = flowChart(view, requests);
  const days = daysChart(view, requests);
  return [
    { id: 'signature', heading: [docket.bySignature], blocks: [...docketStats(view), signatureChart(view)] },
    {
      id: 'outcomes',
      heading: [docket.outcomes],
      blocks: [
        ...(outcome === undefined ? [] : [outcome]),
        { kind: 'prose', text: [docket.declinedCanGoOn] },
      ],
    },
    registerSection(view, requests),
    ...(days === undefined ? [] : [{ id: 'days', heading: [docket.days], blocks: [days] }]),
    { id: 'instruments', heading: [docket.byInstrument], blocks: [instrumentTable(view)] },
    sheetSection(view),
    ...zeroSections(view, requests),
    ...silenceSections(view),
  ];
}

/** How many requests came in, who signed them, how many are open: as far as it is published. */
export function docketStats(view: ReleaseView): Block[] {
  const { docket } = view.messages;
  const lines: readonly (readonly [Sentence, string, string, string])[] = [
    [docket.received({ end: endLabel(view) }), ALL, TOTAL, 'received'],
    [[docket.signed], 'signature', SIGNED, 'received'],
    [[docket.unsigned], 'signature', NOT_SIGNED, 'received'],
    [docket.open({ end: endLabel(view) }), ALL, TOTAL, 'open_at_end'],
  ];
  const stats = lines.flatMap(([label, by, code, line]): Stat[] => {
    const figure = cellFigure(view.source, balanceAddress(TOTAL, by, code, line));
    return figure === undefined ? [] : [{ label, qualifier: '', figure, note: [] }];
  });
  return stats.length === 0 ? [] : [{ kind: 'stats', stats }];
}

/** Instruments that a judge signs stand first. */
function instrumentTable(view: ReleaseView): TableBlock {
  const { messages } = view;
  const periods = tablePeriods(view);
  const judgesFirst = INSTRUMENTS.toSorted(
    (one, other) => Number(SIGNED_BY_JUDGE.includes(other)) - Number(SIGNED_BY_JUDGE.includes(one)),
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
          cellProps(view, balanceAddress(period, 'instrument', code, 'received')),
        ),
      })),
      withPageRow(view, periods),
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
    cells: addresses.map((address) => cellProps(view, address)),
  };
}

function registerSection(view: ReleaseView, { docket }: ReleasedRequests): Section {
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
        [messages.docket.leftWords[request.left]],
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

function sheetSection(view: ReleaseView): Section {
  const { docket } = view.messages;
  const { instruments } = view.messages.record;
  const { codes } = view.release.codelists.find(({ dimension }) => dimension === 'period') ?? { codes: [] };
  const quarters = codes.filter(({ level }) => level === 'quarter').map(({ code }) => code);
  const years = [...chartPeriods(view), TOTAL].filter((period) => !quarters.includes(period));
  const requester = requesterSheet(view);
  const byPeriod = (period: string) => ({
    label: periodName(view, period),
    at: [period, ALL, TOTAL] as const,
  });
  return {
    id: 'balance',
    heading: [docket.sheet],
    blocks: [
      { kind: 'prose', text: [docket.sheetLead] },
      sheetTable(view, 'years', docket.sheetYears, years.map(byPeriod)),
      sheetTable(
        view,
        'instruments',
        docket.sheetInstrumentsWithPage,
        INSTRUMENTS.map((code) => ({
          label: instruments[code],
          at: [TOTAL, `instrument${WITH_PAGE}`, code] as const,
        })),
      ),
      sheetTable(
        view,
        'requesters',
        requester.isWithPage ? docket.sheetRequestersWithPage : docket.sheetRequesters,
        REQUESTERS.map((code) => ({
          label: docket.requesters[code],
          at: [TOTAL, requester.by, code] as const,
        })),
      ),
      sheetTable(view, 'quarters', docket.sheetQuarters, quarters.map(byPeriod)),
    ],
  };
}

type SheetId = 'years' | 'quarters' | 'instruments' | 'requesters';

interface SheetRow {
  readonly label: string;
  readonly at: readonly [period: string, by: string, code: string];
}

function sheetTable(view: ReleaseView, id: SheetId, title: string, rows: readonly SheetRow[]): TableBlock {
  const { docket } = view.messages;
  const { period } = view.messages.tables;
  const { instrument, requester } = view.messages.record;
  const headings = { years: period, quarters: period, instruments: instrument, requesters: requester };
  const lines = ['open_at_start', 'received', 'closed', 'open_at_end'];
  return {
    kind: 'table',
    id: `balance-${id}`,
    caption: docket.sheetCaption({ title }),
    columns: [headings[id], docket.openAtStart, docket.plusReceived, docket.lessClosed, docket.openAtEnd],
    rows: rows.map(({ label, at: [when, by, code] }) => ({
      heading: [label],
      cells: lines.map((line) => cellProps(view, balanceAddress(when, by, code, line))),
    })),
    notes: [],
    links: [fileLink(view, BALANCE, docket.downloadBalance)],
  };
}

function zeroSections(view: ReleaseView, { zeros }: ReleasedRequests): Section[] {
  if (zeros.length === 0) return [];
  const { docket } = view.messages;
  const { period } = view.messages.tables;
  const table: Block = {
    kind: 'table',
    id: 'zeros-table',
    caption: [docket.zerosCaption],
    columns: [docket.certified, period, docket.signedBy, docket.holds],
    rows: zeros.map((zero) => zeroRow(view, zero)),
    notes: zeros.flatMap(({ period: certified, note }) =>
      note === ''
        ? []
        : [
            [
              codeLabel(view, 'period', certified),
              view.messages.marks.comma,
              docket.corrected,
              view.messages.marks.colon,
              note,
            ],
          ],
    ),
    links: [fileLink(view, ZEROS, docket.downloadZeros)],
  };
  return [
    { id: 'zeros', heading: [docket.zeros], blocks: [{ kind: 'prose', text: [docket.zerosLead] }, table] },
  ];
}

/** An expired certificate is shown as expired, never as a zero. */
function zeroRow(view: ReleaseView, zero: CertifiedZero): TableRow {
  const { messages, language, release } = view;
  const [, by, code] = zeroCodes(zero);
  const end = monthCode(releaseEnd(release.release) ?? 0);
  const day = formatDay(zero.expiresOn, language);
  const expired = zero.expiresOn.slice(0, 7) <= end;
  return {
    heading: [by === ALL ? messages.docket.allRequests : codeNames(view, zero, code ?? TOTAL)],
    cells: [
      [codeLabel(view, 'period', zero.period)],
      [quoted(view, zero.signedBy), messages.marks.comma, formatDay(zero.signedOn, language)],
      expired ? messages.docket.expired({ day }) : messages.docket.holdsUntil({ day }),
    ],
  };
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
