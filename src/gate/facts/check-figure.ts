/** Makes a figure again from its origin and compares it with what was printed. */
import { formatDay } from '../../figures/dates.ts';
import {
  evaluate,
  type Figure,
  type Formula,
  formatNumber,
  isPercentage,
  type Origin,
  type ProgramOrigin,
  type RequestGroup,
} from '../../figures/figure.ts';
import { WORKED_EXAMPLE } from '../../figures/worked-example.ts';
import { askedCounts } from '../../formats/audit-file.ts';
import { monthCode } from '../../program/period.ts';
import type { Program } from '../../program/program.ts';
import { keptUntil, wasOpen } from '../../program/retention/kept-until.ts';
import { nextDue } from '../../program/schedule.ts';
import type { Facts, ProgramFacts, ReleaseFacts, RequestFacts } from './facts.ts';

/** Either the text that the origin gives or why it gives none. */
type Remade = { readonly text: string } | { readonly why: string };
type OriginOf<Kind extends Origin['kind']> = Extract<Origin, { kind: Kind }>;

/** Why the figure may not be printed; undefined if it is what its origin says. */
export function checkFigure(figure: Figure, language: string, facts: Facts): string | undefined {
  const remade = remakeFigure(figure.origin, language, facts);
  if ('why' in remade) return remade.why;
  if (remade.text === figure.text) return undefined;
  return `The figure is not what its origin gives (${describeOrigin(figure.origin)}).`;
}

function remakeFigure(origin: Origin, language: string, facts: Facts): Remade {
  return origin.kind === 'example'
    ? remakeFromExample(origin, language)
    : remakeFromProgram(origin, language, facts);
}

function remakeFromProgram(origin: ProgramOrigin, language: string, facts: Facts): Remade {
  const program = facts.get(origin.program);
  if (program === undefined)
    return { why: `The figure names program "${origin.program}", which does not exist.` };
  const whole = { percent: false, decimals: 0 };
  switch (origin.kind) {
    case 'cells':
      return remakeFromCells(origin, language, program.releases.get(origin.release));
    case 'record':
      return remakeFromRecord(origin, language, program.recordFigures);
    case 'requests':
      return { text: formatNumber(countRequests(origin, program.recordRequests), language, whole) };
    case 'audit':
      return remakeFromAudit(origin, language, program.releases.get(origin.release));
    case 'threshold':
      return { text: formatNumber(program.k, language, whole) };
    case 'papers':
      return remakeFromPapers(origin, language, program.papers);
    case 'calendar':
      return remakeFromCalendar(origin, language, program.releases.get(origin.release));
    case 'schedule':
      return remakeFromSchedule(origin, language, program);
    case 'kept-until':
      return remakeFromRules(origin, language, program.papers);
  }
}

function remakeFromPapers({ path }: OriginOf<'papers'>, language: string, papers: unknown): Remade {
  const value = numberAt(papers, path);
  if (value !== undefined) return { text: formatNumber(value, language, { percent: false, decimals: 0 }) };
  return { why: `program.json has no number at "${path}".` };
}

function remakeFromSchedule(
  { release }: OriginOf<'schedule'>,
  language: string,
  { papers, releases }: ProgramFacts,
): Remade {
  const daysAfter = numberAt(papers, 'schedule.daysAfter');
  if (daysAfter === undefined || !releases.has(release))
    return { why: `No release is due after "${release}" by the schedule in program.json.` };
  return { text: formatDay(nextDue(release, daysAfter), language) };
}

/** Of a way to apply that `program.json` names, in a month in which it was open. */
function remakeFromRules(
  { channel, group, age, month }: OriginOf<'kept-until'>,
  language: string,
  papers: unknown,
): Remade {
  const { channels = [], records } = papers as Partial<Pick<Program, 'channels' | 'records'>>;
  const own = channels.find(({ id }) => id === channel);
  if (own === undefined || records === undefined || !wasOpen(own, month))
    return { why: `By program.json nobody could apply by "${channel}" in ${month}.` };
  const isOwn = records.groups.some(({ id, channel: of }) => id === group && of === channel);
  const until = age === '' ? month : keptUntil(records, { group, age, month });
  if (!isOwn || until === undefined)
    return { why: `No rule in program.json says until when "${group}" of age "${age}" are kept.` };
  return { text: formatDay(until, language) };
}

function remakeFromExample({ path }: OriginOf<'example'>, language: string): Remade {
  const value = numberAt(WORKED_EXAMPLE, path);
  if (value !== undefined) return { text: formatNumber(value, language, { percent: false, decimals: 0 }) };
  return { why: `The invented table has no number at "${path}".` };
}

