// From a fresh clone to a dashboard in the browser: install, make missing releases, build, serve.
import './setup.mjs';
import { runNpm, runStep } from './steps.mjs';

const ready =
  (await runStep('Make missing releases', ['run', '--silent', 'release', '--', '--missing'])) &&
  (await runStep('Build the site', ['run', '--silent', 'build'])) &&
  (await runNpm(['run', '--silent', 'serve']));
process.exit(ready ? 0 : 1);
