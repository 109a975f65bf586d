// Looks at everything that was published, keeps what it saw, and signs: npm run witness -- <address or folder>

import { witnessCommand } from '../src/run/commands/witness-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await witnessCommand(process.argv.slice(2), nodeEffects());
