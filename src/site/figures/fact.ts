/** Facts as pages list them: a term, and what there is to say of it. */
import type { Fact } from '../frame/page.ts';
import type { Sentence } from './sentence.ts';

export function factOf(term: string, ...details: readonly Sentence[]): Fact {
  return { term: [term], details };
}
