// Publishes dist/: npm run publish -- folder PLACE | zip FILE [--take-back]. The gate looks at it first.
import { spawnSync } from 'node:child_process';
import { publishCommand } from '../src/run/commands/publish-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

const args = process.argv.slice(2);
const [target] = args;
// Called wrongly, it says so at once.
const checked =
  target === 'folder' || target === 'zip'
    ? spawnSync(process.execPath, ['scripts/gate.ts'], { stdio: 'inherit' }).status
    : 0;
process.exitCode = checked === 0 ? await publishCommand(args, nodeEffects(), 'dist') : 1;
