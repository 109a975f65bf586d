/**
 * `npm run witness -- <address or folder> [--keep DIR] [--key FILE]`: looks at everything that was published, from the last line
 * that it kept. Hashes, chain, signatures and certificates must hold, and all that it saw before must be there and the same. Only
 * then it keeps the new lines and, with a key, signs the newest release of each program.
 */
import { join, resolve } from 'node:path';
import { compareReleases } from '../../program/period.ts';
import { signatureFile } from '../../program/signer.ts';
import { temporaryPath } from '../../release/lock.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { parseSshSignature } from '../../signatures/ssh-signature.ts';
import { type Examined, examine, programOf } from '../../witness/examine.ts';
import { type SeenRelease, SUMS, textOf } from '../../witness/examine-release.ts';
import { type FoundFiles, RefusedFiles } from '../../witness/files.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { orRefuse } from '../read-program.ts';
import { faultSentence, refusalSentence } from '../witness/fault-sentences.ts';
import { formatKept, type KeptBefore, parseKept } from '../witness/kept-lines.ts';
import { openPublished } from '../witness/read-published.ts';

export function witnessCommand(args: readonly string[], effects: Effects): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects), 'witness', effects);
}

interface Options {
  readonly where: string;
  readonly keep: string;
  readonly key: string | undefined;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, {
    keep: { type: 'string', default: 'witness' },
    key: { type: 'string' },
  });
  const [where, ...surplus] = positionals;
  if (where === undefined || surplus.length > 0) throw new UsageError('Name one address or one folder.');
  return { where, keep: resolve(values.keep), key: values.key && resolve(values.key) };
}

const LINES = 'lines.txt';

interface Looked {
  readonly program: string;
  readonly last: SeenRelease;
  readonly examined: Examined;
}

async function run({ where, keep, key }: Options, effects: Effects): Promise<ExitCode> {
  const file = join(keep, LINES);
  const before = orRefuse(
    parseKept((await effects.disk.readIfThere(file)) ?? '', file),
    'What was kept cannot be read, so nothing was looked at.',
  );
  const looked: Looked[] = [];
  for (const readProgram of await openPublished(where))
    looked.push(await lookAt(await refusingFiles(readProgram), before, effects));
  const gone = [...before.keys()].filter((id) => !looked.some(({ program }) => program === id));
  for (const id of gone) effects.print(`${id}: you saw this program before, and it is not there.`);
  for (const { examined, program } of looked)
    for (const line of sayOf(program, examined)) effects.print(line);
  if (gone.length > 0 || looked.some(({ examined }) => examined.faults.length > 0)) {
    effects.print('Refused: nothing was kept, and nothing was signed.');
    return 1;
  }
  await effects.disk.makeFolder(keep);
  await writeOver(
    file,
    formatKept(new Map([...before, ...looked.map((one) => linesOf(one, before))])),
    effects,
  );
  effects.print(`Kept: ${file}. Compare its lines with another witness, or print them.`);
  if (key !== undefined) for (const one of looked) await sign(one, keep, key, effects);
  return 0;
}

async function lookAt(files: FoundFiles, before: KeptBefore, effects: Effects): Promise<Looked> {
  const program = programOf(files);
  const lines = before.get(program) ?? new Map<string, string>();
  effects.log(`Looking at ${program} ...`);
  const examined = await examine(files, { program, lines, all: true }, () => undefined);
  const last = examined.releases.at(-1);
  if (
    last === undefined ||
    (!examined.isWhole && examined.recalled.length === 0 && examined.faults.length === 0)
  )
    throw new RefusedError(
      'input',
      last === undefined
        ? `${examined.faults.map(faultSentence).join(' ')} Nothing was kept.`
        : `Release ${last.seal.release} of ${program} is there alone, made after ${last.previous?.release}. Name a place that has all releases: nobody can vouch for a history that is not there.`,
    );
  return { program, last, examined };
}

async function refusingFiles(read: () => Promise<FoundFiles>): Promise<FoundFiles> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RefusedFiles)) throw error;
    throw new RefusedError('input', `${refusalSentence(error.why, error.what)} Nothing was kept.`);
  }
}

function sayOf(program: string, { faults, releases, files, shown, recalled }: Examined): string[] {
  if (faults.length > 0) return faults.map((fault) => `${program}: ${faultSentence(fault)}`);
  const [last] = releases.slice(-1);
  const added = shown === null ? [] : [`, ${shown} hidden counts are shown by addition to keep the promise`];
  return [
    `${program}: ${releases.length} releases up to ${last?.seal.release}, ${files} files are as they were sealed, each release names the one before it${added.join('')}.`,
    ...recalled.map(
      ({ release, recalled: day }) =>
        `${program}: release ${release} was recalled on ${day} and is not served; the chain was followed across it by the line that you kept, if you kept one.`,
    ),
  ];
}

/** With the lines of releases that were recalled since: the chain is followed across them. */
function linesOf({ program, examined }: Looked, before: KeptBefore): [string, ReadonlyMap<string, string>] {
  const now = examined.releases.map(({ seal: { release, hash } }) => [release, hash] as const);
  const all = new Map([...(before.get(program) ?? []), ...now]);
  return [program, new Map([...all].sort(([one], [other]) => compareReleases(one, other)))];
}

/** Signs what was looked at, and says what to send to whom. */
async function sign({ program, last, examined }: Looked, keep: string, key: string, effects: Effects) {
  const sums = textOf(last.files.get(SUMS)) ?? '';
  const text = await effects.sign(key, sums);
  const { line } = orRefuse(
    parseSshSignature(text, 'ssh-keygen'),
    'The key cannot sign releases. Make one with ssh-keygen -t ed25519, or -t ed25519-sk with a hardware key.',
  );
  const { release } = last.seal;
  const signer = examined.list?.signers.find((one) => one.key === line);
  const folder = join(keep, program, release);
  await effects.disk.makeFolder(folder);
  const file = join(folder, signatureFile(signer?.id ?? 'witness'));
  await writeOver(file, text, effects);
  const contact = examined.list?.contact ?? 'whoever publishes the program';
  effects.print(`Signed: ${file}. Send this file to ${contact}.`);
  if (signer === undefined)
    effects.print(
      `They do not list your key yet. Send it too, by another way, and under which name you vouch: ${line}`,
    );
}

async function writeOver(file: string, text: string, { disk, runner }: Effects): Promise<void> {
  const temporary = temporaryPath(resolve(file, '..'), 'witness', runner);
  await disk.remove(temporary);
  await disk.writeNewFile(temporary, text);
  await disk.rename(temporary, file);
}
