/** The questions of `npm run new`, one by one. */
import { z } from 'astro/zod';
import { hasTable } from '../../input/open-table.ts';
import { actsPerPerson } from '../../program/choice.ts';
import { momentSchema, monthSchema } from '../../program/moment.ts';
import type { TOLD_BY } from '../../program/request.ts';
import { databaseSchema } from '../../tallies/sources/source-file.ts';
import type { GivenAnswers, MeasureId } from './answers.ts';
import { LANGUAGE_NAMES, MEASURE_IDS, MEASURES } from './answers.ts';
import { gapsIn, labelFor, type Scanned, tallyDimensions } from './tally-codes.ts';

interface TextOptions {
  /** Stands there in grey. */
  readonly hint?: string;
  /** Whether nothing may be said. */
  readonly isOptional?: boolean;
  /** What was answered before, by a run that came to nothing. */
  readonly before?: string | undefined;
  /** What an answer must be; else the question stays, with why. */
  readonly schema?: z.ZodType<string>;
}

/** Puts one question; throws where the person stops. */
export interface Ask {
  readonly text: (question: string, options: TextOptions) => Promise<string>;
  readonly choose: <T extends string>(
    question: string,
    answers: Readonly<Record<T, string>>,
    before?: T,
  ) => Promise<T>;
  readonly several: <T extends string>(
    question: string,
    answers: Readonly<Record<T, string>>,
    before?: T[],
  ) => Promise<T[]>;
}

export async function askAnswers(ask: Ask, scanned: Scanned): Promise<GivenAnswers> {
  const name = await ask.text('What is the card called?', { hint: 'Rivertown ID' });
  const city = await ask.text('Of which city?', { hint: 'Rivertown' });
  const publisher = await ask.text('Who publishes the figures?', { hint: 'Rivertown City Clerk' });
  const nature = await ask.choose('The card and its figures are', {
    real: 'real',
    invented: 'invented, to try or to show Daylight: every page will say so',
  });
  const languages = await ask.several('In which languages besides English?', LANGUAGE_NAMES);
  const ways = await askWays(ask, scanned);
  const groups =
    scanned.size === 0
      ? { ...(await askGroups(ask)), ...(await askDatabase(ask)) }
      : await askDistricts(ask, scanned);
  const acts = await askActs(ask, scanned);
  const gaps = gapsIn(scanned);
  const missingRows = await ask.choose(
    `A row that a tally leaves out means${gaps.length > 0 ? ` (${gaps.join('; ')})` : ''}`,
    {
      zero: 'that nobody was counted, as after a GROUP BY',
      unknown: 'that nobody knows',
    },
  );
  const known = {
    name,
    city,
    publisher,
    nature,
    languages,
    ways,
    ...groups,
    actsPerPerson: acts,
    missingRows,
  };
  return { ...known, ...(await askRequests(ask)) };
}

/** Of tallies that count people apart. */
async function askActs(ask: Ask, scanned: Scanned): Promise<NonNullable<GivenAnswers['actsPerPerson']>> {
  const acts: Partial<Record<MeasureId, number>> = {};
  for (const id of MEASURE_IDS.filter((one) => scanned.get(one)?.withPeople === true)) {
    const { label, unit } = MEASURES[id];
    const answer = await ask.text(`${label}: about how many ${unit} stand for one person? Readers see it.`, {
      hint: '1.2',
      schema: actsText,
    });
    acts[id] = Number(answer);
  }
  return acts;
}

const actsText = z.string().refine((text) => actsPerPerson.safeParse(Number(text)).success, {
  message: 'It must be a number of 1 to 1000, with one digit after the point at most.',
});

type Requests = Pick<GivenAnswers, 'docket' | 'requestPeriod' | 'requestsToldBy' | 'requestsBy'>;

async function askRequests(ask: Ask): Promise<Requests> {
  const kept = await ask.choose('Of legal requests for its records the office keeps', {
    no: 'nothing',
    docket: 'a docket: each request, and what became of it',
    totals: 'only totals: how many came in and how many were closed',
  });
  if (kept === 'no') return { docket: false };
  const kind: Requests = kept === 'totals' ? { docket: kept, ...(await askTotals(ask)) } : { docket: true };
  if (kind.requestsToldBy?.length === 0) return kind;
  const requestsBy = await ask.choose('Who asks, by what means and what came of it is told', {
    year: 'by year: less is hidden, for an office with few requests',
    quarter:
      'by shorter periods and by year: with few requests much is hidden, and totals of these may be too',
  });
  return { ...kind, requestsBy };
}

