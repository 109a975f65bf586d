// Every check and test from a fresh clone. The last line is `N passed, N failed`.
import './setup.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runBeside, runStep } from './steps.mjs';

const reports = new URL('../node_modules/.cache/test-reports/', import.meta.url);
const total = { passed: 0, failed: 0 };

/** @param {URL} report */
const countReport = (report) => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
};

/** @param {string} title @param {readonly string[]} args */
const check = async (title, args) => {
  const done = await runBeside(title, args);
  total.failed += done ? 0 : 1;
  return done;
};

/** @param {string} title @param {string} config */
const test = async (title, config) => {
  const report = new URL(`${config}.json`, reports);
  rmSync(report, { force: true });
  const output = `--outputFile.json=${fileURLToPath(report)}`;
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', output];
  const done = await runStep(title, ['exec', '--', 'vitest', ...args]);
  const { passed, failed } = countReport(report);
  total.passed += passed;
  total.failed += done ? failed : Math.max(failed, 1);
};

// The site of the tests stands at the root of a host; tests/browser/addresses.test.ts builds it for others.
delete process.env.DAYLIGHT_SITE;
mkdirSync(reports, { recursive: true });
/** Most of it needs one core at a time, and the tests of the parts need nothing of it. Whether there is a site. */
const checkAndBuild = async () => {
  await check('Check the code', ['run', '--silent', 'check']);
  await check('Make missing releases', ['run', '--silent', 'release', '--', '--missing']);
  if (!(await check('Build the site', ['run', '--silent', 'build']))) return false;
  await check('Validate the HTML', ['run', '--silent', 'check:html']);
  return true;
};

const [isBuilt] = await Promise.all([checkAndBuild(), test('Test the parts', 'vitest.config.ts')]);
if (isBuilt) await test('Test the site in a browser', 'vitest.browser.config.ts');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
