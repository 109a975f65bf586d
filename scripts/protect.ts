// Protects any table: npm run --silent protect -- CASE.json [--k 11] [--out FILE]

import { protectCommand } from '../src/run/commands/protect-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await protectCommand(process.argv.slice(2), nodeEffects());
