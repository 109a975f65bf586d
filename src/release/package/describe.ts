/** `datapackage.json`: what every file and column of a release means (Data Package 2.0, https://datapackage.org). */

import { formOf } from '../../formats/cube-file.ts';
import type { Datapackage, Field, Resource } from '../../formats/datapackage-file.ts';
import { STATUSES } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import { keepsDocket } from '../../program/docket-plan.ts';
import type { Measure, Table } from '../../program/program.ts';
import { measureOf, type ReleaseShape } from '../../system/shape.ts';
import {
  CHANGES,
  codelistPath,
  cubeColumns,
  cubePath,
  publishedMeasures,
  tableColumns,
  tablePath,
} from '../layout.ts';
import { rangeFields, requestResources } from './describe-requests.ts';
import { resource } from './resource.ts';

/** `files` are all other files of the release, by path. */
export function describeRelease(
  shape: ReleaseShape,
  files: ReadonlyMap<string, string>,
  engine: string,
): Datapackage {
  const { declaration, release, choice } = shape;
  const invented = declaration.nature === 'invented';
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${declaration.id}-${release}`.toLowerCase(),
    title: `${declaration.name}, ${declaration.city}: release ${release}${invented ? ' (invented figures)' : ''}`,
    description: `${invented ? 'Invented figures. ' : ''}${declaration.standing} ${hiding(shape)} ${CORRECTIONS}`,
    version: release,
    licenses: [{ title: declaration.licence.name, path: declaration.licence.url }],
    sources: declaration.sources.map(({ title, url }) =>
      url === undefined ? { title } : { title, path: url },
    ),
    resources: [
      ...publishedMeasures(shape).map((measure) => cubeResource(shape, measure, files)),
      ...declaration.tables.map((table) => tableResource(shape, table, files)),
      ...shape.codelists.map(({ dimension }) => codelistResource(shape, dimension, files)),
      ...(keepsDocket(declaration) ? requestResources(shape, files) : []),
      changesResource(shape, files),
    ],
    daylight: { release, engine, ...(choice && { choice }), declaration },
  };
}

/** The same in every release of every program, so that it tells nothing of corrections that wait. */
const CORRECTIONS =
  'Corrections are published together, at every level, in a release in which old and new figures side by side point at nobody. Until then they wait. This stands here whether or not any wait.';

function hiding({ declaration: { k }, choice }: ReleaseShape): string {
  const small = `Counts of 1 to ${k - 1} people are withheld (status c), and so are`;
  return choice === undefined
    ? `${small} other counts from which they could be worked out.`
    : `${small} counts drawn by lot and counts from which either could be worked out.`;
}

function cubeResource(shape: ReleaseShape, measure: Measure, files: ReadonlyMap<string, string>): Resource {
  const columns = cubeColumns(measure);
  const codes = columns.map((dimension) => codeField(shape, dimension, [TOTAL]));
  return resource(
    cubePath(measure.id),
    `${measure.label}: every cell`,
    shape,
    files,
    [...codes, ...valueFields(shape, measure)],
    columns,
  );
}

function tableResource(shape: ReleaseShape, table: Table, files: ReadonlyMap<string, string>): Resource {
  const measure = measureOf(shape.declaration, table.measure);
  const columns = tableColumns(table, measure);
  const codes = columns.map((dimension) => codeField(shape, dimension, []));
  return resource(
    tablePath(table.id),
    table.title,
    shape,
    files,
    [...codes, ...valueFields(shape, measure)],
    columns,
  );
}

/** A column of codes: those of the codelist and `more`. */
function codeField(shape: ReleaseShape, dimension: string, more: readonly string[]): Field {
  const codes =
    shape.codelists.find((codelist) => codelist.dimension === dimension)?.codes.map(({ code }) => code) ?? [];
  const description = `Codes of codelists/${dimension}.csv${more.includes(TOTAL) ? `; ${TOTAL} is the total` : ''}.`;
  const constraints = { required: true, enum: [...more, ...codes] };
  return {
    name: dimension,
    type: 'string',
    title: dimensionTitle(shape, dimension),
    description,
    constraints,
  };
}

function dimensionTitle({ declaration }: ReleaseShape, dimension: string): string {
  const declared = declaration.dimensions.find(({ id }) => id === dimension);
  return declared === undefined ? 'Period' : declared.label;
}

function valueFields({ declaration }: ReleaseShape, measure: Measure): Field[] {
  const when = measure.kind === 'stock' ? 'at the end of the period' : 'in the period';
  return [
    {
      name: 'count',
      type: 'integer',
      title: measure.label,
      description: `Number of ${measure.unit} ${when}; empty where the status is c, z or x.`,
      constraints: { minimum: 0 },
    },
    ...(formOf(declaration, measure.id).withRanges ? rangeFields() : []),
    {
      name: 'status',
      type: 'string',
      title: 'Status',
      description: `Empty: published. c: withheld to protect people, k = ${declaration.k}. z: cannot be otherwise than zero. x: not available. p: provisional. r: revised. b: break in series.`,
      constraints: { enum: STATUSES.filter((status) => status !== '') },
    },
    { name: 'note', type: 'string', title: 'Note', description: 'Reasons and remarks in plain words.' },
  ];
}

function codelistResource(
  shape: ReleaseShape,
  dimension: string,
  files: ReadonlyMap<string, string>,
): Resource {
  const fields: Field[] = [
    { name: 'code', type: 'string', title: 'Code', constraints: { required: true } },
    {
      name: 'parent',
      type: 'string',
      title: 'Parent',
      description: 'The code that it is a part of; empty: the total.',
    },
    {
      name: 'hierarchy',
      type: 'string',
      title: 'Hierarchy',
      description: 'Which way to roll up; a code has a row for each.',
      constraints: { required: true },
    },
    {
      name: 'level',
      type: 'string',
      title: 'Level',
      description: 'Codes of one level never overlap.',
      constraints: { required: true },
    },
    { name: 'order', type: 'integer', title: 'Reading order', constraints: { required: true, minimum: 1 } },
    { name: 'label', type: 'string', title: 'Label', constraints: { required: true } },
  ];
  return resource(
    codelistPath(dimension),
    `Codes: ${dimensionTitle(shape, dimension)}`,
    shape,
    files,
    fields,
    ['code', 'hierarchy'],
  );
}

function changesResource(shape: ReleaseShape, files: ReadonlyMap<string, string>): Resource {
  const fields: Field[] = [
    {
      name: 'measure',
      type: 'string',
      title: 'Measure',
      description: 'A measure, or one of the files below requests/.',
      constraints: { required: true },
    },
    {
      name: 'cell',
      type: 'string',
      title: 'Cell',
      description:
        'Codes as in the cube or the balance sheet; of other rows what names the row, and its column.',
      constraints: { required: true },
    },
    {
      name: 'before',
      type: 'string',
      title: 'In the release before',
      description: 'A count, or the field of a row; "listed" for a row that the other release lacks.',
    },
    { name: 'after', type: 'string', title: 'In this release', description: 'The same.' },
    { name: 'reason', type: 'string', title: 'Reason' },
  ];
  return resource(CHANGES, 'What differs from the release before', shape, files, fields, ['measure', 'cell']);
}
