import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Datapackage, parseDatapackage, type Resource } from '../../../src/formats/datapackage-file.ts';
import { checkFiles } from '../../../src/gate/check-files.ts';
import type { Facts, ProgramFacts, ReleaseFacts } from '../../../src/gate/facts/facts.ts';
import { readParquetFiles } from '../../../src/gate/files/other-forms.ts';
import { zipFiles } from '../../../src/release/forms/archive.ts';
import { formatParquet } from '../../../src/release/forms/parquet.ts';
import { formatWorkbook } from '../../../src/release/forms/workbook.ts';
import { stagedFiles } from '../../release/small-release.ts';
import { AGAINST, siteWith } from '../fixture.ts';

const BOOK = 'small-town/releases/2024-Q4/files.xlsx';
const TABLE = 'small-town/latest/tables/cards.xlsx';
const PARQUET = 'small-town/latest/tables/cards.parquet';
const WHY = 'Read back, the file does not hold the cells of the release, and these alone.';

const STAGED: ReadonlyMap<string, string> = stagedFiles();
const PAPERS = papersOf(STAGED.get('datapackage.json') ?? '');
const CARDS = resourceOf('tables/cards.csv');

function papersOf(text: string): Datapackage {
  const papers = parseDatapackage(text, 'datapackage.json');
  if (!papers.ok) throw new Error('no papers');
  return papers.value;
}

function resourceOf(path: string): Resource {
  const found = PAPERS.resources.find((resource) => resource.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
}

/** The facts of the small town, with a whole release in the place of its own. */
function facts(): Facts {
  const town = AGAINST.facts.get('small-town') as ProgramFacts;
  const release = town.releases.get('2024-Q4') as ReleaseFacts;
  const files = new Map([...STAGED].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const said = [
    PAPERS.title,
    PAPERS.version,
    PAPERS.description,
    ...PAPERS.licenses.flatMap(({ title, path }) => [title, path]),
    ...PAPERS.resources.flatMap(({ path, title, schema }) => [
      path,
      title,
      ...schema.fields.flatMap((field) => [field.title, field.description ?? '']),
    ]),
  ];
  const whole = { ...release, files, fields: new Set(said) };
  return new Map([...AGAINST.facts, ['small-town', { ...town, releases: new Map([['2024-Q4', whole]]) }]]);
}

async function found(path: string, bytes: Uint8Array): Promise<string[]> {
  const files = new Map([...siteWith({}), [path, bytes] as const]);
  const parquets = await readParquetFiles(files);
  const findings = checkFiles(files, { ...AGAINST, facts: facts(), parquets });
  return findings.filter(({ file }) => file === path).map(({ why }) => why);
}

/** The workbook with one of its parts written anew. */
function changed(book: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(book)));
  const xml = new TextDecoder().decode(parts.get(part));
  const after = change(xml);
  expect(after).not.toBe(xml);
  return zipFiles(new Map([...parts, [part, new TextEncoder().encode(after)]]));
}

let book: Uint8Array;
let table: Uint8Array;
beforeAll(async () => {
  book = await formatWorkbook(PAPERS, PAPERS.resources, STAGED);
  table = await formatWorkbook(PAPERS, [CARDS], STAGED);
});

describe('the gate', () => {
  test('takes a workbook and a Parquet file that hold the cells of the release', async () => {
    expect(await found(BOOK, book)).toEqual([]);
    expect(await found(TABLE, table)).toEqual([]);
    expect(await found(PARQUET, formatParquet(CARDS, STAGED.get(CARDS.path) ?? ''))).toEqual([]);
  });

  test('refuses a workbook in which a count differs, a hidden one stands, or a row is gone', async () => {
    const sheet = 'xl/worksheets/sheet2.xml';
    const count = /<v>40<\/v>/;
    const empty = await found(
      TABLE,
      changed(table, sheet, (xml) => xml.replace(count, '<v></v>')),
    );
    expect(empty).toEqual([WHY]);
    const other = await found(
      TABLE,
      changed(table, sheet, (xml) => xml.replace(count, '<v>41</v>')),
    );
    expect(other).toEqual([WHY]);
    const lastRow = /<row(?:(?!<row).)*<\/row>(?=<\/sheetData>)/;
    expect(
      await found(
        TABLE,
        changed(table, sheet, (xml) => xml.replace(lastRow, '')),
      ),
    ).toEqual([WHY]);
    const extra = '<row r="99"><c r="B99"><v>3</v></c></row></sheetData>';
    const more = changed(table, sheet, (xml) => xml.replace('</sheetData>', extra));
    expect(await found(TABLE, more)).toEqual([WHY]);
  });

  test('refuses a first sheet that says a number which the papers do not say', async () => {
    const told = changed(table, 'xl/sharedStrings.xml', (xml) => xml.replace('>Source<', '>Source of 3<'));
    expect(await found(TABLE, told)).toEqual([WHY]);
  });

  test('refuses a workbook with a part that no sheet has', async () => {
    const parts = new Map(Object.entries(unzipSync(table)));
    const noted = zipFiles(new Map([...parts, ['xl/comments1.xml', new TextEncoder().encode('<t>3</t>')]]));
    expect(await found(TABLE, noted)).toEqual([WHY]);
  });

  test('refuses a Parquet file in which a count differs or a hidden one stands', async () => {
    const text = STAGED.get(CARDS.path) ?? '';
    expect(await found(PARQUET, formatParquet(CARDS, text.replace(',40,', ',41,')))).toEqual([WHY]);
    expect(await found(PARQUET, formatParquet(CARDS, text.replace(',,c,', ',3,c,')))).toEqual([WHY]);
    expect(await found(PARQUET, new TextEncoder().encode('PAR1'))).toEqual([WHY]);
  });

  test('refuses the cells of another file, and of a release that was never made', async () => {
    expect(await found(BOOK, table)).toEqual([WHY]);
    expect(await found(TABLE, book)).toEqual([WHY]);
    expect(await found('small-town/latest/tables/tallies.xlsx', table)).toEqual([WHY]);
    expect(await found('small-town/releases/2025-Q1/files.xlsx', book)).toContain(WHY);
    expect(await found(TABLE, new TextEncoder().encode('3 people'))).toEqual([WHY]);
  });
});
