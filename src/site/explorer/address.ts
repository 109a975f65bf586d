/**
 * A choice as the address of the page keeps it, behind the `#`, which no browser sends:
 * `measure=cards-issued&per=year&by=channel,age&from=2021&to=2024&only-channel=event,online&only-kind=first`.
 */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { wishOf } from './change-choice.ts';
import type { Choice, Wish } from './choice.ts';

const ONLY = 'only-';

export function readWish(query: string): Wish {
  const parameters = new URLSearchParams(query);
  const get = (name: string) => parameters.get(name) ?? undefined;
  const only = [...parameters].filter(([name]) => name.startsWith(ONLY));
  return {
    measure: get('measure'),
    per: get('per'),
    by: listOf(get('by')),
    from: get('from'),
    to: get('to'),
    only: Object.fromEntries(only.map(([name, codes]) => [name.slice(ONLY.length), listOf(codes) ?? []])),
  };
}

function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').filter((item) => item !== '');
}

/** The whole choice: whoever opens the address sees the same. */
export function formatChoice(index: ApiIndex, choice: Choice): string {
  const { measure = '', per = '', by = [], from = '', to = '', only = {} } = wishOf(index, choice);
  const pairs = [
    ['measure', measure],
    ['per', per],
    ['by', by.join()],
    ['from', from],
    ['to', to],
    ...Object.entries(only).map(([dimension, codes]) => [ONLY + dimension, codes.join()]),
  ];
  return new URLSearchParams(pairs.map(([name = '', value = '']) => [name, value]))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
}
