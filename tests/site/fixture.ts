// A small invented program with a release, in memory: enough for every page to have something to say.
import { cellKey, type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { leafSets } from '../../src/program/codelist.ts';
import { declare } from '../../src/program/declaration.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { type Program, programCodelists } from '../../src/program/program.ts';
import type {
  PublicRecord,
  RecordedFigure,
  RecordedRequest,
  RecordedStatement,
} from '../../src/record/record.ts';
import { cubeRows, publishedMeasures } from '../../src/release/layout.ts';
import { describeRelease } from '../../src/release/package/describe.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { stageRelease } from '../../src/release/stage.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { measureCodelists, type ReleaseShape } from '../../src/system/shape.ts';

const PROGRAM = {
  id: 'quay-card',
  name: 'Quay Card',
  city: 'Quay',
  nature: 'invented',
  standing: 'Quay does not exist.',
  summary: 'The card of an invented city.',
  tallies: 'confidential',
  period: { from: '2023-01', levels: ['month', 'year'] },
  dimensions: [
    {
      id: 'channel',
      label: 'Way of applying',
      codes: [
        { code: 'event', label: 'At an event' },
        { code: 'online', label: 'Online' },
      ],
    },
    {
      id: 'area',
      label: 'Area',
      codes: [
        ...['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Ivy'].map(
          (label, index) => ({
            code: label.toLowerCase(),
            label,
            level: 'area',
            parents: { districts: index < 5 ? 'east' : 'west' },
          }),
        ),
        { code: 'east', label: 'East', level: 'district' },
        { code: 'west', label: 'West', level: 'district' },
      ],
    },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards issued',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'area'],
    },
    { id: 'records-held', label: 'Records held', unit: 'records', kind: 'stock', dimensions: [] },
  ],
  tables: [
    { id: 'cards-by-month', measure: 'cards-issued', title: 'Cards by month', levels: { period: 'month' } },
    {
      id: 'cards-by-year-channel',
      measure: 'cards-issued',
      title: 'Cards by year and way of applying',
      levels: { period: 'year', channel: 'channel' },
    },
    {
      id: 'cards-by-year-area',
      measure: 'cards-issued',
      title: 'Cards by year and area',
      levels: { period: 'year', area: 'area' },
    },
    {
      id: 'cards-by-year-district',
      measure: 'cards-issued',
      title: 'Cards by year and district',
      levels: { period: 'year', area: 'district' },
    },
    {
      id: 'records-by-month',
      measure: 'records-held',
      title: 'Records held by month',
      levels: { period: 'month' },
    },
  ],
  channels: [
    {
      id: 'online',
      label: 'Online',
      keeps: 'The application.',
      until: 'Three years.',
      accordingTo: 'Quay ordinance.',
      leavesRecords: 'yes',
      opened: '2023-01-09',
    },
  ],
  retention: [{ rule: 'Cards are valid from 14 to 64.', accordingTo: 'Quay ordinance.' }],
  events: [{ date: '2023-05', label: 'Portal opens', accordingTo: 'Quay Courier' }],
  sources: [{ title: 'Invented tallies', howRead: 'Made up' }],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

export const RECORD: PublicRecord = { figures: [], requests: [], statements: [], timeline: [] };

const SOURCE = { sourceTitle: 'Quay Courier', sourceUrl: '' };

export function figureOnRecord(changes: Partial<RecordedFigure>): RecordedFigure {
  return {
    id: 'cards',
    topic: 'cards',
    figure: 'Cards issued',
    value: 100,
    qualifier: '',
    unit: 'cards',
    period: '2023',
    howRead: '',
    note: '',
    derived: '',
    cell: '',
    ...SOURCE,
    ...changes,
  };
}

export function requestOnRecord(changes: Partial<RecordedRequest>): RecordedRequest {
  return {
    id: 'border',
    title: '',
    received: '2023-05-02',
    requester: 'federal_immigration',
    agency: 'Border Inspection Service',
    instrument: 'administrative_subpoena',
    department: 'City Clerk',
    servedOn: 'office',
    heldBy: 'vendor',
    asksFor: 'All applications',
    aboutPeople: true,
    due: '',
    context: false,
    people: null,
    howRead: '',
    note: '',
    states: [],
    outcome: 'declined',
    outcomeAsOf: '2023-06-10',
    left: 'nothing',
    ...SOURCE,
    ...changes,
  };
}

export function statementOnRecord(changes: Partial<RecordedStatement>): RecordedStatement {
  return {
    id: 'border-1',
    request: 'border',
    date: '2023-06-06',
    dateNote: '',
    office: 'City Clerk',
    statement: 'We are reading it.',
    quote: '',
    ...SOURCE,
    ...changes,
  };
}

export function fixtureProgram(changes: Readonly<Record<string, unknown>> = {}): Program {
  const parsed = parseProgram(JSON.stringify({ ...PROGRAM, ...changes }), 'program.json');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Counts that add up nearly enough, by the leaves of each code; those under k are withheld. */
export function fixtureRelease(program: Program, release: string, people = 9000): SealedRelease {
  const shape: ReleaseShape = {
    release,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(release) ?? 0),
  };
  const cubes = new Map(publishedMeasures(shape).map(({ id }) => [id, cellsOf(shape, program, id, people)]));
  const files = stageRelease(shape, cubes, null, [], 'Daylight 0', null);
  return {
    ...shape,
    cubes,
    requests: null,
    changes: [],
    datapackage: describeRelease(shape, files, 'Daylight 0'),
    audit: auditOf(shape, cubes),
    seal: { release, hash: 'a'.repeat(64) },
    previous: null,
    signatures: [],
  };
}

function cellsOf(shape: ReleaseShape, program: Program, id: string, people: number): PublishedCell[] {
  const measure = publishedMeasures(shape).find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  const lists = measureCodelists(measure, shape.codelists);
  const leaves = lists.map(leafSets);
  return cubeRows(shape, measure).map((codes) => {
    const shares = codes.map((code, index) => shareOf(code, leaves[index] ?? new Map()));
    const count = Math.round(shares.reduce((product, share) => product * share, people));
    const remark = program.notes.find(
      ({ measure: only, at }) =>
        (only === undefined || only === id) &&
        ['period', ...measure.dimensions].every(
          (dimension, index) => at[dimension]?.includes(codes[index] ?? '') ?? true,
        ),
    );
    if (remark?.status === 'x' || remark?.status === 'z')
      return { codes, count: null, status: remark.status, note: remark.note };
    return count > 0 && count < program.k
      ? { codes, count: null, status: 'c', note: WITHHELD_NOTE }
      : { codes, count, status: remark?.status ?? '', note: remark?.note ?? '' };
  });
}

/** The leaves of a code among all, the first weighing most. */
function shareOf(code: string, leaves: ReadonlyMap<string, ReadonlySet<string>>): number {
  const all = [...(leaves.get('_T') ?? [])];
  const weight = (leaf: string) => 1 / (1 + (all.indexOf(leaf) % 12));
  const sum = (some: Iterable<string>) => [...some].reduce((total, leaf) => total + weight(leaf), 0);
  return sum(leaves.get(code) ?? []) / sum(all);
}

function auditOf(
  { declaration, release }: ReleaseShape,
  cubes: SealedRelease['cubes'],
): SealedRelease['audit'] {
  const cells = [...cubes.values()].flat();
  const withheld = cells.filter(({ status }) => status === 'c');
  const count = (status: string) => cells.filter((cell) => cell.status === status).length;
  return {
    program: declaration.id,
    release,
    k: declaration.k,
    releases: [release],
    recordFigures: [],
    cells: {
      published: cells.length - withheld.length - count('z') - count('x'),
      withheld: withheld.length,
      notApplicable: count('z'),
      notAvailable: count('x'),
    },
    blocks: 1,
    promise: 'kept',
    ranges: withheld.map(({ codes }) => ({
      measure: 'cards-issued',
      cell: cellKey(codes),
      least: 0,
      most: null,
      verdict: 'open' as const,
    })),
    certificates: [],
    sets: { parts: 0, undecided: 0 },
    insiders: {
      pairs: 6,
      asked: 6,
      kinds: [{ people: 1, alone: true, placed: 3, few: 1, fewAtMost: 1, exact: 2, exactAtMost: 2 }],
    },
    method: 'Linear and whole-number programs over everything published.',
    engine: 'Daylight 0',
    solver: 'HiGHS',
  };
}

export function fixtureSite(): SiteProgram {
  const program = fixtureProgram();
  return {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2023-Q4'), fixtureRelease(program, '2024-Q4')],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  };
}
