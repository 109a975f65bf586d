/**
 * Channels of which the rules on records say that nothing is ever destroyed: cards that never expire, and records that go
 * some years after expiry. How many are held of them never becomes less:
 *
 *   held before  <=  held      at the end of every period in which a table tells records by channel
 *
 * Where fiscal years overlap years or half-years, in shorter periods that divide both: what grows from December to December and
 * from June to June grows in each half as well.
 *
 * Ages stay out of it: a person grows older, and whether a tally counts the age of today or of the application is not
 * declared.
 */
import { PERIOD_LEVELS, type PeriodLevel } from '../period.ts';
import type { Program, Relation } from '../program.ts';

const RECORDS = 'records-held';

export function lastingRecords({ records, tables, dimensions, period }: Program): Relation[] {
  if (records === undefined) return [];
  const codes = dimensions.find(({ id }) => id === 'channel')?.codes ?? [];
  const { validity, groups } = records;
  const isLasting = validity.length > 0 && validity.every(({ years }) => years === 'never');
  const ruled = Map.groupBy(groups, ({ channel }) => channel);
  const lasting = [...ruled].filter(
    ([channel, own]) =>
      isLasting && codes.some(({ code }) => code === channel) && own.every(({ after }) => after === 'expiry'),
  );
  const told = PERIOD_LEVELS.filter((level) =>
    tables.some(
      ({ measure, levels }) => measure === RECORDS && levels.channel === 'channel' && levels.period === level,
    ),
  );
  return lasting.flatMap(([channel]) => undivided(told, period).map((level) => relationOf(channel, level)));
}

/** Levels of which none overlaps another. */
function undivided(told: readonly PeriodLevel[], period: Program['period']): readonly PeriodLevel[] {
  const start = period?.fiscalYearStartMonth ?? 1;
  const overlap = (level: PeriodLevel) =>
    (level === 'year' && start !== 1) || (level === 'half-year' && start % 6 !== 1);
  if (!told.includes('fiscal-year') || !told.some(overlap)) return told;
  const shorter = PERIOD_LEVELS.slice(0, 3).findLast(
    (level) => period?.levels.includes(level) && !overlap(level),
  );
  if (shorter === undefined) return told;
  return PERIOD_LEVELS.filter(
    (level) =>
      level === shorter ||
      (told.includes(level) && PERIOD_LEVELS.indexOf(level) < PERIOD_LEVELS.indexOf(shorter)),
  );
}

function relationOf(channel: string, level: Relation['period']): Relation {
  const held = { measure: RECORDS, codes: { channel } };
  return {
    id: `records-never-shrink-${channel}-by-${level}`,
    why: 'Records of people who apply this way are never destroyed.',
    sense: 'at-most',
    period: level,
    by: {},
    left: [{ ...held, lag: 1 }],
    right: [held],
  };
}
