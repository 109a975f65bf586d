/** A PostgreSQL server of the system's packages, in a folder of its own, on this machine alone. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

export interface Server {
  readonly address: string;
  readonly run: (sql: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Debian keeps the programs of a server beside the path. */
const PACKAGES = '/usr/lib/postgresql';

async function binaries(): Promise<string | undefined> {
  const versions = await readdir(PACKAGES).catch(() => []);
  const newest = versions.toSorted((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? undefined : join(PACKAGES, newest, 'bin');
}

/** The server refuses to run as root: then it runs as the name that its package made. */
function runTool(tool: string, args: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const [command, ...all] = isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', tool, ...args]
    : [tool, ...args];
  const { status, stderr, error } = spawnSync(command ?? '', all, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${tool} failed: ${error?.message ?? stderr}`);
}

/** Undefined where no server is installed. `folder` is taken away by whoever made it. */
export async function openServer(folder: string): Promise<Server | undefined> {
  const bin = await binaries();
  if (bin === undefined) return undefined;
  const home = join(folder, 'server');
  await mkdir(home);
  // Every folder above must be one that the server's own name may pass.
  for (const path of [join(folder, '..'), folder]) await chmod(path, 0o755);
  await chmod(home, 0o777);
  const data = join(home, 'data');
  const port = await freePort();
  runTool(join(bin, 'initdb'), ['-D', data, '-U', 'daylight', '-A', 'trust', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home}`;
  runTool(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start']);
  const address = `postgres://daylight@127.0.0.1:${port}/postgres`;
  return {
    address,
    run: async (sql) => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
    close: async () => runTool(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'fast', 'stop']),
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const place = probe.address();
      probe.close(() => done(typeof place === 'object' && place !== null ? place.port : 0));
    });
  });
}
