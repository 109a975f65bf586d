// Writes blank CSV files of every input: npm run template -- <program> --out DIR.

import { templateCommand } from '../src/run/commands/template-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await templateCommand(process.argv.slice(2), nodeEffects());
