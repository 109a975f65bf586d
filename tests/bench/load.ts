/**
 * The built site behind nginx with the recipe of deploy/, on this machine alone (127.0.0.1): requests per second, memory, errors with
 * ten thousand connections at once, and bytes over the wire of a visit. nginx and wrk share the processor, so each figure is a floor.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, get, type OutgoingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHome, loadedBy, weighPages } from '../browser/weigh.ts';
import type { Measurement } from './measure.ts';

const DIST = 'dist';
const READERS = 10_000;
const RELEASE = '/en/example-city/releases/2025-Q2/';

/** What is missing here, in a sentence each. */
function missing(): string[] {
  const has = (tool: string, flag: string) => spawnSync(tool, [flag]).error === undefined;
  return [
    ...(has('nginx', '-v') ? [] : ['nginx (Debian: apt-get install nginx)']),
    ...(has('wrk', '-v') ? [] : ['wrk (Debian: apt-get install wrk)']),
    ...(existsSync(join(DIST, 'index.html')) ? [] : ['a built site (npm run build)']),
  ];
}

export async function benchLoad(): Promise<Measurement[]> {
  const lacks = missing();
  if (lacks.length > 0) {
    console.log(`  not measured, for here is missing: ${lacks.join(', ')}`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'daylight-nginx-'));
  const port = await freePort();
  await writeFile(
    join(folder, 'nginx.conf'),
    configOf(folder, port, await readFile('deploy/nginx.conf', 'utf8')),
  );
  const server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  try {
    await sleep(1000);
    return [
      ...(await measure(server, port)),
      { what: 'lines in the error log of nginx', ...count(errorsIn(folder)), most: 0 },
    ];
  } finally {
    server.kill('SIGQUIT');
    await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done(0)));
    await rm(folder, { recursive: true });
  }
}

