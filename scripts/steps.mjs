// Runs commands one after another through npm, so that they find the Node that comes with the packages.
import { spawn } from 'node:child_process';

const root = new URL('..', import.meta.url);

/** @param {readonly string[]} args */
const spawnNpm = (args) => {
  const npm = process.env.npm_execpath;
  return npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
};

/**
 * Runs one npm command and passes interruptions on to it.
 * @param {readonly string[]} args what follows `npm`
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
export const runNpm = (args) =>
  new Promise((resolve) => {
    const child = spawnNpm(args);
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', stop).on('SIGTERM', stop);
    const finish = (/** @type {boolean} */ done) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(done);
    };
    child.on('error', () => finish(false)).on('exit', (code) => finish(code === 0));
  });

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
  console.log(`  ${done ? 'done' : 'FAILED'} in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  return done;
};
