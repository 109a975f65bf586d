import { describe, expect, test } from 'vitest';
import { isSmall } from '../../src/program/cell.ts';
import type { Codelist } from '../../src/program/codelist.ts';
import { declare } from '../../src/program/declaration.ts';
import { countsRequests } from '../../src/program/docket-plan.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { type CellNote, type Measure, type Program, programCodelists } from '../../src/program/program.ts';
import type { TallyGrid } from '../../src/program/tally.ts';
import { acceptAll } from '../../src/reading/problem.ts';
import { product } from '../../src/system/boxes.ts';
import { relationRows } from '../../src/system/relations.ts';
import { measureCodelists, tableBox } from '../../src/system/shape.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { PROGRAM_IDS, PROGRAMS_FOLDER, readProgram, readRows } from './programs.ts';
import { recount } from './recount.ts';

const FIGURE_COLUMNS =
  'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell'.split(',');

/** All that the tests below ask about the tallies of one program at its newest release. */
interface Counted {
  readonly program: Program;
  readonly codelists: readonly Codelist[];
  /** Every count that some grid gives for a cell; one where all ways agree, none where it is not known. */
  readonly countsOf: (measure: Measure, codes: readonly string[]) => number[];
  readonly statusOf: (measure: Measure, codes: readonly string[]) => CellNote['status'];
  readonly cellsOf: (table: Program['tables'][number]) => { measure: Measure; codes: string[] }[];
}

async function count(program: Program, release: string): Promise<Counted> {
  const end = releaseEnd(release) ?? 0;
  const codelists = programCodelists(program, end);
  const folder = `${PROGRAMS_FOLDER}/${program.id}/tallies`;
  const read = acceptAll(await readTallies({ program, end, folder }));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(' '));
  const grids = new Map<string, readonly TallyGrid[]>(
    read.value.map((tallies) => [tallies.measure, tallies.grids]),
  );
  const listsOf = (measure: Measure) => measureCodelists(measure, codelists);
  return {
    program,
    codelists,
    countsOf: (measure, codes) => {
      const counts = grids
        .get(measure.id)
        ?.flatMap((grid) => recount(grid, codes, measure, listsOf(measure)) ?? []);
      return [...new Set(counts)];
    },
    statusOf: (measure, codes) =>
      program.notes.find((note) => note.status !== '' && speaksOf(note, measure, codes))?.status ?? '',
    cellsOf: (table) => {
      const measure = program.measures.find(({ id }) => id === table.measure) as Measure;
      return product(tableBox(table, measure, listsOf(measure))).map((codes) => ({ measure, codes }));
    },
  };
}

function speaksOf({ measure: only, at }: CellNote, measure: Measure, codes: readonly string[]): boolean {
  if (only !== undefined && only !== measure.id) return false;
  const names = ['period', ...measure.dimensions];
  return Object.entries(at).every(([dimension, wanted]) =>
    wanted.includes(codes[names.indexOf(dimension)] ?? ''),
  );
}

/** A program without what follows from its docket, which has files and tests of its own. */
function withoutDocket(program: Program): Program {
  return {
    ...program,
    measures: program.measures.filter(({ id }) => !countsRequests(id)),
    tables: program.tables.filter(({ measure }) => !countsRequests(measure)),
    relations: program.relations.filter(({ left }) => !left.some(({ measure }) => countsRequests(measure))),
  };
}

const withTallies = PROGRAM_IDS.map(readProgram)
  .filter(({ tallies }) => tallies !== 'none')
  .map(withoutDocket);

describe.each(withTallies.map((program) => [program.id, program] as const))('%s', async (_id, program) => {
  const counted = await count(program, program.releases.at(-1) ?? '');
  const cells = program.tables.flatMap(counted.cellsOf);

  test('every cell of every table has one count, or a note that says why it has none', () => {
    const wrong = cells.filter(({ measure, codes }) => {
      const isNoted = counted.statusOf(measure, codes) === 'x';
      return counted.countsOf(measure, codes).length !== (isNoted ? 0 : 1);
    });
    expect(wrong.map(({ codes }) => codes.join('|'))).toEqual([]);
  });

  test('every cell that cannot be otherwise counts nobody', () => {
    const impossible = cells.filter(({ measure, codes }) => counted.statusOf(measure, codes) === 'z');
    const counts = impossible.map(({ measure, codes }) => counted.countsOf(measure, codes)[0]);
    expect(counts.filter((value) => value !== 0)).toEqual([]);
  });

  test('every relation holds in every period in which its cells are counted', () => {
    const declaration = declare(program);
    const rows = relationRows(declaration, counted.codelists);
    const broken = rows.filter(({ terms, sense }) => {
      const sum = terms.reduce((total, { measure, codes, coefficient }) => {
        const declared = program.measures.find(({ id }) => id === measure) as Measure;
        return total + coefficient * (counted.countsOf(declared, codes)[0] ?? Number.NaN);
      }, 0);
      return sense === 'equal' ? sum !== 0 : !(sum <= 0);
    });
    expect(broken.map(({ relation, terms }) => `${relation.id} ${terms[0]?.codes.join('|')}`)).toEqual([]);
  });

  test('no table needs more than a quarter of its cells hidden from the start', () => {
    for (const table of program.tables) {
      const own = counted.cellsOf(table);
      const small = own.filter(({ measure, codes }) => {
        const value = counted.countsOf(measure, codes)[0] ?? 0;
        return isSmall({ codes, count: value, people: null, status: '', note: '' }, program.k);
      });
      expect(small.length / own.length, table.id).toBeLessThan(0.25);
    }
  });
});

test('the invented program has dozens of small cells, in tables of every measure', async () => {
  const invented = withTallies.find(({ nature }) => nature === 'invented') as Program;
  const counted = await count(invented, invented.releases.at(-1) ?? '');
  const small = invented.tables.flatMap(counted.cellsOf).filter(({ measure, codes }) => {
    const value = counted.countsOf(measure, codes)[0] ?? 0;
    return value > 0 && value < invented.k;
  });
  expect(small.length).toBeGreaterThan(24);
  expect(small.length).toBeLessThan(100);
  expect(new Set(small.map(({ measure }) => measure.id)).size).toBe(invented.measures.length);
});

test('the invented program has issued some sixty thousand cards', async () => {
  const invented = withTallies.find(({ nature }) => nature === 'invented') as Program;
  const counted = await count(invented, invented.releases.at(-1) ?? '');
  const cards = invented.measures.find(({ id }) => id === 'cards-issued') as Measure;
  const [total = 0] = counted.countsOf(cards, ['_T', '_T', '_T', '_T', '_T']);
  expect(Math.round(total / 10_000)).toBe(6);
});

test('figures on the record of the invented program that name a cell are true of it', async () => {
  const invented = withTallies.find(({ nature }) => nature === 'invented') as Program;
  const counted = await count(invented, invented.releases[0] ?? '');
  const file = `${PROGRAMS_FOLDER}/${invented.id}/record/figures.csv`;
  const mapped = readRows(file, FIGURE_COLUMNS).filter(({ cell }) => cell !== '');
  expect(mapped.length).toBeGreaterThan(0);
  for (const { cell = '', value, qualifier, id } of mapped) {
    const [measureId, ...codes] = cell.split('|');
    const measure = invented.measures.find((other) => other.id === measureId) as Measure;
    const [found = Number.NaN] = counted.countsOf(measure, codes);
    if (qualifier === 'exact') expect(found, id).toBe(Number(value));
    else expect(qualifier === 'more than' && found > Number(value), id).toBe(true);
  }
});
