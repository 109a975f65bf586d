// A folder of tallies and one of programs, in which `npm run new` begins `rivertown-id`.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { newCommand } from '../../../src/run/commands/new-command.ts';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { SOME_KEY } from '../../some-key.ts';

export let root: string;
export let tallies: string;
export let places: { repository: string; programs: string };
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-new-'));
  tallies = join(root, 'tallies');
  const repository = join(root, 'repository');
  places = { repository, programs: join(repository, 'programs') };
  await mkdir(places.programs, { recursive: true });
  await mkdir(tallies);
  await writeFile(join(tallies, 'secret.key'), SOME_KEY, { mode: 0o600 });
});
afterEach(() => rm(root, { recursive: true, force: true }));

export async function begin(args: readonly string[], ask?: Ask): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await newCommand(args, { ...pagelessEffects(), log: say, print: say }, ask, places);
  return { code, said: lines.join('\n') };
}

export const put = (name: string, content: string | Uint8Array) => writeFile(join(tallies, name), content);

/** Begins `rivertown-id` from a file of answers. */
export async function answer(answers: object): Promise<{ code: number; said: string }> {
  await writeFile(join(root, 'answers.json'), JSON.stringify(answers));
  return await begin(['rivertown-id', '--tallies', tallies, '--answers', join(root, 'answers.json')]);
}

export const written = async () =>
  JSON.parse(await readFile(join(places.programs, 'rivertown-id', 'program.json'), 'utf8'));

export const ANSWERS = {
  name: 'Rivertown ID',
  city: 'Rivertown',
  publisher: 'Rivertown City Clerk',
  missingRows: 'zero',
  docket: false,
};

/**
 * A person at the terminal who answers whatever question has one of these words; else with the first choice, with nothing where nothing
 * may be said, or with a name.
 */
export function answering(
  said: Readonly<Record<string, string | readonly string[]>>,
  asked: string[] = [],
): Ask {
  const answerTo = (question: string) => {
    asked.push(question);
    return Object.entries(said).find(([words]) => question.includes(words))?.[1];
  };
  return {
    text: (question, { isOptional = false }) =>
      Promise.resolve(String(answerTo(question) ?? (isOptional ? '' : 'Something'))),
    choose: (question, answers) => Promise.resolve((answerTo(question) ?? Object.keys(answers)[0]) as never),
    several: (question, answers) =>
      Promise.resolve((answerTo(question) ?? Object.keys(answers).slice(0, 1)) as never),
  };
}
