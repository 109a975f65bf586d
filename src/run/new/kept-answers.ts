/**
 * What a person answered before something stopped the run, in a file beside the tallies: offered again, question by question, by the
 * next run. It holds questions and answers, and no count.
 */
import { join } from 'node:path';
import { z } from 'astro/zod';
import { type Effects, writeWhole } from '../effects.ts';
import type { Ask } from './ask-answers.ts';

const keptSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export interface KeptAsk {
  /** As the one that was given, with what was answered before as the answer that only needs to be confirmed. */
  readonly ask: Ask;
  /** Keeps what was answered so far; returns where, undefined where nothing was asked. */
  readonly keep: () => Promise<string | undefined>;
  /** To be called when nothing needs to be asked again. */
  readonly forget: () => Promise<void>;
}

export async function keepAnswers(ask: Ask, id: string, folder: string, effects: Effects): Promise<KeptAsk> {
  const file = join(folder, `${id}.asked.json`);
  const before = keptIn(await effects.disk.readIfThere(file));
  const now = new Map<string, string | string[]>();
  const note = async <T extends string | string[]>(question: string, answer: Promise<T>): Promise<T> => {
    now.set(question, await answer);
    return await answer;
  };
  if (before.size > 0)
    effects.print(`Your answers of before are offered again (${file}): Enter takes one as it is.`);
  const one = (question: string) => {
    const answer = before.get(question);
    return typeof answer === 'string' ? answer : undefined;
  };
  return {
    ask: {
      text: (question, options) => note(question, ask.text(question, { ...options, before: one(question) })),
      choose: (question, answers) => {
        const answer = one(question);
        return note(question, ask.choose(question, answers, isKey(answer, answers) ? answer : undefined));
      },
      several: (question, answers) => {
        const answer = before.get(question);
        const chosen = Array.isArray(answer) ? answer.filter((key) => isKey(key, answers)) : undefined;
        return note(question, ask.several(question, answers, chosen));
      },
    },
    keep: async () => {
      if (now.size === 0) return undefined;
      await writeWhole(
        file,
        `${JSON.stringify(Object.fromEntries([...before, ...now]), null, 2)}\n`,
        effects,
      );
      return file;
    },
    forget: () => effects.disk.remove(file),
  };
}

/** A file that somebody has written over is none. */
function keptIn(text: string | undefined): ReadonlyMap<string, string | string[]> {
  try {
    return new Map(Object.entries(keptSchema.parse(JSON.parse(text ?? '{}'))));
  } catch {
    return new Map();
  }
}

function isKey<T extends string>(
  answer: string | undefined,
  answers: Readonly<Record<T, string>>,
): answer is T {
  return answer !== undefined && Object.hasOwn(answers, answer);
}