/** The recipe as it is, but for where it listens, what it serves, and where it notes what goes wrong. */
function configOf(folder: string, port: number, recipe: string): string {
  const server = recipe
    .replace('listen 80;', `listen 127.0.0.1:${port} backlog=4096;`)
    .replace('root /var/www/ids;', `root ${resolve(DIST)};`)
    .replace('/var/log/nginx/error.log', join(folder, 'error.log'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    process.getuid?.() === 0 ? 'user root;' : '',
    `daemon off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')} crit;`,
    `worker_processes auto; worker_rlimit_nofile ${READERS * 2}; events { worker_connections ${READERS + 500}; }`,
    `http { access_log off; ${paths.map((path) => `${path}_temp_path ${join(folder, path)};`).join(' ')}`,
    server,
    '}',
  ].join('\n');
}

const count = (value: number) => ({ value, unit: 'times' as const });

function errorsIn(folder: string): number {
  return readFileSync(join(folder, 'error.log'), 'utf8').split('\n').length - 1;
}

async function measure(server: ChildProcess, port: number): Promise<Measurement[]> {
  const pages = weighPages(DIST).toSorted((one, other) => other.bytes - one.bytes);
  const home = addressOf(pages.find(({ path }) => isHome(path))?.path);
  const heaviest = addressOf(pages[0]?.path);
  const figures: Measurement[] = [];
  const tries = [
    ['front page', home, 100, 8],
    ['heaviest page', heaviest, 100, 8],
    [`${READERS} readers at once of a release`, RELEASE, READERS, 45],
  ] as const;
  for (const [what, path, connections, seconds] of tries) {
    const peak = watchMemory(server);
    const { perSecond, answers, errors, late, slowestS } = await press(port, path, connections, seconds);
    figures.push(
      { what: `${what} (${path}), ${connections} connections`, value: perSecond, unit: 'requests per s' },
      { what: `${what}, errors`, ...count(errors), most: 0 },
      { what: `${what}, readers without an answer`, ...count(Math.max(0, connections - answers)), most: 0 },
      { what: `${what}, answers after more than 30 s`, ...count(late) },
      { what: `${what}, slowest answer`, value: slowestS, unit: 's' },
      { what: `${what}, memory of nginx`, value: peak(), unit: 'MB' },
    );
  }
  for (const path of [home, RELEASE, heaviest]) {
    const { first, again } = await visit(port, path);
    figures.push(
      { what: `bytes over the wire of a visit of ${path}, headers too`, value: first / 1000, unit: 'kB' },
      { what: `the same again, with what the browser kept`, value: again / 1000, unit: 'kB' },
    );
  }
  return figures;
}

/** `/en/` of `en/index.html`. */
function addressOf(path: string | undefined): string {
  if (path === undefined) throw new Error('The build has no page.');
  return `/${path.replace(/index\.html$/, '')}`;
}

interface Pressed {
  readonly answers: number;
  readonly perSecond: number;
  readonly errors: number;
  /** Answers that took more than 30 s. */
  readonly late: number;
  readonly slowestS: number;
}

/** With gzip, as browsers ask. */
async function press(port: number, path: string, connections: number, seconds: number): Promise<Pressed> {
  const args = ['-t', '2', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '30s', '--latency'];
  const child = spawn('wrk', [...args, '-H', 'Accept-Encoding: gzip', `http://127.0.0.1:${port}${path}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  await new Promise((done) => child.once('exit', done));
  const numbers = (line: RegExp) => (line.exec(said)?.[0].match(/\d+/g) ?? []).map(Number);
  const [connect = 0, read = 0, write = 0, late = 0] = numbers(/Socket errors:.*/);
  const [, , refused = 0] = numbers(/Non-2xx or 3xx responses: \d+/);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]);
  if (!(perSecond > 0)) throw new Error(`wrk measured nothing: ${said}`);
  const [, most = '0', unit = 's'] = /Latency\s+\S+\s+\S+\s+([\d.]+)(us|ms|s|m)/.exec(said) ?? [];
  const inSeconds = { us: 1e-6, ms: 1e-3, s: 1, m: 60 }[unit] ?? Number.NaN;
  const [answers = 0] = numbers(/\d+ requests in/);
  return {
    perSecond,
    answers,
    errors: connect + read + write + refused,
    late,
    slowestS: Number(most) * inSeconds,
  };
}

/** Of the server and its workers together, in MB, at most: until it is asked for. */
function watchMemory(server: ChildProcess): () => number {
  let peakKb = 0;
  const look = () => {
    const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
      .trim()
      .split(' ');
    const sizes = [server.pid, ...children].map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
    const kb = sizes.map((text) => Number(/VmRSS:\s+(\d+)/.exec(text)?.[1]));
    peakKb = Math.max(
      peakKb,
      kb.reduce((sum, one) => sum + one, 0),
    );
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return (peakKb * 1024) / 1e6;
  };
}

/** What one reader loads: the page and all that it names, over one connection; then the page asked for again by its ETag. */
async function visit(port: number, path: string): Promise<{ first: number; again: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const page = await ask(agent, port, path);
  let first = page.bytes;
  const [, ...loaded] = loadedBy(DIST, `${path.slice(1)}index.html`).files;
  for (const file of loaded) first += (await ask(agent, port, `/${file.replace(/^\//, '')}`)).bytes;
  const { bytes: again } = await ask(agent, port, path, { 'If-None-Match': page.etag });
  agent.destroy();
  return { first, again };
}

function ask(agent: Agent, port: number, path: string, headers: OutgoingHttpHeaders = {}) {
  return new Promise<{ bytes: number; etag: string }>((done, fail) => {
    const request = get({
      agent,
      host: '127.0.0.1',
      port,
      path,
      headers: { 'Accept-Encoding': 'gzip', ...headers },
    });
    request.on('error', fail).on('response', (response) => {
      if (response.statusCode !== 200 && response.statusCode !== 304)
        fail(new Error(`${path} is not served`));
      // The line of the status, and two signs after each name and each value.
      let bytes = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 17);
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on('end', () => done({ bytes, etag: response.headers.etag ?? '' }));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
