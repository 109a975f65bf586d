// Signs the hashes of a release with a key of SSH: npm run sign -- <program> <release> --key FILE
import { nodeEffects } from '../src/run/effects.ts';
import { signCommand } from '../src/run/sign-command.ts';

process.exitCode = await signCommand(process.argv.slice(2), nodeEffects());
