// Ends the process with what to do where commands cannot run: packages that are not there, or a Node that is too old.
// Parses on any Node >= 14 and needs no package itself.
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** @param {string} message */
const refuse = (message) => {
  console.error(message);
  process.exit(2);
};

const { dependencies, devDependencies } = readJson('package.json');
const isLacking = Object.entries({ ...dependencies, ...devDependencies }).some(([name, version]) => {
  const path = `node_modules/${name}/package.json`;
  return !existsSync(new URL(path, root)) || readJson(path).version !== version;
});
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (isLacking) {
  refuse(
    'The packages of Daylight are not installed, or older ones are. Run `npm run setup` here, then try again.',
  );
} else if (major < 22 || (major === 22 && minor < 18)) {
  refuse(
    `This is Node ${process.versions.node}; Daylight needs 22.18 or later. npm finds the one that comes along with the packages: call the command by npm. Where none comes along, install one from https://nodejs.org/.`,
  );
}
