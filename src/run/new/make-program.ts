/** `program.json` of a new program, from the answers and the tallies that are there. */

import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { valueAt } from '../../indexes/look-up.ts';
import { TOTAL } from '../../program/codelist.ts';
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import { monthCode, PERIOD_LEVELS, type PeriodLevel } from '../../program/period.ts';
import { type Answers, MEASURE_IDS, MEASURES, type MeasureId } from './answers.ts';
import { type Coded, codesOf } from './codes.ts';
import {
  idOf,
  isAlike,
  labelFor,
  type Scanned,
  type ScannedMeasure,
  type TallyCode,
  tallyDimensions,
} from './tally-codes.ts';

interface Code extends Coded {
  readonly level?: string;
  readonly parents?: Readonly<Record<string, string>>;
}

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly Code[];
  /** Names of its levels that are not its own. */
  readonly levels?: Readonly<Record<string, string>>;
}

/** A program as it is written; the reader of `program.json` checks it. */
export interface Draft {
  readonly id: string;
  readonly period: { readonly from: string; readonly levels: readonly PeriodLevel[] };
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly { readonly id: MeasureId; readonly dimensions: readonly string[] }[];
  readonly [key: string]: unknown;
}

const LEVELS: readonly PeriodLevel[] = ['month', 'quarter', 'year'];

