/** Reads what the programs of a repository have published: `program.json`, releases and the record. Never tallies. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { sealLine } from '../../formats/previous-file.ts';
import { cellKey, type PublishedCell } from '../../program/cell.ts';
import { parseProgram } from '../../program/parse-program.ts';
import { type MonthNumber, periodMonths } from '../../program/period.ts';
import { allowedLine, signerOfFile, verifyCommand } from '../../program/signer.ts';
import { parseTranslations } from '../../program/translation.ts';
import { accept, acceptAll, type Checked } from '../../reading/problem.ts';
import {
  ELSEWHERE,
  ELSEWHERE_FILES,
  type ElsewhereRequest,
  readElsewhere,
} from '../../record/read-elsewhere.ts';
import { RECORD_FILES, readRecord } from '../../record/read-record.ts';
import { outcomesHad } from '../../record/states.ts';
import { readRecalls, standing } from '../../release/changes/recalls.ts';
import { readDays } from '../../release/days.ts';
import { listPublished } from '../../release/list-published.ts';
import { provedRanges } from '../../release/proved-ranges.ts';
import { readReleases } from '../../release/read-release.ts';
import type { SealedRelease } from '../../release/release.ts';
import { requestCells } from '../../release/request-cells.ts';
import { sumRangeOf } from '../../release/sum-range.ts';
import { type Files, readFiles } from '../read-files.ts';
import type { Facts, ProgramFacts, ReleaseFacts, RequestFacts, RequestScope } from './facts.ts';

/** `programs` is the folder that has a folder per program. */
export async function readFacts(programs: string): Promise<Checked<Facts>> {
  const entries = await readdir(programs, { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const read = acceptAll(
    await Promise.all([
      ...ids.map((id) => readProgramFacts(join(programs, id))),
      // A site of one program is its city's own, and speaks of no other.
      ...(ids.length > 1 ? [readElsewhereFacts(join(programs, '..', ELSEWHERE))] : []),
    ]),
  );
  return read.ok ? accept(new Map(read.value.map((facts) => [facts.id, facts]))) : read;
}

async function readProgramFacts(folder: string): Promise<Checked<ProgramFacts>> {
  const read = await readPapers(folder);
  if (!read.ok) return read;
  const { program, releases, record, recalls, days } = read.value;
  const { id, nature, k } = program;
  const translations = await readTranslations(folder, program.languages);
  if (!translations.ok) return translations;
  const shown = standing(releases, recalls);
  const recordFiles = await readRecordFiles(join(folder, 'record'), RECORD_FILES);
  const names = RECORD_FILES.filter((name) => recordFiles.has(name));
  const catalog = { program, releases: shown, record: names, days };
  const sealed = shown.map(
    async (release) =>
      [
        release.release,
        releaseFacts(release, await readFiles(join(folder, 'releases', release.release))),
      ] as const,
  );
  const told = [program, recalls, [...days.values()]];
  return accept({
    id,
    nature,
    k,
    papers: program,
    texts: new Set([...textsOf(told), ...program.signers.map(allowedLine)]),
    translations: new Map(translations.value),
    recordFigures: new Map(record.figures.map((figure) => [figure.id, figure.value])),
    recordRequests: record.requests.map(recordRequest),
    recordFields: new Set(textsOf(record)),
    recordFiles,
    catalog,
    days,
    list: shown.length === 0 ? '' : listPublished({ ...catalog, recalls }),
    releases: new Map(await Promise.all(sealed)),
  });
}

/** What a program has published, and what says how it stands. */
async function readPapers(folder: string) {
  const path = join(folder, 'program.json');
  const program = parseProgram(await readFile(path, 'utf8'), path);
  if (!program.ok) return program;
  const releases = await readReleases(folder);
  if (!releases.ok) return releases;
  const record = await readRecord({ folder: join(folder, 'record'), program: program.value });
  if (!record.ok) return record;
  const recalls = await readRecalls(folder);
  if (!recalls.ok) return recalls;
  const days = await readDays(folder);
  if (!days.ok) return days;
  return accept({
    program: program.value,
    releases: releases.value,
    record: record.value,
    recalls: recalls.value,
    days: days.value,
  });
}

/** Requests for records that no program here holds. */
async function readElsewhereFacts(folder: string): Promise<Checked<ProgramFacts>> {
  const requests = await readElsewhere(folder);
  if (!requests.ok) return requests;
  const names = await readdir(join(folder, 'translations')).catch((): string[] => []);
  const languages = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  const translations = await readTranslations(folder, languages);
  if (!translations.ok) return translations;
  return accept({
    id: ELSEWHERE,
    nature: 'real',
    k: 0,
    papers: {},
    texts: new Set(),
    translations: new Map(translations.value),
    recordFigures: new Map(),
    recordRequests: requests.value.map(recordRequest),
    recordFields: new Set(textsOf(requests.value)),
    recordFiles: await readRecordFiles(folder, ELSEWHERE_FILES),
    catalog: null,
    days: new Map(),
    list: '',
    releases: new Map(),
  });
}

/** The record says how a request ended, not always what left. */
function recordRequest(
  request: Pick<ElsewhereRequest, 'id' | 'requester' | 'received' | 'outcome' | 'states'> & RequestScope,
): RequestFacts {
  const { id, requester, received, outcome, context, aboutPeople } = request;
  const had = outcomesHad(request);
  return { request: id, requester, received, outcome, had, left: null, context, aboutPeople };
}

/** The files that a record knows; nothing that lies beside them is for readers. */
async function readRecordFiles(folder: string, own: readonly string[]): Promise<ProgramFacts['recordFiles']> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => own.includes(name)).sort();
  return new Map(
    await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

async function readTranslations(
  folder: string,
  languages: readonly string[],
): Promise<Checked<(readonly [language: string, texts: ReadonlySet<string>])[]>> {
  const others = languages.filter((language) => language !== SOURCE_LANGUAGE);
  const read = others.map(async (language) => {
    const file = join(folder, 'translations', `${language}.json`);
    const checked = parseTranslations(await readFile(file, 'utf8'), file);
    return checked.ok ? accept([language, new Set(Object.values(checked.value.texts))] as const) : checked;
  });
  return acceptAll(await Promise.all(read));
}

function releaseFacts(release: SealedRelease, files: Files): ReleaseFacts {
  const { cubes, requests, audit, changes, codelists, declaration, seal } = release;
  const cells = [...cubes].flatMap(([measure, cube]) =>
    cube.map((cell): [string, PublishedCell] => [cellKey([measure, ...cell.codes]), cell]),
  );
  const { measures, tables, dimensions } = declaration;
  const published = new Map([...cells, ...requestCells(requests)]);
  return {
    cells: published,
    changes: changes.length,
    requests: requests?.docket ?? [],
    audit,
    rangeOf: sumRangeOf({ shape: release, cells: published, ranges: provedRanges(release) }),
    periodEnds: periodEnds(codelists, declaration),
    files,
    codes: new Set([
      ...codelists.flatMap(({ codes }) => codes.flatMap(({ code, label }) => [code, label])),
      ...[...measures, ...tables, ...dimensions].map(({ id }) => id),
    ]),
    fields: new Set([
      ...[...files].flatMap(([path, bytes]) => fieldsOf(path, bytes)),
      ...cells.map(([, { note }]) => note),
      sealLine(seal),
    ]),
  };
}

function periodEnds(
  codelists: SealedRelease['codelists'],
  { period }: SealedRelease['declaration'],
): ReadonlyMap<string, MonthNumber> {
  const codes = codelists.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  return new Map(
    codes.flatMap(({ code }) => {
      const [, last] = periodMonths(code, period?.fiscalYearStartMonth ?? 1) ?? [];
      return last === undefined ? [] : [[code, last] as const];
    }),
  );
}

/** Every field of a CSV file, every text of a JSON file, how a signature is checked, every word of another. */
function fieldsOf(name: string, bytes: Uint8Array): string[] {
  const signer = signerOfFile(name);
  if (signer !== undefined) return [name, verifyCommand(signer)];
  const text = new TextDecoder().decode(bytes);
  if (name.endsWith('.csv')) return Papa.parse<string[]>(text, { delimiter: ',' }).data.flat();
  return name.endsWith('.json') ? textsOf(JSON.parse(text)) : text.split(/\s+/);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
