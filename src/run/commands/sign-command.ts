/**
 * `npm run sign -- <program> <release> --key FILE`: puts the signature of a key that `program.json` lists beside the hashes of a
 * release, as `SHA256SUMS.<signer>.sig`. Whose it is follows from the key. A signature that would be refused is not written.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Program } from '../../model/program.ts';
import { type Signer, signatureFile, verifyCommand } from '../../model/signer.ts';
import { parseSshSignature } from '../../model/ssh-signature.ts';
import { SUMS } from '../../release/layout.ts';
import { temporaryFolder, withLock } from '../../release/lock.ts';
import { readReleases } from '../../release/read-release.ts';
import { ReleaseError } from '../../release/release-error.ts';
import { signatureFault } from '../../release/signatures.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { isInside, type Places, shippedPlaces } from '../places.ts';
import { orRefuse, readProgram } from '../read-program.ts';

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
    const text = await effects.sign(key, sums);
    const signer = signerOf(text, { program, release, sums });
    if (signed.includes(signer.id))
      throw new ReleaseError('exists', `Release ${release} is signed by ${signer.id} already.`);
    const temporary = temporaryFolder(releases, 'sign', effects.runner);
    await effects.disk.writeNewFile(temporary, text);
    await effects.disk.rename(temporary, join(releases, release, signatureFile(signer.id)));
    await effects.disk.flushFolder(join(releases, release));
    for (const line of reportSigned(signer, join(releases, release))) effects.print(line);
    return 0;
  });
}

/** A public key may lie anywhere; the other half is not to be published by accident. */
async function refuseSecretInside(key: string, { repository }: Places): Promise<void> {
  if (key.endsWith('.pub') || !(await isInside(key, repository))) return;
  throw new ReleaseError(
    'signature',
    `${key} lies inside the repository, where a secret key could be published by accident. Move it out of it.`,
  );
}

interface Wanted {
  readonly program: Program;
  readonly release: string;
  readonly sums: string;
}

/** Whose signature it is, if it is one that readers of the release accept. */
function signerOf(text: string, { program: { id, signers }, release, sums }: Wanted): Signer {
  const signature = orRefuse(
    parseSshSignature(text, 'ssh-keygen'),
    'The key cannot sign releases. Make one with ssh-keygen -t ed25519, or -t ed25519-sk with a hardware key.',
  );
  const signer = signers.find(({ key }) => key === signature.line);
  if (signer === undefined)
    throw new ReleaseError(
      'signature',
      `data/programs/${id}/program.json lists no signer with this key. If it is the right key, put its signer into "signers" and try again: ${entryFor(signature.line, release)}. docs/program.md explains it.`,
    );
  if (signer.revoked !== undefined)
    throw new ReleaseError(
      'signature',
      `The key of signer "${signer.id}" was revoked on ${signer.revoked.on} and signs nothing any more. Sign with another one.`,
    );
  const bytes = new TextEncoder().encode(sums);
  const fault = signatureFault(signature, { sums: bytes, release, id: signer.id, signers });
  if (fault === undefined) return signer;
  throw new ReleaseError('signature', `${fault} Nothing was written.`);
}

function entryFor(key: string, from: string): string {
  return JSON.stringify({ id: 'clerk-1', name: 'Office of the City Clerk', as: 'office', key, from });
}

function reportSigned({ id, name }: Signer, folder: string): string[] {
  return [
    `${name} has signed: ${join(folder, signatureFile(id))}. Build and publish the site again.`,
    `Anybody checks it in that folder, with the line of ${id} from the page "Data" in a file allowed_signers one folder above: ${verifyCommand(id)}`,
  ];
}
