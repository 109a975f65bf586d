// Attacks a release as an outsider would: npm run attack -- <release folder>
import { attackCommand } from '../src/run/commands/attack-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await attackCommand(process.argv.slice(2), nodeEffects());