function remakeFromCalendar(
  { release, period, years }: OriginOf<'calendar'>,
  language: string,
  facts: ReleaseFacts | undefined,
): Remade {
  const end = facts?.periodEnds.get(period);
  if (end === undefined) return { why: `Release "${release}" has no period "${period}".` };
  return { text: formatDay(monthCode(end + 12 * years), language) };
}

/** The number at a path of keys with dots between. */
function numberAt(value: unknown, path: string): number | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
  return typeof found === 'number' ? found : undefined;
}

function remakeFromCells(
  { release, formula, cells: keys, decimals }: OriginOf<'cells'>,
  language: string,
  facts: ReleaseFacts | undefined,
): Remade {
  if (facts === undefined) return { why: `The figure names release "${release}", which does not exist.` };
  const unknown = keys.find((key) => !facts.cells.has(key));
  if (unknown !== undefined)
    return { why: `The figure names cell "${unknown}", which the release does not have.` };
  const value = valueFrom(formula, keys, facts);
  if (Number.isFinite(value))
    return { text: formatNumber(value, language, { percent: isPercentage(formula), decimals }) };
  return { why: `The figure needs a count that is not published (${formula} of ${keys.join(', ')}).` };
}

/** NaN where a cell that the formula needs has no published count. */
function valueFrom(formula: Formula, keys: readonly string[], { cells, rangeOf }: ReleaseFacts): number {
  if (formula === 'least' || formula === 'most') return rangeOf(keys)?.[formula] ?? Number.NaN;
  if (formula === 'cells') return keys.length;
  if (formula === 'published') return keys.filter((key) => (cells.get(key)?.count ?? null) !== null).length;
  if (formula === 'withheld') return keys.filter((key) => cells.get(key)?.status === 'c').length;
  return evaluate(
    formula,
    keys.map((key) => cells.get(key)?.count ?? Number.NaN),
  );
}

function remakeFromRecord(
  { formula, figures, decimals }: OriginOf<'record'>,
  language: string,
  record: ReadonlyMap<string, number>,
): Remade {
  const value = evaluate(
    formula,
    figures.map((id) => record.get(id) ?? Number.NaN),
  );
  if (Number.isFinite(value))
    return { text: formatNumber(value, language, { percent: isPercentage(formula), decimals }) };
  return { why: `The record has no such figure (${formula} of ${figures.join(', ')}).` };
}

function countRequests(
  { among, outcomes, when, year }: OriginOf<'requests'>,
  requests: ProgramFacts['recordRequests'],
): number {
  return requests.filter((request) => {
    const stood = when === 'last' ? [request.outcome] : request.had;
    const isMet =
      when === 'each'
        ? outcomes.every((outcome) => stood.includes(outcome))
        : outcomes.some((outcome) => stood.includes(outcome));
    return isAmong(request, among) && isMet && request.received.startsWith(year);
  }).length;
}

function isAmong({ context, aboutPeople, requester }: RequestFacts, among: RequestGroup): boolean {
  if (among === 'all') return true;
  if (context !== false) return false;
  if (among === 'people') return aboutPeople === true;
  return among === 'own' || requester === among;
}

function remakeFromAudit(
  { release, path }: OriginOf<'audit'>,
  language: string,
  facts: ReleaseFacts | undefined,
): Remade {
  const audit = facts?.audit;
  const value = numberAt(audit && { ...audit, asked: askedCounts(audit) }, path);
  if (value !== undefined) return { text: formatNumber(value, language, { percent: false, decimals: 0 }) };
  return { why: `The audit of release "${release}" has no number at "${path}".` };
}

function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'cells':
      return `${origin.formula} of ${origin.cells.join(', ')} in ${origin.release}`;
    case 'record':
      return `${origin.formula} of ${origin.figures.join(', ')} on the record`;
    case 'requests':
      return `${origin.among} requests of ${origin.program}${origin.year === '' ? '' : ` received in ${origin.year}`}: ${origin.when === 'last' ? '' : `${origin.when} `}${origin.outcomes.join(', ')}`;
    case 'audit':
      return `${origin.path} of the audit of ${origin.release}`;
    case 'threshold':
      return `k of ${origin.program}`;
    case 'papers':
      return `${origin.path} in program.json`;
    case 'calendar':
      return `${origin.years} years after ${origin.period}`;
    case 'schedule':
      return `the release due after ${origin.release}`;
    case 'kept-until':
      return `the month until which records of ${origin.month} are kept (${origin.group}, ${origin.age})`;
    case 'example':
      return `${origin.path} of the invented table`;
  }
}
