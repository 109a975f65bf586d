// Signs the hashes of a release with a key of SSH: npm run sign -- <program> <release> --key FILE

import { signCommand } from '../src/run/commands/sign-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

process.exitCode = await signCommand(process.argv.slice(2), nodeEffects());
