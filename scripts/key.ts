// Makes the key that lots are drawn by, beside confidential tallies: npm run key -- DIR.
import { nodeEffects } from '../src/run/effects.ts';
import { keyCommand } from '../src/run/key-command.ts';

process.exitCode = await keyCommand(process.argv.slice(2), nodeEffects());
