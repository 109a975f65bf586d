/** Runs git or rsync, as they are installed, and says in a sentence what is wrong where they fail. */
import { spawn } from 'node:child_process';
import { RefusedError } from '../../release/refused-error.ts';

export interface ToolRun {
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes besides 0 that are an answer. */
  readonly answers?: readonly number[];
}

export interface ToolAnswer {
  readonly code: number;
  readonly out: string;
}

/** Throws `RefusedError` with the last lines that it said. Nobody is asked for a password. */
export function runTool(
  tool: 'git' | 'rsync',
  args: readonly string[],
  { env = {}, answers = [] }: ToolRun = {},
): Promise<ToolAnswer> {
  return new Promise((done, fail) => {
    const child = spawn(tool, args, {
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, said]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.on('error', () =>
      fail(new RefusedError('input', `${tool} is not installed here. Install it, then try again.`)),
    );
    child.on('close', (code) => {
      if (code === 0 || (code !== null && answers.includes(code))) return done({ code, out: out.join('') });
      fail(new RefusedError('disk', `${tool} could not do it, and says why:\n${lastOf(said.join(''))}`));
    });
  });
}

const MOST_LINES = 6;

/** Without the names and passwords that addresses may have in them. */
function lastOf(said: string): string {
  const lines = said
    .replaceAll(/(\w:\/\/)[^@/\s]+@/g, '$1')
    .trim()
    .split('\n');
  return lines.slice(-MOST_LINES).join('\n');
}
