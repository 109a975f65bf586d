// Every command: node scripts/run.mjs NAME ... With `--help` it says how it is called, before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** These install what is missing themselves. */
const INSTALLING = ['setup', 'start', 'test'];
/** These take nothing besides their name. */
const BARE = ['build', 'check', 'pictures', 'seed', 'serve', 'setup', 'start', 'test'];

/** @type {Record<string, { usage: string[], example?: string, what: string }>} */
const usages = JSON.parse(readFileSync(new URL('../src/run/usages.json', import.meta.url), 'utf8'));
const [name = '', ...args] = process.argv.slice(2);

/** The process that started this one, and the one that started that: between npm and a command there is a shell. */
const parents = () => {
  const stat = `/proc/${process.ppid}/stat`;
  const [, above = ''] = existsSync(stat) ? (/\) \S (\d+)/.exec(readFileSync(stat, 'utf8')) ?? []) : [];
  return `${process.ppid} ${above}`;
};

/** @param {string} message */
const refuse = (message) => {
  console.error(message);
  process.exit(2);
};

const {
  usage = [],
  example,
  what,
} = usages[name] ??
refuse(`There is no command "${name}". There are: ${Object.keys(usages).join(', ')}.`) ??
{};
const lines = usage.map((line, at) => `${at === 0 ? 'Usage:' : '      '} ${line}`);
if (args.includes('--help') || args.includes('-h')) {
  console.log([...lines, '', what, ...(example ? [`For example: ${example}`] : [])].join('\n'));
  process.exit(0);
}
if (BARE.includes(name) && args.length > 0)
  refuse([`npm run ${name} takes no arguments.`, ...lines].join('\n'));
if (!INSTALLING.includes(name)) await import('./ready.mjs');

/** These go on until they are stopped. Started by npm, they end with it: who kills npm means them. */
const LASTING = ['preview', 'serve', 'start'];
if (LASTING.includes(name) && process.env.npm_lifecycle_event === name) {
  const begun = parents();
  setInterval(() => parents() === begun || process.kill(process.pid, 'SIGTERM'), 1000).unref();
}

const script = ['ts', 'mjs']
  .map((ending) => new URL(`${name}.${ending}`, import.meta.url))
  .find((url) => existsSync(url));
if (script === undefined) throw new Error(`internal error: no script for "${name}"`);
process.argv.splice(1, 2, fileURLToPath(script));
await import(script.href);