async function askTotals(ask: Ask): Promise<Pick<Requests, 'requestPeriod' | 'requestsToldBy'>> {
  const requestPeriod = await ask.choose('The totals are of', {
    quarter: 'quarters',
    'half-year': 'half-years: January to June, July to December',
  });
  const requestsToldBy = await ask.several<(typeof TOLD_BY)[number]>('The totals tell requests apart by', {
    instrument: 'means: subpoena, order of a judge, ...',
    requester: 'who asked',
    outcome: 'what became of them',
  });
  return { requestPeriod, requestsToldBy };
}

/** Where a tally has areas. */
async function askDistricts(ask: Ask, scanned: Scanned): Promise<Pick<GivenAnswers, 'areas'>> {
  if (!tallyDimensions(scanned).some(({ id }) => id === 'area')) return {};
  const areas = await ask.text(
    'A file that says in which district each area lies, if they lie in any: CSV or XLSX, columns "area" and "district"',
    AREA_FILE,
  );
  return areas === '' ? {} : { areas };
}

const AREA_FILE = {
  hint: '/srv/rivertown/areas.xlsx',
  isOptional: true,
  schema: z.string().refine(hasTable, 'There is no such file.'),
};

type Ways = NonNullable<GivenAnswers['ways']>;

/** Of the ways that the tallies have, or of those that are named. */
async function askWays(ask: Ask, scanned: Scanned): Promise<Ways> {
  const found = tallyDimensions(scanned).find(({ id }) => id === 'channel');
  const named: { label: string; code?: string }[] =
    found?.codes.map((one) => ({ code: one.code, label: labelFor(one) })) ??
    (await askList(ask, 'In which ways do people apply?', 'At the counter; Online')).map((label) => ({
      label,
    }));
  const ways: Ways = [];
  for (const one of named) {
    const { label } = one;
    const leavesRecords = await ask.choose(`${label}: do records of the person stay behind?`, {
      no: 'no',
      yes: 'yes',
      'not-on-the-record': 'nobody has said so in public',
    });
    const keeps = await ask.text(`${label}: what is kept?`, {
      hint: leavesRecords === 'no' ? 'Nothing that names a person' : 'Name, address and copies of documents',
      isOptional: true,
    });
    const until =
      leavesRecords === 'no' || keeps === ''
        ? ''
        : await ask.text(`${label}: for how long?`, { hint: 'Three years', isOptional: true });
    const opened = await ask.text(`${label}: since when, if it came later than the card?`, {
      hint: '2024-06',
      isOptional: true,
      schema: momentSchema,
    });
    ways.push({
      ...one,
      ...(keeps && { keeps }),
      ...(until && { until }),
      ...(opened && { opened }),
      leavesRecords,
    });
  }
  return ways;
}

async function askGroups(
  ask: Ask,
): Promise<Pick<GivenAnswers, 'ages' | 'areas' | 'measures' | 'periods' | 'from'>> {
  const measures = await ask.several<MeasureId>(
    'What is counted?',
    Object.fromEntries(MEASURE_IDS.map((id) => [id, MEASURES[id].label])) as Record<MeasureId, string>,
  );
  const periods = await ask.choose('By which periods, at the finest?', {
    month: 'months',
    quarter: 'quarters',
    year: 'years',
  });
  const from = await ask.text('From which month on?', { hint: '2024-01', schema: monthSchema });
  const ages = await askList(ask, 'Which age bands, if any?', '14 to 17; 18 to 24; 25 and older');
  const areas = await ask.text(
    'A file of the areas, if there are any: CSV or XLSX, columns "area" and "district"',
    AREA_FILE,
  );
  return { measures, periods, from, ages, ...(areas === '' ? {} : { areas }) };
}

async function askDatabase(ask: Ask): Promise<Pick<GivenAnswers, 'database'>> {
  const where = await ask.choose('The office has its counts', {
    files: 'in spreadsheets or CSV files',
    postgres: 'in a PostgreSQL database that counts, and Daylight asks it',
    duckdb: 'nowhere yet: it has a row a card in CSV, Parquet or JSON files, and Daylight counts them',
  });
  if (where !== 'postgres') return where === 'files' ? {} : { database: where };
  return {
    database: await ask.text('The address of the database, without a password', {
      hint: 'postgres://daylight@db.example.org/cards',
      schema: databaseSchema,
    }),
  };
}

/** Between semicolons: labels hold commas. */
async function askList(ask: Ask, question: string, hint: string): Promise<string[]> {
  const text = await ask.text(`${question} With semicolons between them.`, { hint, isOptional: true });
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
