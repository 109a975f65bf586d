/**
 * Firefox and WebKit, where the machine has them, through the doors that they have for this: Firefox by WebDriver BiDi
 * (https://w3c.github.io/webdriver-bidi/), WebKitGTK by its driver (https://w3c.github.io/webdriver2/) on a screen in memory.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Visitor {
  /** Name and version. */
  readonly name: string;
  /** Opens a page and waits until it is loaded. */
  visit(url: string): Promise<void>;
  /** What an expression comes to in the page, once it is settled; throws what it throws. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const START_MS = 300_000;
const PHONE = { width: 360, height: 800 };

/** The first of these programs that can be called, if any. */
function findProgram(...names: readonly string[]): string | undefined {
  return names.find((name) => spawnSync('which', [name]).status === 0);
}

export const FIREFOX = findProgram('firefox', 'firefox-esr');
export const WEBKIT = findProgram('xvfb-run') && findProgram('WebKitWebDriver');

/** Tries until it works or the time is over. */
async function until<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + START_MS; ; )
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(500);
    }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('internal error: no port');
  return address.port;
}

/** Ends a program and all that it started. */
function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

export async function openFirefox(): Promise<Visitor> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const port = await freePort();
  const options = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    String(port),
  ];
  const firefox = spawn(FIREFOX ?? '', options, { stdio: 'ignore', detached: true });
  const socket = await until(async () => {
    const opening = new WebSocket(`ws://127.0.0.1:${port}/session`);
    await new Promise((resolve, reject) => {
      opening.addEventListener('open', resolve);
      opening.addEventListener('error', reject);
    });
    return opening;
  });
  const call = commandsOf(socket);
  const { capabilities } = await call('session.new', { capabilities: {} });
  const { context } = await call('browsingContext.create', { type: 'tab' });
  await call('browsingContext.setViewport', { context, viewport: PHONE });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    visit: async (url) => {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const target = { target: { context }, awaitPromise: true };
      const answer = await call('script.evaluate', {
        expression: `(async () => JSON.stringify(${expression}))()`,
        ...target,
      });
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result.value);
    },
    close: async () => {
      socket.close();
      end(firefox);
      await once(firefox, 'exit');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: what a browser answers has the shape that its standard says.
type Answer = any;

function commandsOf(socket: WebSocket): (method: string, params: object) => Promise<Answer> {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, (answer) =>
        answer.type === 'error' ? reject(new Error(`${method}: ${answer.message}`)) : resolve(answer.result),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

export async function openWebKit(): Promise<Visitor> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', WEBKIT ?? '', `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    // As root, which machines that test often are, its sandbox does not start.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const call = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value }: Answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  await until(() => call('GET', '/status'));
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: {} });
  const own = `/session/${sessionId}`;
  await call('POST', `${own}/timeouts`, { script: START_MS });
  await call('POST', `${own}/window/rect`, { x: 0, y: 0, ...PHONE });
  return {
    name: `WebKit ${capabilities.browserVersion}`,
    visit: (url) => call('POST', `${own}/url`, { url }),
    evaluate: (expression) =>
      call('POST', `${own}/execute/async`, {
        script: `const [done] = arguments; (async () => ${expression})().then(done);`,
        args: [],
      }),
    close: async () => {
      await call('DELETE', own);
      end(driver);
    },
  };
}
