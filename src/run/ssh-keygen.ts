/** Signing by the machine's own `ssh-keygen`, so that Daylight never sees a secret key: it reads the key, or asks an agent or hardware. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { NAMESPACE } from '../program/signer.ts';
import { RefusedError } from '../release/refused-error.ts';

/** The signature of a message by the key in a file; of a `.pub` file by the agent that has the other half. */
export type SignMessage = (keyFile: string, message: string) => Promise<string>;

/** `ssh-keygen` asks for a passphrase or a touch on the terminal itself. */
export const signWithSshKeygen: SignMessage = async (keyFile, message) => {
  const args = ['-Y', 'sign', '-n', NAMESPACE, '-f', keyFile];
  const running = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done, fail) => running.once('error', fail).once('close', done));
  // Where it ends without reading, it says why itself.
  running.stdin.on('error', () => undefined).end(message);
  const [signature, code] = await Promise.all([text(running.stdout), ended]).catch(refuseMissing);
  if (code === 0) return signature;
  throw new RefusedError(
    'signature',
    `ssh-keygen did not sign with ${keyFile}, and says why above. Nothing was written.`,
  );
};

function refuseMissing(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  throw new RefusedError(
    'signature',
    'There is no ssh-keygen on this machine. Install OpenSSH 8.1 or later, then try again.',
  );
}
