// Makes the key that lots are drawn by, beside confidential tallies: npm run key -- DIR.

import { keyCommand } from '../src/run/commands/key-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await keyCommand(process.argv.slice(2), nodeEffects());
