// Recalls a release that was published by mistake: npm run recall -- <program> <release> --why "..."
import { nodeEffects } from '../src/run/effects.ts';
import { recallCommand } from '../src/run/recall-command.ts';

process.exitCode = await recallCommand(process.argv.slice(2), nodeEffects());
