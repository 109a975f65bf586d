// Begins a program: npm run new -- <program> --tallies DIR [--answers FILE].

import { newCommand } from '../src/run/commands/new-command.ts';
import { nodeEffects } from '../src/run/effects.ts';
import { askTerminal } from '../src/run/new/ask-terminal.ts';

const ask = process.stdin.isTTY && process.stdout.isTTY ? askTerminal : undefined;
process.exitCode = await newCommand(process.argv.slice(2), nodeEffects(), ask);
