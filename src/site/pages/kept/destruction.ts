/** When records go: the declared rules, how many records are left at the end of each year, and what would be otherwise. */
import { drawForecast, type ForecastLine } from '../../../charts/kinds/forecast.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { Retention } from '../../../program/retention/retention.ts';
import { chartBlock } from '../../blocks/chart-block.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { calendarFigure, papersFigure, type RangeFigures } from '../../figures/figures.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, ChartBlock, Section, TableBlock } from '../../frame/page.ts';
import { type ReleaseView, type View, withCells } from '../../view.ts';
import {
  type Cohort,
  cohortsOf,
  endOf,
  existingAfter,
  lastChange,
  neverGone,
  newestPeriod,
  type Rule,
  todaysRule,
  whatIfRule,
} from './cohorts.ts';

/** None where the program declares no rule that can be counted with. */
export function destructionSections(view: View): Section[] {
  const { records } = view.program;
  if (records === undefined) return [];
  const { destruction } = view.messages;
  const found = withCells(view);
  return [
    {
      id: 'destruction',
      heading: [destruction.heading],
      blocks: [
        ...(found === undefined ? [] : scheduleBlocks(found, records)),
        groupTable(view, records),
        ...(records.validity.length === 0 ? [] : [validityTable(view, records)]),
      ],
    },
  ];
}

function validityTable({ messages, program, language }: View, { validity }: Retention): TableBlock {
  const { destruction } = messages;
  return {
    kind: 'table',
    id: 'validity-table',
    caption: [destruction.validityCaption],
    columns: [destruction.age, destruction.validFor, destruction.saysWho],
    rows: validity.map(({ label, years, accordingTo }, at) => ({
      heading: [label],
      cells: [
        years === 'never'
          ? [destruction.withoutEnd]
          : destruction.years({
              years: papersFigure(program.id, `records.validity.${at}.years`, years, language),
            }),
        [accordingTo],
      ],
    })),
    notes: [],
    links: [],
  };
}

function groupTable(view: View, { groups }: Retention): TableBlock {
  const { destruction } = view.messages;
  return {
    kind: 'table',
    id: 'destruction-rules',
    caption: [destruction.groupsCaption],
    columns: [destruction.who, destruction.when, destruction.saysWho],
    rows: groups.map(({ label, after, years, accordingTo }, at) => ({
      heading: [label],
      cells: [ruleSentence(view, after, years, at), [accordingTo]],
    })),
    notes: [],
    links: [],
  };
}

function ruleSentence(
  { messages, program, language }: View,
  after: Retention['groups'][number]['after'],
  years: number | undefined,
  at: number,
): Sentence {
  const { destruction } = messages;
  if (after === undefined || years === undefined) return [destruction.noRule];
  const figure = papersFigure(program.id, `records.groups.${at}.years`, years, language);
  return after === 'expiry'
    ? destruction.afterExpiry({ years: figure })
    : destruction.afterDecision({ years: figure });
}

interface Scenario {
  readonly label: string;
  readonly rule: Rule;
}

/** More years than this in one picture say little. */
const MOST_YEARS = 12;

function scheduleBlocks(view: ReleaseView, records: Retention): Block[] {
  const newest = newestPeriod(view, records);
  const cohorts = cohortsOf(view, records);
  if (newest === undefined || cohorts.length === 0) return [];
  const { destruction } = view.messages;
  const scenarios: Scenario[] = [
    { label: destruction.today, rule: todaysRule },
    ...records.whatIf.map((one) => ({ label: one.label, rule: whatIfRule(one) })),
  ];
  const last = lastChange(
    cohorts,
    scenarios.map(({ rule }) => rule),
  );
  const later = Array.from({ length: Math.min(last, MOST_YEARS) + 1 }, (_, years) => years);
  const chart = scheduleChart(view, { newest, cohorts, scenarios, later });
  if (chart === undefined) return [];
  const never = neverGone(view, cohorts, todaysRule);
  const isTold = never === null || neverGoneOf(view) !== undefined;
  return [
    chart,
    ...(isTold
      ? []
      : [{ kind: 'prose', text: destruction.neverGone({ count: rangeSentence(view, never) }) } as const]),
  ];
}

