/**
 * `npm run preview -- <program> [--tallies DIR] [--id 2025-Q2]`: the program's pages on this machine, built again while
 * somebody works on them; with tallies or a release's name, the pages of a release that is tried. Ends with Ctrl+C.
 */
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { type BuildSite, openPreview } from '../preview/preview.ts';

const FIRST_PORT = 4321;

/** `stopped` ends when somebody wants it to end. */
export function previewCommand(
  args: readonly string[],
  effects: Effects,
  stopped: Promise<void>,
  places: Places = shippedPlaces,
  build?: BuildSite,
): Promise<ExitCode> {
  return endWith(
    async () => {
      const options = { ...parse(args), port: FIRST_PORT };
      // What went wrong is told as any command tells it, and the preview goes on.
      const tell = (error: unknown) => void endWith(() => Promise.reject(error), 'preview', effects);
      const preview = await openPreview(options, effects, places, tell, build);
      effects.print(`The preview of ${options.program} is at ${preview.address} (Ctrl+C stops it)`);
      await stopped;
      await preview.close();
      return 0;
    },
    'preview',
    effects,
  );
}

function parse(args: readonly string[]) {
  const { values, positionals } = readArgs(args, { tallies: { type: 'string' }, id: { type: 'string' } });
  const [program, ...surplus] = positionals;
  if (program === undefined || surplus.length > 0) throw new UsageError('Name one program.');
  const { tallies, id } = values;
  return { program, tried: tallies === undefined && id === undefined ? undefined : { tallies, id } };
}
