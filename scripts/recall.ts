// Recalls a release that was published by mistake: npm run recall -- <program> <release> --why "..."

import { recallCommand } from '../src/run/commands/recall-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await recallCommand(process.argv.slice(2), nodeEffects());
