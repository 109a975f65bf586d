/**
 * Every rule that the door enforces, that the documents state or that the meaning of a code implies. Each is known to
 * every reader, so each is in the system of protection and attack, or it is shown not to matter:
 *
 *   declared    relations that the rule adds to what a program declares; they stand in `datapackage.json`
 *   built       relations or facts that the system is built with, and where
 *   idle        why no hidden count can be told by it
 *
 * Relations of requests, and why they say all that the rules do (each request is a person of its own: counts are of
 * requests without a page):
 *
 *   open + closed = open before + received      for each quarter, in total, and by requester where tables have it
 *   closed in full + closed in part = closed after aggregates, data or images left
 *
 * Both together are exact: whatever counts fit them are those of some docket
 * (`tests/requests/exact-plan.property.test.ts`). Of the closed requests of a period, those that disclosed stand in a rectangle of two outcomes
 * by three kinds of what left, all others in a column of six outcomes by "nothing"; every pair inside is allowed and
 * none across. Whole numbers that are not negative fill a rectangle with given margins exactly where the two sums of
 * the margins agree. Both sums agree where the relation and the total do. Instruments are told of what is received
 * alone: they are dealt out to the requests of a quarter in any order, and so are outcome and what left to those that
 * are closed, whoever asked. So no joint unknown is needed.
 */
import {
  CLOSED,
  docketPeriod,
  keepsTotals,
  OPEN,
  RECEIVED,
  type RequestDimension,
  requestPeriod,
  toldOf,
  withDocket,
} from './docket-plan.ts';
import type { Program, Relation } from './program.ts';
import { DISCLOSED, LEFT } from './request.ts';
import { lastingRecords } from './retention/lasting-records.ts';

interface Rule {
  readonly id: string;
  readonly says: string;
  readonly known:
    | {
        readonly as: 'declared';
        /** What the ids of its relations begin with. */
        readonly named: string;
        readonly relations: (program: Program) => readonly Relation[];
      }
    | { readonly as: 'built'; readonly where: string }
    | { readonly as: 'idle'; readonly because: string };
}

/** The program with its docket, if it keeps one, and with every relation that a rule adds. */
export function withRules(program: Program): Program {
  const counted = withDocket(program);
  const added = RULES.flatMap(({ known }) => (known.as === 'declared' ? known.relations(program) : []));
  return { ...counted, relations: [...counted.relations, ...added] };
}

