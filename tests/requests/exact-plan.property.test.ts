/**
 * The relations of requests say all that there is to say: whatever counts of the full plan fit them are those of some
 * docket, made here in the plainest way. So no reader who knows every rule of the door can prove more than the attack.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRelations } from '../../src/cube/check-relations.ts';
import { countCells } from '../../src/cube/count-cells.ts';
import { cellKey } from '../../src/program/cell.ts';
import { CLOSED, OPEN, RECEIVED } from '../../src/program/docket-plan.ts';
import { CLOSED_OUTCOMES, DISCLOSED, INSTRUMENTS, LEFT, REQUESTERS } from '../../src/program/request.ts';
import { countRequests } from '../../src/requests/count-requests.ts';
import type { DocketRequest } from '../../src/requests/docket.ts';
import { docketOf, event, K, PORT, request, SHAPE } from './port.ts';

const MONTHS = ['2024-01', '2024-04', '2024-07', '2024-10'];
const ASKERS = REQUESTERS.slice(0, 3);
const NOT_DISCLOSED = CLOSED_OUTCOMES.filter((outcome) => !DISCLOSED.includes(outcome));

/** How many of each code, as a list of codes. */
type Split<Code> = readonly Code[];

/** Figures of one quarter: closed ones are at most those that are there, by requester. */
interface Quarter {
  readonly requesters: Split<(typeof REQUESTERS)[number]>;
  readonly instruments: Split<(typeof INSTRUMENTS)[number]>;
  readonly closed: Split<(typeof REQUESTERS)[number]>;
  /** Outcomes and kinds of what left, each in an order of its own: as many disclosed as something left. */
  readonly outcomes: Split<(typeof CLOSED_OUTCOMES)[number]>;
  readonly left: Split<(typeof LEFT)[number]>;
}

const listOf = <Code>(codes: readonly Code[], length: number) =>
  fc.array(fc.constantFrom(...codes), { minLength: length, maxLength: length });

/** Quarters whose figures fit the relations; `open` by requester before the first of them. */
function quartersFrom(open: Split<(typeof REQUESTERS)[number]>, left: number): fc.Arbitrary<Quarter[]> {
  if (left === 0) return fc.constant([]);
  return fc.array(fc.constantFrom(...ASKERS), { maxLength: 4 }).chain((requesters) => {
    const there = [...open, ...requesters];
    return fc
      .record({ closed: fc.subarray(there), instruments: listOf(INSTRUMENTS, requesters.length) })
      .chain(({ closed, instruments }) =>
        fc.nat(closed.length).chain((disclosed) =>
          fc
            .record({
              some: listOf(DISCLOSED, disclosed),
              none: listOf(NOT_DISCLOSED, closed.length - disclosed),
              what: listOf(LEFT.slice(1), disclosed),
              rest: quartersFrom(without(there, closed), left - 1),
            })
            .map(({ some, none, what, rest }) => [
              {
                requesters,
                instruments,
                closed,
                outcomes: [...none, ...some].sort(),
                left: [...what, ...none.map(() => 'nothing' as const)].sort(),
              },
              ...rest,
            ]),
        ),
      );
  });
}

function without<Code>(all: readonly Code[], some: readonly Code[]): Code[] {
  const taken = [...some];
  return all.filter((one) => {
    const at = taken.indexOf(one);
    if (at >= 0) taken.splice(at, 1);
    return at < 0;
  });
}

