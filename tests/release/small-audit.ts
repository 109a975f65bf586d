// The audit of the small release (small-release.ts), as the attack would write it.
import type { Audit } from '../../src/formats/audit-file.ts';

export const AUDIT: Audit = {
  program: 'old-ferry',
  release: '2024-Q2',
  k: 5,
  releases: ['2024-Q2'],
  recordFigures: [],
  cells: { published: 4, withheld: 4, notApplicable: 1, notAvailable: 0 },
  blocks: 1,
  sets: { parts: 0, undecided: 0 },
  promise: 'kept',
  ranges: [{ measure: 'cards-issued', cell: '2024-Q2|event', least: 0, most: 20, verdict: 'open' }],
  certificates: [],
  insiders: { pairs: 0, asked: 0, kinds: [] },
  method: 'Tried.',
  engine: 'daylight 0.0.0',
  solver: 'none',
};
