/** `program.json` of a new program, from the answers and the tallies that are there. */
import type { PeriodLevel } from '../../model/period.ts';
import { monthCode } from '../../model/period.ts';
import type { ScannedTable } from '../../tallies/scan-table.ts';
import { type Answers, MEASURE_IDS, MEASURES, type MeasureId } from './answers.ts';

/** By measure. */
export type Scanned = ReadonlyMap<MeasureId, ScannedTable>;

interface Code {
  readonly code: string;
  readonly label: string;
  readonly level?: string;
  readonly parents?: Readonly<Record<string, string>>;
}

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly Code[];
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
  const { name, city, publisher } = answers;
  return {
    $schema: '../../../docs/program.schema.json',
    id,
    name,
    city,
    nature: 'real',
    standing: `Published by the ${publisher.replace(/^the /i, '').replace(/\.$/, '')}.`,
    summary: `${name} is the municipal identification card of ${city}.`,
    tallies: 'confidential',
    period: periodsOf(answers, scanned),
    dimensions: dimensionsOf(answers, scanned),
    measures: measuresOf(answers, scanned),
    ...(answers.docket ? { docket: {} } : {}),
    channels: answers.ways.map(({ label, keeps, until, leavesRecords }) => ({
      id: codeOf(label, 'way'),
      label,
      keeps,
      until,
      accordingTo: publisher,
      leavesRecords,
    })),
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
}

/** From the finest on, and quarters always where there is a docket. */
function periodsOf({ periods, from, docket }: Answers, scanned: Scanned): Draft['period'] {
  const tables = [...scanned.values()];
  const finest = Math.min(
    ...tables.map(({ level }) => LEVELS.indexOf(level)),
    tables.length > 0 ? 2 : LEVELS.indexOf(periods),
  );
  const first = Math.min(...tables.map(({ first }) => first));
  const begin = docket ? Math.min(finest, 1) : finest;
  return { from: tables.length === 0 ? from : monthCode(first), levels: LEVELS.slice(begin) };
}

/** Those of the answers, and those that the tallies have, each with every label that occurs. */
function dimensionsOf({ ways, ages, areas }: Answers, scanned: Scanned): Dimension[] {
  const asked: Dimension[] = [
    plainDimension(
      'channel',
      'Way of applying',
      ways.map(({ label }) => label),
    ),
    plainDimension('age', 'Age', ages),
    areaDimension(areas),
  ];
  const found = new Map<string, { title: string; labels: string[] }>();
  for (const { dimensions } of scanned.values())
    for (const { title, labels } of dimensions) {
      const id = codeOf(title, 'dimension');
      const known = found.get(id) ?? { title, labels: [] };
      found.set(id, { ...known, labels: [...new Set([...known.labels, ...labels])] });
    }
  const own = asked.filter(({ codes }) => codes.length > 0);
  return [
    ...own.map((dimension) => withLabels(dimension, found.get(dimension.id)?.labels ?? [])),
    ...[...found]
      .filter(([id]) => !own.some((one) => one.id === id))
      .map(([id, { title, labels }]) => plainDimension(id, title, labels)),
  ];
}

/** With a code for each label of the tallies that nobody named. */
function withLabels(dimension: Dimension, labels: readonly string[]): Dimension {
  const known = dimension.codes.flatMap(({ code, label }) => [code, codeOf(label, label)]);
  const { level } = dimension.codes.at(-1) ?? {};
  const more = codesOf(labels.filter((label) => !known.includes(codeOf(label, label))));
  return {
    ...dimension,
    codes: [
      ...dimension.codes,
      ...more.map((code) => ({ ...code, ...(level === undefined ? {} : { level }) })),
    ],
  };
}

function plainDimension(id: string, label: string, labels: readonly string[]): Dimension {
  return { id, label, codes: codesOf(labels) };
}

/** Areas, within districts where any is named. */
function areaDimension(areas: Answers['areas']): Dimension {
  const districts = [...new Set(areas.flatMap(({ district }) => district ?? []))];
  if (districts.length === 0)
    return plainDimension(
      'area',
      'Area',
      areas.map(({ area }) => area),
    );
  const codes = codesOf([...districts, ...areas.map(({ area }) => area)]);
  return {
    id: 'area',
    label: 'Area',
    codes: codes.map((code, at): Code => {
      const area = areas[at - districts.length];
      if (area === undefined) return { ...code, level: 'district' };
      const parent = codes[districts.indexOf(area.district ?? '')];
      return { ...code, level: 'area', parents: { districts: parent?.code ?? '_T' } };
    }),
  };
}

/** A code per label; two that would be alike are counted up. */
function codesOf(labels: readonly string[]): Code[] {
  const taken = new Set<string>();
  return labels.map((label, at) => {
    const plain = codeOf(label, `code-${at + 1}`);
    const code = taken.has(plain) ? `${plain}-${at + 1}` : plain;
    taken.add(code);
    return { code, label };
  });
}

/** `At the counter` becomes `at-the-counter`; `other` stands for a label without Latin letters or digits. */
function codeOf(label: string, other: string): string {
  const plain = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? other : plain;
}

function measuresOf({ measures, missingRows, ways, ages, areas }: Answers, scanned: Scanned) {
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
      dimensions: table?.dimensions.map(({ title }) => codeOf(title, 'dimension')) ?? asked,
      ...(table?.withPeople === true ? { people: true } : {}),
      absentRows: missingRows,
    };
  });
}
