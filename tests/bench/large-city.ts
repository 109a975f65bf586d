/**
 * An invented city of the size of a large one: some 154,000 cards over 86 months, by three ways of applying, one of which
 * begins late, three ages, and wards of very different sizes in regions. Its tables are what a city would really publish.
 * The same number of wards always gives the same city.
 */
import { type Random, seededRandom } from '../../scripts/seed/random.ts';

export interface LargeCity {
  /** `program.json`. */
  readonly program: Readonly<Record<string, unknown>>;
  /** `cards-issued.csv`. */
  readonly tally: string;
}

export const LARGE_CITY = 'large-city';
/** The release that closes its last month. */
export const LAST_RELEASE = '2025-Q2';

const SEED = 7;
const MONTHS = 86;
const FIRST_MONTH = 4;
const FIRST_YEAR = 2018;
const CARDS = 145_825;
const MEASURE = 'cards-issued';
const CHANNELS = { event: 0.62, appointment: 0.34, online: 0.04 };
const ONLINE_SINCE = '2024-12';
const AGES = { 'under-14': 0.12, '14-64': 0.74, '65-plus': 0.14 };
/** Wards in a region, about. */
const WARDS_EACH = 50 / 9;
/** Above so many, a count is drawn from the normal distribution that is near to Poisson's. */
const MANY = 50;

export function makeLargeCity(wards: number): LargeCity {
  const codes = Array.from({ length: wards }, (_, at) => `ward-${String(at + 1).padStart(2, '0')}`);
  return { program: programOf(codes), tally: tallyOf(codes) };
}

function programOf(wards: readonly string[]): LargeCity['program'] {
  const regions = Array.from(
    { length: Math.max(1, Math.floor(wards.length / WARDS_EACH)) },
    (_, at) => `region-${at + 1}`,
  );
  const regionOf = (at: number) => regions[Math.floor((at * regions.length) / wards.length)];
  const coded = (code: string) => ({ code, label: code });
  return {
    id: LARGE_CITY,
    name: 'Large City ID',
    city: 'Large City',
    nature: 'invented',
    standing: 'Invented.',
    summary: 'Invented for measuring.',
    tallies: 'confidential',
    period: { from: '2018-05', levels: ['month', 'quarter', 'year'] },
    dimensions: [
      { id: 'channel', label: 'Way of applying', codes: Object.keys(CHANNELS).map(coded) },
      { id: 'age', label: 'Age', codes: Object.keys(AGES).map(coded) },
      {
        id: 'ward',
        label: 'Ward',
        codes: [
          ...wards.map((ward, at) => ({ ...coded(ward), level: 'ward', parents: { regions: regionOf(at) } })),
          ...regions.map((region) => ({ ...coded(region), level: 'region' })),
        ],
      },
    ],
    measures: [
      {
        id: MEASURE,
        label: 'Cards',
        unit: 'cards',
        kind: 'flow',
        dimensions: ['channel', 'age', 'ward'],
        absentRows: 'zero',
      },
    ],
    tables: [
      ['month', 'channel'],
      ['month', 'age'],
      ['quarter', 'ward'],
      ['year', 'ward', 'age'],
      ['year', 'ward', 'channel'],
    ].map(tableOf),
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  };
}

function tableOf([period = '', ...dimensions]: readonly string[]) {
  const id = ['cards', period, ...dimensions].join('-');
  const levels = Object.fromEntries(dimensions.map((dimension) => [dimension, dimension]));
  return { id, measure: MEASURE, title: id, levels: { period, ...levels } };
}

function tallyOf(wards: readonly string[]): string {
  const random = seededRandom(SEED);
  const sizes = wards.map(() => (1 - random()) ** (-1 / 1.2));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const rowsOf = (month: string, expected: number, codes: readonly string[]) =>
    wards.flatMap((ward, place) => {
      const count = draw((expected * (sizes[place] as number)) / all, random);
      return count === 0 ? [] : [[month, ...codes, ward, count].join()];
    });
  const rows = months().flatMap((month, at) => {
    const expected = (CARDS / MONTHS) * (0.5 + (1.2 * at) / MONTHS);
    return waysOf(month).flatMap(({ codes, share }) => rowsOf(month, expected * share, codes));
  });
  return `${['period,channel,age,ward,count', ...rows].join('\n')}\n`;
}

/** Ways of applying and ages that a month has, each with its share of the cards. */
function waysOf(month: string): { codes: readonly string[]; share: number }[] {
  return Object.entries(CHANNELS)
    .filter(([channel]) => channel !== 'online' || month >= ONLINE_SINCE)
    .flatMap(([channel, share]) =>
      Object.entries(AGES).map(([age, part]) => ({ codes: [channel, age], share: share * part })),
    );
}

function months(): string[] {
  return Array.from({ length: MONTHS }, (_, at) => {
    const month = FIRST_MONTH + at;
    return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** How many come where so many are expected, each by chance. */
function draw(expected: number, random: Random): number {
  const wait = () => -Math.log(1 - random());
  if (expected > MANY) {
    const bell = Math.sqrt(2 * wait()) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(expected + bell * Math.sqrt(expected)));
  }
  let count = 0;
  for (let time = wait(); time < expected; time += wait()) count += 1;
  return count;
}