interface Schedule {
  readonly newest: string;
  readonly cohorts: readonly Cohort[];
  readonly scenarios: readonly Scenario[];
  /** Years after the newest at whose end records are counted. */
  readonly later: readonly number[];
}

/** Today's rule first, then the what-ifs; `counted` has the records of each at the end of every year. */
function forecastLines(
  scenarios: readonly Scenario[],
  counted: readonly (readonly (RangeFigures | null)[])[],
): ForecastLine[] {
  return scenarios.map(({ label }, at) => ({
    label,
    isWhatIf: at > 0,
    points: (counted[at] ?? []).map((found) => ({
      ...(found?.range ?? { least: 0, most: 0 }),
      figures: found,
    })),
  }));
}

/** Undefined where a cell that is needed is not known at all. */
function scheduleChart(
  view: ReleaseView,
  { newest, cohorts, scenarios, later }: Schedule,
): ChartBlock | undefined {
  const { program, messages } = view;
  const { destruction, whatIsKept } = messages;
  const ends = later.map((years) =>
    calendarFigure(view.source, newest, years, endOf(view, newest) + 12 * years),
  );
  const counted = scenarios.map(({ rule }) =>
    later.flatMap((years) => {
      const found = existingAfter(view, cohorts, rule, years);
      return found === undefined ? [] : [found];
    }),
  );
  if (counted.some(({ length }) => length < later.length)) return undefined;
  const title = scheduleTitle(view, counted[0] ?? [], ends);
  const { to, orMore } = destruction;
  const drawing = drawForecast(
    { ...frameOf(view, { id: 'destruction', unit: destruction.unit }, title), to, orMore },
    ends,
    forecastLines(scenarios, counted),
  );
  const table: TableBlock = {
    kind: 'table',
    id: 'table-destruction',
    caption: [messages.tables.tableOf, destruction.title],
    columns: [destruction.endOf, ...scenarios.map(({ label }) => label)],
    rows: ends.map((end, years) => ({
      heading: [end],
      cells: counted.map((found) => {
        const range = found[years] ?? null;
        return range === null ? [destruction.none] : rangeSentence(view, range);
      }),
    })),
    notes: [],
    links: [],
  };
  return chartBlock(view, {
    id: 'destruction',
    finding: { title, claim: null },
    subtitle: whatIsKept.yearsSubtitle({ city: program.city }),
    drawing,
    table,
  });
}

/** How many are never destroyed; where nobody can tell, how many are left at the least in the last year that has any. */
function scheduleTitle(
  view: ReleaseView,
  today: readonly (RangeFigures | null)[],
  ends: readonly Figure[],
): Sentence {
  const { destruction, whatIsKept } = view.messages;
  const never = neverGoneOf(view);
  if (never !== undefined) return [...whatIsKept.never({ never }), ...neverWhose(view)];
  const last = today.findLastIndex((found) => found !== null && found.range.least > 0);
  const [found, end] = [today[last], ends[last]];
  return found == null || end === undefined
    ? [destruction.title]
    : destruction.atLeast({ least: found.least, end });
}

/** How many of the records are never destroyed; undefined where no rule says so, or where it cannot be told exactly. */
export function neverGoneOf(view: ReleaseView): Figure | undefined {
  const { records } = view.program;
  const never = records && neverGone(view, cohortsOf(view, records), todaysRule);
  return never == null || never.range.least !== never.range.most ? undefined : never.least;
}

/** Whose records never go: ` (age: 65 and over)`, of those whose cards never expire; empty where no rule tells it by age. */
export function neverWhose({ program, messages }: View): Sentence {
  const { marks, destruction } = messages;
  const ages = (program.records?.validity ?? []).filter(({ years }) => years === 'never');
  if (ages.length === 0) return [];
  const labels = ages.map(({ label }) => label).join(marks.comma);
  return [marks.open, inSentence(destruction.age), marks.colon, labels, marks.close];
}

/** `5,100 to 6,000`, `5,100 or more`, or one figure where both ends are the same. */
function rangeSentence({ messages }: View, { least, most, range }: RangeFigures): Sentence {
  const { destruction } = messages;
  if (most === null) return [least, ' ', destruction.orMore];
  return range.least === range.most ? [least] : [least, ` ${destruction.to} `, most];
}
