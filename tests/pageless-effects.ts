// What commands do besides computing, but for building pages: tests that make releases for other ends need none.
import { type Effects, nodeEffects } from '../src/run/effects.ts';

export function pagelessEffects(): Effects {
  return { ...nodeEffects(), buildPages: () => Promise.resolve() };
}
