// Writes blank CSV files of every input: npm run template -- <program> --out DIR.
import { nodeEffects } from '../src/run/effects.ts';
import { templateCommand } from '../src/run/template-command.ts';

process.exitCode = await templateCommand(process.argv.slice(2), nodeEffects());
