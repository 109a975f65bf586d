/** How each command is called, as `scripts/run.mjs` prints it, which reads the same file before anything is installed. */
import usages from './usages.json' with { type: 'json' };

export type CommandName = keyof typeof usages;

/** `Usage: npm run gate [-- DIST]`, a line for every way to call it. */
export function usageOf(command: CommandName): string {
  const entry: { readonly usage: readonly string[]; readonly example?: string } = usages[command];
  const example = entry.example === undefined ? [] : [`  For example: ${entry.example}`];
  return [...entry.usage.map((line, at) => `${at === 0 ? 'Usage:' : '      '} ${line}`), ...example].join(
    '\n',
  );
}
