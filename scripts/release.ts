// Makes a release: npm run release -- <program> [--tallies DIR] [--id 2025-Q2] [--dry-run] [--approve], or --missing.

import { releaseCommand } from '../src/run/commands/release-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await releaseCommand(process.argv.slice(2), nodeEffects());
