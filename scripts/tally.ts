// Counts in the office's database: npm run tally -- <program> --tallies DIR [--print-sql] [--replace].

import { tallyCommand } from '../src/run/commands/tally-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await tallyCommand(process.argv.slice(2), nodeEffects());
