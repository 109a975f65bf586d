/** Questions on the operator's terminal. */
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Ask } from './ask-answers.ts';

export const askTerminal: Ask = {
  text: async (message, { hint = '', isOptional = false, schema }) =>
    answered(
      await text({
        message,
        placeholder: hint,
        validate: (value) => {
          const answer = (value ?? '').trim();
          if (answer === '') return isOptional ? undefined : 'An answer is needed.';
          return schema?.safeParse(answer).error?.issues[0]?.message;
        },
      }),
    ).trim(),
  choose: async (message, answers) => answered(await select({ message, options: optionsOf(answers) })),
  several: async (message, answers) =>
    answered(await multiselect({ message, options: optionsOf(answers), required: false })),
};

function optionsOf<T extends string>(answers: Readonly<Record<T, string>>) {
  const entries = Object.entries<string>(answers) as [T, string][];
  // The library's type of options is one of values that are known, which a type parameter is not.
  return entries.map(([value, label]) => ({ value, label })) as never[];
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new RefusedError('input', 'You stopped, so nothing was written.');
  return answer as Exclude<T, symbol>;
}
