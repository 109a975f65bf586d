/** Which later release corrected what a release says: a figure that it published, or a line of its docket. */
import { cellKey } from '../../program/cell.ts';
import type { Release } from '../release.ts';
import { BALANCE_ROWS, DOCKET_ROWS, EVENT_ROWS, ZERO_ROWS, zeroKey } from './docket-changes.ts';

type Corrected = Pick<Release, 'release' | 'changes'>;

/** The last of them; undefined where none did. `later` are the releases that came after it, oldest first. */
export function correctedIn(
  said: Pick<Release, 'cubes' | 'requests'>,
  later: readonly Corrected[],
): string | undefined {
  if (later.every(({ changes }) => changes.length === 0)) return undefined;
  const places = new Set(placesOf(said));
  const corrects = ({ changes }: Corrected) =>
    changes.some(({ measure, cell }) => placesIn(measure, cell).some((place) => places.has(place)));
  return later.findLast(corrects)?.release;
}

/** What it says, by the names that `changes.csv` has for it. */
function placesOf({ cubes, requests }: Pick<Release, 'cubes' | 'requests'>): string[] {
  const published = [...cubes].flatMap(([measure, cells]) =>
    cells.filter(({ count }) => count !== null).map(({ codes }) => `${measure} ${cellKey(codes)}`),
  );
  if (requests === null) return published;
  return [
    ...published,
    ...requests.balance.map(({ codes }) => `${BALANCE_ROWS} ${cellKey(codes)}`),
    ...requests.docket.map(({ request }) => `${DOCKET_ROWS} ${request}`),
    ...requests.zeros.map((zero) => `${ZERO_ROWS} ${zeroKey(zero)}`),
  ];
}

/** Of what happened to a request the request that it happened to; of a row the row, or with a field behind it. */
function placesIn(measure: string, cell: string): string[] {
  const parts = cell.split('|');
  const [first = ''] = parts;
  if (measure === EVENT_ROWS || measure === DOCKET_ROWS) return [`${DOCKET_ROWS} ${first}`];
  return [`${measure} ${cell}`, `${measure} ${parts.slice(0, -1).join('|')}`];
}
