// Protects any table: npm run --silent protect -- CASE.json [--k 11] [--out FILE]
import { nodeEffects } from '../src/run/effects.ts';
import { protectCommand } from '../src/run/protect-command.ts';

process.exitCode = await protectCommand(process.argv.slice(2), nodeEffects());
