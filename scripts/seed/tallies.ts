/**
 * The invented city's tallies as its office would hand them over: one CSV file per measure.
 *
 *   cards-issued.csv   by month, channel and age; by month, channel and kind (never recorded at events);
 *                      by fiscal year, age and area
 *   applications.csv   by month, channel and decision; rows of none are left out, as a GROUP BY does
 *   records-held.csv   by month and age, online alone; rows of none are left out
 */
import { AREAS, areaWeight } from './city.ts';
import { FISCAL_YEARS, MONTHS } from './months.ts';
import { type Random, seededRandom, spread } from './random.ts';
import { type Activity, AGES, DECISIONS, KINDS, simulate } from './simulate.ts';

const TOTAL = '_T';
/** Any number would do; this one gives figures with something of everything in them. */
const SEED = 20190701;

type Field = string | number;

/** The text of each file by its name. */
export function makeTallies(): ReadonlyMap<string, string> {
  const random = seededRandom(SEED);
  const activities = simulate(random);
  return new Map([
    ['cards-issued.csv', cardsFile(activities, random)],
    ['applications.csv', applicationsFile(activities)],
    ['records-held.csv', recordsFile(activities)],
  ]);
}

function cardsFile(activities: readonly Activity[], random: Random): string {
  const byAge = activities.flatMap(({ month, channel, cards }) =>
    AGES.map((age, index) => [month.code, channel, TOTAL, age, TOTAL, cards[index] ?? 0]),
  );
  const byKind = activities
    .filter(({ channel }) => channel !== 'event')
    .flatMap(({ month, channel, kinds }) =>
      KINDS.map((kind, index) => [month.code, channel, kind, TOTAL, TOTAL, kinds[index] ?? 0]),
    );
  const header = ['period', 'channel', 'kind', 'age', 'area', 'count'];
  return csv(header, [...byAge, ...byKind, ...areaRows(activities, random)]);
}

function areaRows(activities: readonly Activity[], random: Random): Field[][] {
  return FISCAL_YEARS.flatMap((year, years) =>
    AGES.flatMap((age, ageIndex) => {
      const mine = activities.filter(({ month }) => month.fiscalYear === year);
      const cards = mine.reduce((sum, activity) => sum + (activity.cards[ageIndex] ?? 0), 0);
      const weights = AREAS.map((area) => areaWeight(area, ageIndex, years));
      const counts = spread(cards, weights, random);
      return AREAS.map(({ code }, index) => [year, TOTAL, TOTAL, age, code, counts[index] ?? 0]);
    }),
  );
}

function applicationsFile(activities: readonly Activity[]): string {
  const rows = activities.flatMap(({ month, channel, decided }) =>
    DECISIONS.map((decision, index) => [month.code, channel, decision, decided[index] ?? 0]),
  );
  return csv(['period', 'channel', 'decision', 'count'], rows.filter(isNotZero));
}

/** Every decided online application leaves a record; none is old enough to have been destroyed. */
function recordsFile(activities: readonly Activity[]): string {
  const held = AGES.map(() => 0);
  const rows: Field[][] = [];
  for (const month of MONTHS) {
    const online = activities.find((one) => one.channel === 'online' && one.month === month);
    for (const [index, age] of AGES.entries()) {
      held[index] = (held[index] ?? 0) + (online?.applicants[index] ?? 0);
      rows.push([month.code, 'online', age, held[index]]);
    }
  }
  return csv(['period', 'channel', 'age', 'count'], rows.filter(isNotZero));
}

function isNotZero(row: readonly Field[]): boolean {
  return row.at(-1) !== 0;
}

function csv(header: readonly string[], rows: readonly (readonly Field[])[]): string {
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}
