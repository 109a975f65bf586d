/**
 * Reads a release folder, staged or sealed, and checks that its files fit together: every cell that the
 * declared tables imply and no other, tables that repeat their cube, hashes that `datapackage.json` states.
 * What comes back is all that the attack and the site ever see of it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseAudit } from '../formats/audit-file.ts';
import { parseChanges } from '../formats/changes-file.ts';
import { parseCodelist } from '../formats/codelist-file.ts';
import { formOf, parseCells } from '../formats/cube-file.ts';
import { type Datapackage, parseDatapackage } from '../formats/datapackage-file.ts';
import { parsePrevious } from '../formats/previous-file.ts';
import { formatSums } from '../formats/sums-file.ts';
import { cellKey, type PublishedCell } from '../program/cell.ts';
import type { Codelist } from '../program/codelist.ts';
import { compareReleases, releaseEnd } from '../program/period.ts';
import type { Measure } from '../program/program.ts';
import { signerOfFile } from '../program/signer.ts';
import { accept, acceptAll, type Checked, type Problem, refuse } from '../reading/problem.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { chainProblems } from './chain.ts';
import { sha256 } from './hash.ts';
import { knownFigureProblems } from './known-figures.ts';
import {
  AUDIT,
  CHANGES,
  codelistDimensions,
  codelistPath,
  cubeColumns,
  cubePath,
  cubeRows,
  DATAPACKAGE,
  describedPaths,
  PREVIOUS,
  publishedMeasures,
  tablePath,
} from './layout.ts';
import type { Release, SealedRelease } from './release.ts';
import { readRequests } from './requests-files.ts';
import { readSigners, signatureProblems } from './signatures.ts';
import { formatTable } from './table-text.ts';
import { verifyRelease } from './verify-release.ts';

const AGAIN = 'Take the release again; released files are never edited.';

/** The ids of a program's releases, oldest first; none where the program has none. */
export async function listReleases(programFolder: string): Promise<string[]> {
  const names = await readdir(join(programFolder, 'releases')).catch(() => []);
  return names.filter((name) => releaseEnd(name) !== undefined).sort(compareReleases);
}

/**
 * All releases of a program up to `last`, oldest first, each as it was sealed, made after the one before it, and with no
 * signature that does not hold: nothing may be built on any other.
 */
export async function readReleases(programFolder: string, last?: string): Promise<Checked<SealedRelease[]>> {
  const folder = join(programFolder, 'releases');
  const ids = await listReleases(programFolder);
  const wanted = ids.filter((id) => last === undefined || compareReleases(id, last) <= 0);
  const releases = acceptAll(await Promise.all(wanted.map((id) => readSealed(join(folder, id)))));
  if (!releases.ok) return releases;
  const problems = [
    ...chainProblems(folder, releases.value),
    ...knownFigureProblems(folder, releases.value),
    ...(await allSignatureProblems(programFolder, releases.value)),
  ];
  return problems.length > 0 ? refuse(problems) : releases;
}

async function allSignatureProblems(
  programFolder: string,
  releases: readonly SealedRelease[],
): Promise<readonly Problem[]> {
  const signed = releases.filter(({ signatures }) => signatures.length > 0);
  if (signed.length === 0) return [];
  const signers = await readSigners(programFolder);
  if (!signers.ok) return signers.problems;
  const folderOf = ({ release }: SealedRelease) => join(programFolder, 'releases', release);
  const found = signed.map((release) => signatureProblems(folderOf(release), release, signers.value));
  return (await Promise.all(found)).flat();
}

/** A release of which every file is as it was sealed. */
async function readSealed(folder: string): Promise<Checked<SealedRelease>> {
  const sums = await verifyRelease(folder);
  if (!sums.ok) return sums;
  const release = await readRelease(folder);
  if (!release.ok) return release;
  const seal = { release: release.value.release, hash: sha256(formatSums(sums.value)) };
  const signatures = (await readdir(folder))
    .map(signerOfFile)
    .filter((id) => id !== undefined)
    .sort();
  return accept({ ...release.value, seal, signatures });
}

export async function readRelease(folder: string): Promise<Checked<Release>> {
  const text = await readText(folder, DATAPACKAGE);
  const datapackage = text.ok ? parseDatapackage(text.value, join(folder, DATAPACKAGE)) : text;
  if (!datapackage.ok) return datapackage;
  const misnamed = nameProblem(folder, datapackage.value);
  if (misnamed !== undefined) return refuse([misnamed]);
  const shape = await readShape(folder, datapackage.value);
  if (!shape.ok) return shape;
  const cubes = acceptAll(
    await Promise.all(
      publishedMeasures(shape.value).map((measure) => readCube(folder, shape.value, measure)),
    ),
  );
  if (!cubes.ok) return cubes;
  return finish(folder, datapackage.value, shape.value, new Map(cubes.value));
}