export function makeProgram(id: string, answers: Answers, scanned: Scanned): Draft {
  const { name, city, publisher, nature, languages } = answers;
  return {
    $schema: '../../../docs/program.schema.json',
    id,
    name,
    city,
    nature,
    standing: `Published by the ${publisher.replace(/^the /i, '').replace(/\.$/, '')}.`,
    summary: `${name} is the municipal identification card of ${city}.`,
    tallies: 'confidential',
    ...(languages.length === 0 ? {} : { languages: [SOURCE_LANGUAGE, ...languages] }),
    period: periodsOf(answers, scanned),
    dimensions: dimensionsOf(answers, scanned),
    measures: measuresOf(answers, scanned),
    ...docketOf(answers),
    channels: answers.ways.map(({ code, label, keeps, until, leavesRecords, opened }) => ({
      id: code,
      label,
      keeps,
      until,
      opened,
      accordingTo: publisher,
      leavesRecords,
    })),
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
}

function docketOf({ docket, requestPeriod, requestsToldBy, requestsBy }: Answers) {
  if (docket === false) return {};
  const totals = {
    from: docket,
    ...(requestsToldBy === undefined ? {} : { by: requestsToldBy }),
    ...(requestPeriod === 'quarter' ? {} : { period: requestPeriod }),
  };
  return {
    docket: {
      ...(docket === 'totals' ? totals : {}),
      ...(requestsBy === 'year' ? { breakdown: requestsBy } : {}),
    },
  };
}

/** From the finest of a tally on, or of a measure that has none yet, and those of requests always. */
function periodsOf({ periods, from, docket, requestPeriod }: Answers, scanned: Scanned): Draft['period'] {
  const tables = [...scanned.values()];
  const counted = tables.length === 0 ? [periods] : tables.map(({ level }) => level);
  const used = new Set([...counted, ...(docket === false ? [] : [requestPeriod])]);
  const begin = Math.min(2, ...[...used].map((level) => LEVELS.indexOf(level)).filter((at) => at >= 0));
  return {
    from: tables.length === 0 ? from : monthCode(Math.min(...tables.map(({ first }) => first))),
    levels: PERIOD_LEVELS.filter((level) =>
      level === 'half-year' ? used.has(level) : LEVELS.indexOf(level) >= begin,
    ),
  };
}

/** Those that a measure uses: with the labels of the answers, in their order, then what else the tallies have. */
function dimensionsOf(answers: Answers, scanned: Scanned): Dimension[] {
  const { ways, ages, areas } = answers;
  const found = tallyDimensions(scanned);
  const tallied = (id: string) => found.find((one) => one.id === id)?.codes ?? [];
  const labelled = (id: string) => found.find((one) => one.id === id)?.label ?? KNOWN_DIMENSIONS[id] ?? id;
  const asked: Dimension[] = [
    { id: 'channel', codes: withTallied(ways, tallied('channel')) },
    { id: 'age', codes: withTallied(ages, tallied('age')) },
    {
      id: 'area',
      codes: areaCodes(areas, tallied('area')),
      ...(areas.some(({ district }) => district !== undefined) ? { levels: { district: 'District' } } : {}),
    },
  ]
    .map((one) => ({ ...one, label: labelled(one.id) }))
    .filter(({ codes }) => codes.length > 0);
  const others = found
    .filter(({ id }) => !asked.some((one) => one.id === id))
    .map(({ id, label, codes }) => ({ id, label, codes: withTallied([], codes) }));
  const used = new Set(measuresOf(answers, scanned).flatMap(({ dimensions }) => dimensions));
  return [...asked, ...others].filter(({ id }) => used.has(id));
}

function withTallied(named: readonly Coded[], tallied: readonly TallyCode[]): Code[] {
  const rest = tallied.filter(({ code }) => !named.some((one) => one.code === code));
  return [
    ...named.map(({ code, label }) => ({ code, label: tallyLabel(code, label, tallied) })),
    ...rest.map((one) => ({ code: one.code, label: labelFor(one) })),
  ];
}

function tallyLabel(code: string, wished: string, tallied: readonly TallyCode[]): string {
  const known = tallied.find((one) => one.code === code);
  return known === undefined ? wished : labelFor(known, wished);
}

/** Areas, within districts where any is named; a tally may have rows of districts too. */
function areaCodes(areas: Answers['areas'], tallied: readonly TallyCode[]): Code[] {
  const named = areas.map(({ code, area }) => ({ code, label: area }));
  const names = [...new Set(areas.flatMap(({ district }) => district ?? []))];
  if (names.length === 0) return withTallied(named, tallied);
  const free = tallied.filter(({ code }) => !named.some((one) => one.code === code));
  const codeIn = (label: string) =>
    free.find(({ code, texts }) => [code, ...texts].some((one) => isAlike(one, label)))?.code;
  const districts = codesOf(
    names.map((label) => ({ label, code: codeIn(label) })),
    named.map(({ code }) => code),
  );
  const parentOf = (district: string | undefined) =>
    district === undefined ? TOTAL : valueAt(districts, names.indexOf(district)).code;
  return [
    ...districts.map(({ code, label }) => ({
      code,
      label: tallyLabel(code, label, tallied),
      level: 'district',
    })),
    ...withTallied(
      named,
      tallied.filter((one) => !free.includes(one)),
    ).map((one, at) => ({
      ...one,
      level: 'area',
      parents: { districts: parentOf(valueAt(areas, at).district) },
    })),
  ];
}

function measuresOf(answers: Answers, scanned: Scanned) {
  const { measures, missingRows, ways, ages, areas, actsPerPerson } = answers;
  const asked = [
    ...(ways.length > 0 ? ['channel'] : []),
    ...(ages.length > 0 ? ['age'] : []),
    ...(areas.length > 0 ? ['area'] : []),
  ];
  return MEASURE_IDS.filter((id) => scanned.has(id) || measures.includes(id)).map((id) => {
    const table = scanned.get(id);
    return {
      id,
      ...MEASURES[id],
      dimensions: table === undefined ? asked : dimensionsIn(table),
      ...(table?.withPeople === true ? { people: true, actsPerPerson: actsPerPerson[id] } : {}),
      absentRows: missingRows,
    };
  });
}

/** Two columns of one dimension are refused where the tally is read. */
function dimensionsIn({ dimensions }: ScannedMeasure): string[] {
  return [...new Set(dimensions.map(idOf))];
}
