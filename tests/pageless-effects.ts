// What commands do besides computing, but for building pages: tests that make releases for other ends need none.
import { type Effects, nodeEffects } from '../src/run/effects.ts';

/** On one core, since tests run beside each other: to start threads takes longer than what they do for a small town. */
export function pagelessEffects(): Effects {
  return { ...nodeEffects(), buildPages: () => Promise.resolve([]), cores: 1 };
}