async function finish(
  folder: string,
  datapackage: Datapackage,
  shape: ReleaseShape,
  cubes: Release['cubes'],
): Promise<Checked<Release>> {
  const problems = [
    ...(await tableProblems(folder, shape, cubes)),
    ...(await hashProblems(folder, datapackage, shape)),
  ];
  const changesText = await readText(folder, CHANGES);
  const changes = changesText.ok ? parseChanges(changesText.value, join(folder, CHANGES)) : changesText;
  const audit = await readWhereThere(folder, AUDIT, parseAudit);
  const previous = await readWhereThere(folder, PREVIOUS, parsePrevious);
  const requests = await readRequests(shape, cubes, {
    read: (path) => readText(folder, path),
    placeOf: (path) => join(folder, path),
  });
  const broken = [changes, audit, previous, requests].flatMap((part) => (part.ok ? [] : part.problems));
  if (!changes.ok || !audit.ok || !previous.ok || !requests.ok || problems.length > 0)
    return refuse([...problems, ...broken]);
  return accept({
    ...shape,
    datapackage,
    cubes,
    requests: requests.value,
    audit: audit.value,
    previous: previous.value,
    changes: changes.value,
  });
}

/** Null where the release has no such file. */
async function readWhereThere<T>(
  folder: string,
  path: string,
  parse: (text: string, file: string) => Checked<T>,
): Promise<Checked<T | null>> {
  const names = await readdir(folder);
  if (!names.includes(path)) return accept(null);
  const text = await readText(folder, path);
  return text.ok ? parse(text.value, join(folder, path)) : text;
}

/** A sealed release stands in a folder of its own name. */
function nameProblem(folder: string, { daylight }: Datapackage): Problem | undefined {
  const named = basename(folder);
  if (
    releaseEnd(daylight.release) !== undefined &&
    (releaseEnd(named) === undefined || named === daylight.release)
  )
    return undefined;
  const message = `The folder is named "${named}" but holds release "${daylight.release}".`;
  return problem(join(folder, DATAPACKAGE), 'release-id', message);
}

async function readShape(folder: string, { daylight }: Datapackage): Promise<Checked<ReleaseShape>> {
  const { declaration, release, choice } = daylight;
  const lists = await Promise.all(
    codelistDimensions(declaration).map((dimension) => readCodelist(folder, dimension)),
  );
  const codelists = acceptAll(lists);
  return codelists.ok
    ? accept({ release, declaration, codelists: codelists.value, ...(choice && { choice }) })
    : codelists;
}

async function readCodelist(folder: string, dimension: string): Promise<Checked<Codelist>> {
  const text = await readText(folder, codelistPath(dimension));
  return text.ok ? parseCodelist(text.value, join(folder, codelistPath(dimension)), dimension) : text;
}

async function readCube(
  folder: string,
  shape: ReleaseShape,
  measure: Measure,
): Promise<Checked<[string, PublishedCell[]]>> {
  const path = cubePath(measure.id);
  const text = await readText(folder, path);
  if (!text.ok) return text;
  const cells = parseCells(
    text.value,
    join(folder, path),
    cubeColumns(measure),
    formOf(shape.declaration, measure.id),
  );
  if (!cells.ok) return cells;
  const wanted = cubeRows(shape, measure).map(cellKey);
  const at = firstDifference(
    cells.value.map(({ codes }) => cellKey(codes)),
    wanted,
  );
  if (at === undefined) return accept([measure.id, cells.value]);
  const line = at + 2;
  const message = 'The rows are not exactly the cells of the declared tables, in their order.';
  return refuse([{ ...problem(join(folder, path), 'rows', message), line }]);
}

function firstDifference(found: readonly string[], wanted: readonly string[]): number | undefined {
  const length = Math.max(found.length, wanted.length);
  for (let index = 0; index < length; index += 1) if (found[index] !== wanted[index]) return index;
  return undefined;
}

/** Every table's file is made again from its cube and must be the same text. */
async function tableProblems(
  folder: string,
  shape: ReleaseShape,
  cubes: Release['cubes'],
): Promise<Problem[]> {
  const found = shape.declaration.tables.map(async ({ id }) => {
    const text = await readText(folder, tablePath(id));
    if (!text.ok) return text.problems;
    const same = text.value === formatTable(shape, cubes, id);
    return same
      ? []
      : [problem(join(folder, tablePath(id)), 'table', 'The table does not repeat the cells of its cube.')];
  });
  return (await Promise.all(found)).flat();
}

async function hashProblems(
  folder: string,
  { resources }: Datapackage,
  shape: ReleaseShape,
): Promise<Problem[]> {
  const paths = describedPaths(shape);
  if (resources.map(({ path }) => path).join() !== paths.join()) {
    return [
      problem(
        join(folder, DATAPACKAGE),
        'resources',
        'The described files are not those that the declaration implies.',
      ),
    ];
  }
  const found = resources.map(async ({ path, hash }) => {
    const text = await readText(folder, path);
    if (!text.ok) return text.problems;
    const message = `The file is not the one that ${DATAPACKAGE} describes.`;
    return hash === `sha256:${sha256(text.value)}` ? [] : [problem(join(folder, path), 'hash', message)];
  });
  return (await Promise.all(found)).flat();
}

/** One file of a release as text. `path` is relative to the folder. */
async function readText(folder: string, path: string): Promise<Checked<string>> {
  const file = join(folder, path);
  try {
    return accept(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)));
  } catch {
    return refuse([problem(file, 'unreadable-file', 'The file is missing or cannot be read as UTF-8.')]);
  }
}

function problem(file: string, code: string, message: string): Problem {
  return { file, line: 0, column: '', code, message, fix: AGAIN };
}
