/** What a trial build says of its release beside the pages. No site is served with it: whoever tries the release takes it out. */
import { loadPrograms } from './load/load.ts';
import { foresee } from './pages/foreseen.ts';

/** Set where a release is tried. */
const IS_TRIAL = process.env.DAYLIGHT_FORESEE === 'yes';

interface ForeseenPath {
  readonly params: { readonly file: string };
  readonly props: { readonly text: string };
}

export async function listForeseen(): Promise<ForeseenPath[]> {
  if (!IS_TRIAL) return [];
  const lines = (await loadPrograms()).flatMap(foresee);
  return [{ params: { file: 'foreseen' }, props: { text: JSON.stringify(lines) } }];
}
