// Publishes dist/: npm run publish -- folder PLACE | zip FILE | git REMOTE | rsync PLACE. The gate looks at it first.
import { spawnSync } from 'node:child_process';
import { publishCommand, TARGETS } from '../src/run/commands/publish-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

const args = process.argv.slice(2);
const [target] = args;
// Called wrongly, it says so at once.
const checked = TARGETS.some((one) => one === target)
  ? spawnSync(process.execPath, ['scripts/gate.ts'], { stdio: 'inherit' }).status
  : 0;
process.exitCode = checked === 0 ? await publishCommand(args, nodeEffects(), 'dist') : 1;