/** By room of the door: tallies, channels and records, requests, corrections. */
export const RULES: readonly Rule[] = [
  {
    id: 'whole-counts',
    says: 'A count is a whole number and not negative.',
    known: { as: 'built', where: 'src/system/system.ts' },
  },
  {
    id: 'largest-count',
    says: 'A count is at most 2147483647.',
    known: {
      as: 'idle',
      because:
        'A hidden cell inside a published sum is at most that sum. One in no published sum has no other limit, and this one is far above k.',
    },
  },
  {
    id: 'sums',
    says: 'A code is the sum of its parts, in every way to roll up; a stock of a longer period is that of its last part.',
    known: { as: 'built', where: 'src/system/measure-system.ts' },
  },
  {
    id: 'declared-relations',
    says: 'Relations of program.json hold in every row.',
    known: { as: 'built', where: 'src/system/relations.ts' },
  },
  {
    id: 'natural-zeros',
    says: 'A cell of which a note of status z speaks is zero, in no table either, and so is every part of it.',
    known: { as: 'built', where: 'src/system/natural-zeros.ts' },
  },
  {
    id: 'absent-rows',
    says: 'A row that is absent is zero, or its cell is not available.',
    known: {
      as: 'idle',
      because:
        'A zero is published or hidden like any other. Of a cell that is not available the promise says nothing, and the system gives it no limit. Where a confidential tally leaves out rows beside others and nothing says which of the two they are, there is no release: else which cells have no count would tell of the others.',
    },
  },
  {
    id: 'people',
    says: 'The people behind a count are at least 1 where it is at least 1, and never more than it; of a sum no fewer than of one of its parts, and no more than of all.',
    known: {
      as: 'idle',
      because:
        'No file has a number of people, one person may be behind several counts, and so no sum joins them: behind a count that can be 0 or k there can be nobody or k people.',
    },
  },
  {
    id: 'opened',
    says: 'Nothing is counted of a channel before it opened, in cells that no table has either.',
    known: { as: 'built', where: 'src/system/public-zeros.ts' },
  },
  {
    id: 'closed',
    says: 'Nobody can apply through a channel after it closed.',
    known: {
      as: 'idle',
      because:
        'What is counted is when an application is decided and a card issued, and both may be after the channel closed.',
    },
  },
  {
    id: 'no-records',
    says: 'No records are held of a channel that leaves none.',
    known: { as: 'built', where: 'src/program/channel-zeros.ts' },
  },
  {
    id: 'lasting-records',
    says: 'Records of a channel that are never destroyed do not become fewer.',
    known: { as: 'declared', named: 'records-never-shrink', relations: lastingRecords },
  },
  {
    id: 'records',
    says: 'Other records are destroyed by the rules of "records" in program.json.',
    known: {
      as: 'idle',
      because:
        'They say when records must go, not that any went or that none went before. What pages count by them is made from published cells and proved ranges alone.',
    },
  },
  {
    id: 'balance',
    says: 'A request is received once, on or after the first day counted, closed at most once and not before; its instrument and its requester never change.',
    known: { as: 'declared', named: 'requests-balance', relations: balance },
  },
  {
    id: 'disclosure',
    says: 'A request is closed as disclosed, in full or in part, if and only if something left.',
    known: { as: 'declared', named: 'requests-disclosure', relations: disclosure },
  },
  {
    id: 'signatures',
    says: 'A judge signs search warrants and court orders and nothing else.',
    known: { as: 'built', where: 'src/program/docket-plan.ts' },
  },
  {
    id: 'listed',
    says: 'A request that asks about k or more people, or about the program as a whole, is listed with all that happened to it.',
    known: { as: 'built', where: 'src/system/listed.ts' },
  },
  {
    id: 'few-people',
    says: 'A request that is not listed asks about fewer than k people, or nobody knows about how many.',
    known: { as: 'built', where: 'src/system/rule.ts' },
  },
  {
    id: 'silence',
    says: 'A request of which an order forbids to speak is in no count, and no certificate contradicts it.',
    known: {
      as: 'idle',
      because: 'It is in no cell. That a certificate is missing says nothing, since most are never signed.',
    },
  },
  {
    id: 'certificates',
    says: 'A certificate that none was received is printed only where its cell is published as zero.',
    known: { as: 'idle', because: 'It repeats a published count. A missing one says nothing.' },
  },
  {
    id: 'events',
    says: 'Events of a request follow one another in order; it is due after it came.',
    known: {
      as: 'idle',
      because: 'Events are published of listed requests alone, whose counts everybody has.',
    },
  },
  {
    id: 'meanings',
    says: 'Any requester may use any instrument, and any request may end in any outcome.',
    known: {
      as: 'idle',
      because:
        'The door takes every pair. A duplicate may be of a request that was made elsewhere, and a detainer may come from a local officer.',
    },
  },
  {
    id: 'continuity',
    says: 'What was published stays; a correction changes a published figure and comes in one batch.',
    known: { as: 'built', where: 'src/system/editions/join-editions.ts' },
  },
];

/** Each quarter, nothing being open before the first. */
function balance(program: Program): Relation[] {
  if (program.docket === undefined) return [];
  const by: readonly (RequestDimension | undefined)[] =
    program.docket.breakdown === undefined && toldOf(OPEN, program).includes('requester')
      ? [undefined, 'requester']
      : [undefined];
  return by.map((dimension) => ({
    id: dimension === undefined ? 'requests-balance' : `requests-balance-by-${dimension}`,
    why: `A request that was open or came in is closed in the ${docketPeriod(program)} or open at its end.`,
    sense: 'equal',
    period: docketPeriod(program),
    opening: 'zero',
    by: dimension === undefined ? {} : { [dimension]: dimension },
    left: [
      { measure: OPEN, codes: {} },
      { measure: CLOSED, codes: {} },
    ],
    right: [
      { measure: OPEN, codes: {}, lag: 1 },
      { measure: RECEIVED, codes: {} },
    ],
  }));
}

/** Each period by which outcomes and what left are told; totals do not tell what left. */
function disclosure(program: Program): Relation[] {
  if (program.docket === undefined || keepsTotals(program)) return [];
  const closed = (dimension: RequestDimension, code: string) => ({
    measure: CLOSED,
    codes: { [dimension]: code },
  });
  return [
    {
      id: 'requests-disclosure',
      why: 'A request is closed as disclosed, in full or in part, if and only if something left.',
      sense: 'equal',
      period: requestPeriod(program),
      by: {},
      left: DISCLOSED.map((outcome) => closed('outcome', outcome)),
      right: LEFT.filter((left) => left !== 'nothing').map((left) => closed('left', left)),
    },
  ];
}