/** A docket with these figures: instruments dealt out in order, whoever came first closed first, disclosures paired. */
function docketWith(quarters: readonly Quarter[]) {
  const made: { quarter: number; requester: string; instrument: string; events: DocketRequest['events'] }[] =
    [];
  for (const [at, { requesters, instruments, closed, outcomes, left }] of quarters.entries()) {
    for (const [index, requester] of requesters.entries())
      made.push({ quarter: at, requester, instrument: instruments[index] ?? '', events: [] });
    const isDisclosed = (outcome: Quarter['outcomes'][number]) => DISCLOSED.includes(outcome);
    const ends = [...outcomes.filter(isDisclosed), ...outcomes.filter((outcome) => !isDisclosed(outcome))];
    const what = [...left.filter((one) => one !== 'nothing'), ...left.filter((one) => one === 'nothing')];
    for (const [index, requester] of closed.entries()) {
      const next = made.find((one) => one.requester === requester && one.events.length === 0);
      if (next === undefined) throw new Error(`nothing of ${requester} is open in ${at}`);
      const day = `${MONTHS[at]}-20`;
      next.events = [
        event(day, 'disclosed', { left: what[index] ?? null }),
        event(day, 'closed', { outcome: ends[index] ?? null }),
      ];
    }
  }
  return docketOf(
    ...made.map(({ quarter, requester, instrument, events }, index) =>
      request(`r${index}`, `${MONTHS[quarter]}-10`, 1, {
        events,
        requester: requester as DocketRequest['requester'],
        instrument: instrument as DocketRequest['instrument'],
      }),
    ),
  );
}

/** What every table of a quarter counts: by requester, instrument, outcome and what left, and what is open. */
function figuresOf(quarters: readonly Quarter[]): Map<string, number> {
  const figures = new Map<string, number>();
  const add = (key: string) => figures.set(key, (figures.get(key) ?? 0) + 1);
  let open: readonly string[] = [];
  for (const [at, quarter] of quarters.entries()) {
    const period = `2024-Q${at + 1}`;
    for (const code of quarter.requesters) add(`${RECEIVED}|${period}|_T|${code}`);
    for (const code of quarter.instruments) add(`${RECEIVED}|${period}|${code}|_T`);
    for (const code of quarter.closed) add(`${CLOSED}|${period}|_T|${code}|_T|_T`);
    for (const code of quarter.outcomes) add(`${CLOSED}|${period}|_T|_T|${code}|_T`);
    for (const code of quarter.left) add(`${CLOSED}|${period}|_T|_T|_T|${code}`);
    open = without([...open, ...quarter.requesters], quarter.closed);
    for (const code of open) add(`${OPEN}|${period}|_T|${code}`);
  }
  return figures;
}

test('counts that fit the relations of the full plan are those of some docket', () => {
  fc.assert(
    fc.property(quartersFrom([], MONTHS.length), (quarters) => {
      const tallies = countRequests(docketWith(quarters), PORT.measures, SHAPE.codelists, K);
      const counted = countCells(PORT, SHAPE, tallies);
      if (!counted.ok) throw new Error(JSON.stringify(counted.problems));
      expect(checkRelations(SHAPE, counted.value)).toEqual([]);
      const figures = figuresOf(quarters);
      for (const { measure, cells } of counted.value)
        for (const { codes, count } of cells.filter(({ codes: [period = '', ...others] }) =>
          isTold(period, others),
        ))
          expect([codes, count]).toEqual([codes, figures.get(`${measure.id}|${cellKey(codes)}`) ?? 0]);
    }),
    { numRuns: 60 },
  );
});

/** Quarters by one dimension, without who signed: all other cells are sums of these. */
function isTold(period: string, others: readonly string[]): boolean {
  const [code] = others.filter((one) => one !== '_T');
  return period.includes('-Q') && code !== undefined && !code.includes('signed_by_judge');
}

test('no table tells by instrument what a table of the same measure and a balance tell by requester', () => {
  const told = (measure: string) =>
    PORT.tables.filter((table) => table.measure === measure).flatMap(({ levels }) => Object.keys(levels));
  expect(told(RECEIVED)).toContain('instrument');
  expect(told(CLOSED)).not.toContain('instrument');
  expect(told(OPEN)).not.toContain('instrument');
  expect(PORT.relations.map(({ by }) => Object.keys(by))).toEqual([[], ['requester'], []]);
});
