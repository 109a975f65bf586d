/** Questions on the operator's terminal. */
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Ask } from './ask-answers.ts';

export const askTerminal: Ask = {
  text: async (message, { hint = '', isOptional = false, before, schema }) =>
    answered(
      await text({
        message,
        placeholder: hint,
        ...(before === undefined ? {} : { initialValue: before }),
        validate: (value) => {
          const answer = (value ?? '').trim();
          if (answer === '') return isOptional ? undefined : 'An answer is needed.';
          return schema?.safeParse(answer).error?.issues[0]?.message;
        },
      }),
    ).trim(),
  choose: async (message, answers, before) =>
    answered(
      await select({
        message,
        options: optionsOf(answers),
        ...(before === undefined ? {} : { initialValue: before as never }),
      }),
    ),
  several: async (message, answers, before = []) =>
    answered(
      await multiselect({
        message,
        options: optionsOf(answers),
        initialValues: before as never[],
        required: false,
      }),
    ),
};

function optionsOf<T extends string>(answers: Readonly<Record<T, string>>) {
  const entries = Object.entries<string>(answers) as [T, string][];
  // The library's type of options is one of values that are known, which a type parameter is not.
  return entries.map(([value, label]) => ({ value, label })) as never[];
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new RefusedError('input', 'You stopped, so no program was begun.');
  return answer as Exclude<T, symbol>;
}
