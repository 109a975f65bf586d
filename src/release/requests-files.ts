/**
 * `requests/*.csv` of a release, read back: every event belongs to a listed request, every state follows from the
 * events, every certificate from a published cell, and the balance sheet is made again from the files beside it
 * and adds up. A sheet that does not is refused, whoever wrote it.
 */

import { formOf, parseCells } from '../formats/cube-file.ts';
import { type ListedEvent, type ListedRequest, parseDocket, parseEvents } from '../formats/docket-file.ts';
import { type CertifiedZero, parseZeros } from '../formats/zeros-file.ts';
import { cellKey, knownCount, type PublishedCell } from '../program/cell.ts';
import { keepsDocket, listsRequests, RECEIVED } from '../program/docket-plan.ts';
import { requestState } from '../program/request-state.ts';
import { accept, acceptAll, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { countListed, type Listing } from '../system/listed.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { BALANCE_COLUMNS, makeBalance, zeroCodes } from './balance.ts';
import { checkBalance } from './check-balance.ts';
import { BALANCE, cubePath, DOCKET, EVENTS, ZEROS } from './layout.ts';
import type { Release, ReleasedRequests } from './release.ts';

/** Reads a file of the release as text by its path inside it; `placeOf` names it in problems. */
export interface ReleaseText {
  readonly read: (path: string) => Promise<Checked<string>>;
  readonly placeOf: (path: string) => string;
}

/** Null where the release keeps no docket; of totals the sheet alone. */
export async function readRequests(
  shape: ReleaseShape,
  cubes: Release['cubes'],
  { read, placeOf }: ReleaseText,
): Promise<Checked<ReleasedRequests | null>> {
  const { declaration } = shape;
  if (!keepsDocket(declaration)) return accept(null);
  if (!listsRequests(declaration)) return await readTotals(shape, cubes, { read, placeOf });
  const texts = acceptAll(await Promise.all([DOCKET, EVENTS, ZEROS, BALANCE].map(read)));
  if (!texts.ok) return texts;
  const [docketText = '', eventsText = '', zerosText = '', balanceText = ''] = texts.value;
  const docket = parseDocket(docketText, placeOf(DOCKET), declaration.nature);
  const events = parseEvents(eventsText, placeOf(EVENTS), declaration.nature);
  const zeros = parseZeros(zerosText, placeOf(ZEROS), declaration.nature);
  const sheet = parseCells(balanceText, placeOf(BALANCE), BALANCE_COLUMNS, formOf(declaration, RECEIVED));
  const broken = [docket, events, zeros, sheet].flatMap((part) => (part.ok ? [] : part.problems));
  if (!docket.ok || !events.ok || !zeros.ok || !sheet.ok) return refuse(broken);
  const listed = { docket: docket.value, events: events.value, zeros: zeros.value };
  const balance = sheet.value;
  const problems = [
    ...countProblems(shape, cubes, listed, placeOf),
    ...stateProblems(listed.docket, listed.events, placeOf),
    ...zeroProblems(listed.zeros, balance, placeOf(ZEROS)),
    ...sheetProblems(balance, makeBalance(shape, cubes, listed), placeOf(BALANCE)),
  ];
  return problems.length > 0 ? refuse(problems) : accept({ ...listed, balance });
}

/** What a release says of requests that it does not list. */
async function readTotals(
  shape: ReleaseShape,
  cubes: Release['cubes'],
  { read, placeOf }: ReleaseText,
): Promise<Checked<ReleasedRequests>> {
  const text = await read(BALANCE);
  if (!text.ok) return text;
  const sheet = parseCells(
    text.value,
    placeOf(BALANCE),
    BALANCE_COLUMNS,
    formOf(shape.declaration, RECEIVED),
  );
  if (!sheet.ok) return sheet;
  const listed = { docket: [], events: [], zeros: [] };
  const problems = sheetProblems(sheet.value, makeBalance(shape, cubes, listed), placeOf(BALANCE));
  return problems.length > 0 ? refuse(problems) : accept({ ...listed, balance: sheet.value });
}

function sheetProblems(
  balance: readonly PublishedCell[],
  made: readonly PublishedCell[],
  file: string,
): Problem[] {
  return saysSame(balance, made)
    ? checkBalance(balance, file)
    : [problem(file, 0, 'The balance sheet is not the one that docket and cubes give.')];
}

/** Cells that count fewer requests than are listed in them. */
function countProblems(
  shape: ReleaseShape,
  cubes: Release['cubes'],
  requests: Listing,
  placeOf: ReleaseText['placeOf'],
): Problem[] {
  const listed = countListed({ ...shape, requests });
  return [...cubes].flatMap(([measure, cells]) =>
    [...cells.entries()]
      .filter(([, cell]) => {
        const known = knownCount(cell);
        return known !== undefined && known < listed(measure, cell.codes);
      })
      .map(([index]) =>
        problem(
          placeOf(cubePath(measure)),
          index + 2,
          'The cell counts fewer requests than are listed in it.',
        ),
      ),
  );
}

/** A line that was ever corrected is marked and has the reasons; which lines that are only the releases before tell. */
function saysSame(read: readonly PublishedCell[], made: readonly PublishedCell[]): boolean {
  return (
    read.length === made.length &&
    made.every(({ codes, count, range, status, note }, index) => {
      const line = read[index];
      if (line === undefined || cellKey(line.codes) !== cellKey(codes) || line.count !== count) return false;
      if (line.range?.least !== range?.least || line.range?.most !== range?.most) return false;
      const isRevised = line.status === 'r' && line.note !== '' && count !== null;
      return isRevised || (line.status === status && line.note === note);
    })
  );
}

/** Requests whose state is not what their events give, and events out of place. */
function stateProblems(
  docket: readonly ListedRequest[],
  events: readonly ListedEvent[],
  placeOf: ReleaseText['placeOf'],
): Problem[] {
  const own = Map.groupBy(events, ({ request }) => request);
  const wrong = [...docket.entries()].filter(([, request]) => {
    const state = requestState(request.received, own.get(request.request) ?? []);
    return (
      state.outcome !== request.outcome ||
      state.asOf !== request.outcomeAsOf ||
      state.left !== request.left ||
      state.daysToAnswer !== request.daysToAnswer
    );
  });
  const inOrder = docket.flatMap(({ request }) => own.get(request) ?? []);
  const stray = events.findIndex((event, index) => event !== inOrder[index]);
  return [
    ...wrong.map(([index]) =>
      problem(placeOf(DOCKET), index + 2, 'The state does not follow from the events.'),
    ),
    ...(stray < 0
      ? []
      : [problem(placeOf(EVENTS), stray + 2, 'The event is not where its request stands in the docket.')]),
  ];
}

/** Certificates whose line of the balance sheet is no published zero. */
function zeroProblems(
  zeros: readonly CertifiedZero[],
  balance: readonly PublishedCell[],
  file: string,
): Problem[] {
  const counts = new Map(balance.map(({ codes, count }) => [cellKey(codes), count]));
  return [...zeros.entries()]
    .filter(([, zero]) => counts.get(cellKey(zeroCodes(zero))) !== 0)
    .map(([index]) => problem(file, index + 2, 'The cell of the certificate is not published as a zero.'));
}

function problem(file: string, line: number, message: string): Problem {
  const fix = 'Take the release again; released files are never edited.';
  return { file, line, column: '', code: 'requests', message, fix };
}
