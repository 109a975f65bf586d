/**
 * `npm run sign -- <program> <release> --key FILE`: puts the signature of a key that `program.json` lists beside the hashes of a
 * release, as `SHA256SUMS.<signer>.sig`. Whose it is follows from the key. A signature that would be refused is not written.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Signer, signatureFile, verifyCommand } from '../../program/signer.ts';
import { SUMS } from '../../release/layout.ts';
import { temporaryPath, withLock } from '../../release/lock.ts';
import { readReleases } from '../../release/read-release.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { orRefuse, readProgram } from '../read-program.ts';
import { refuseSecretInside, signSums } from '../release/sign-sums.ts';

export function signCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, places), 'sign', effects);
}

interface Options {
  readonly program: string;
  readonly release: string;
  readonly key: string;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, { key: { type: 'string' } });
  const [program, release, ...surplus] = positionals;
  if (program === undefined || release === undefined || surplus.length > 0)
    throw new UsageError('Name one program and one of its releases.');
  if (values.key === undefined) throw new UsageError('Name the key with --key, as ssh-keygen -f takes it.');
  return { program, release, key: resolve(values.key) };
}

async function run({ program: id, release, key }: Options, effects: Effects, places: Places) {
  const { program, folder } = await readProgram(id, places);
  const releases = join(folder, 'releases');
  await refuseSecretInside(key, places);
  return await withLock(releases, effects.runner, effects.disk, async (): Promise<ExitCode> => {
    const known = orRefuse(
      await readReleases(folder),
      'A release is not as it was sealed, or a signature does not hold, so none is signed.',
    );
    const signed = known.find((one) => one.release === release)?.signatures;
    if (signed === undefined) throw new UsageError(`Program "${id}" has no release "${release}".`);
    const sums = await readFile(join(releases, release, SUMS), 'utf8');
    const { signer, text } = await signSums(key, { program, release, sums }, effects);
    if (signed.includes(signer.id))
      throw new RefusedError('exists', `Release ${release} is signed by ${signer.id} already.`);
    const temporary = temporaryPath(releases, 'sign', effects.runner);
    await effects.disk.writeNewFile(temporary, text);
    await effects.disk.rename(temporary, join(releases, release, signatureFile(signer.id)));
    await effects.disk.flushFolder(join(releases, release));
    for (const line of reportSigned(signer, join(releases, release))) effects.print(line);
    return 0;
  });
}

function reportSigned({ id, name }: Signer, folder: string): string[] {
  return [
    `${name} has signed: ${join(folder, signatureFile(id))}. Build and publish the site again.`,
    `Anybody checks it in that folder, with the line of ${id} from the page "Data" in a file allowed_signers one folder above: ${verifyCommand(id)}`,
  ];
}
