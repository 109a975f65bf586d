// Shows a program's pages while they are worked on: npm run preview -- <program> [--tallies DIR] [--id 2025-Q2].
import { previewCommand } from '../src/run/commands/preview-command.ts';
import { nodeEffects } from '../src/run/effects.ts';

const stopped = new Promise<void>((stop) => {
  process.once('SIGINT', () => stop()).once('SIGTERM', () => stop());
});
process.exitCode = await previewCommand(process.argv.slice(2), nodeEffects(), stopped);
process.exit();
