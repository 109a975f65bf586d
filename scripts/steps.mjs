// Runs commands through npm, so that they find the Node that comes with the packages.
import { spawn } from 'node:child_process';

const root = new URL('..', import.meta.url);

/** @param {readonly string[]} args @param {import('node:child_process').StdioOptions} stdio */
const spawnNpm = (args, stdio) => {
  const npm = process.env.npm_execpath;
  return npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawn('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
};

/**
 * Runs one npm command and passes interruptions on to it.
 * @param {readonly string[]} args what follows `npm`
 * @param {((text: string) => void)=} keep takes what it says, which is shown otherwise
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
export const runNpm = (args, keep) =>
  new Promise((resolve) => {
    const child = spawnNpm(args, keep ? ['ignore', 'pipe', 'pipe'] : 'inherit');
    for (const stream of [child.stdout, child.stderr]) if (keep) stream?.setEncoding('utf8').on('data', keep);
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const finish = (/** @type {boolean} */ done) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(done);
    };
    child.on('error', () => finish(false)).on('close', (code) => finish(code === 0));
  });

/** @param {string} title @param {boolean} done @param {number} startedMs */
const ending = (title, done, startedMs) =>
  `< ${title}: ${done ? 'done' : 'FAILED'} in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`;

/**
 * Runs one npm command, with a line before it and a line with the seconds it took after it.
 * @param {string} title what it does, in the imperative
 * @param {readonly string[]} args what follows `npm`
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
export const runStep = async (title, args) => {
  const startedMs = Date.now();
  console.log(`> ${title}`);
  const done = await runNpm(args);
  console.log(ending(title, done, startedMs));
  return done;
};

/**
 * The same beside another step: what it says comes in one piece when it ends.
 * @param {string} title what it does, in the imperative
 * @param {readonly string[]} args what follows `npm`
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
export const runBeside = async (title, args) => {
  const startedMs = Date.now();
  console.log(`> ${title} (told at its end)`);
  /** @type {string[]} */
  const said = [];
  const done = await runNpm(args, (text) => said.push(text));
  console.log(`> ${title}\n${said.join('')}${ending(title, done, startedMs)}`);
  return done;
};
