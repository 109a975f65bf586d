// What coarser tables would keep and cost: npm run compare -- <program> [--tallies DIR] [--id 2025-Q2]
import { compareCommand } from '../src/run/commands/compare-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await compareCommand(process.argv.slice(2), nodeEffects());
