// The smallest release with every kind of cell: two quarters, two channels, one table, all of it invented.
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists } from '../../src/program/program.ts';
import { type StagedFiles, stageRelease } from '../../src/release/stage.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';

const PROGRAM = {
  id: 'old-ferry',
  name: 'Ferry Card',
  city: 'Old Ferry',
  nature: 'invented',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'confidential',
  k: 5,
  period: { from: '2024-01', levels: ['quarter'] },
  dimensions: [
    {
      id: 'channel',
      label: 'Channel',
      codes: [
        { code: 'event', label: 'Event' },
        { code: 'online', label: 'Online' },
      ],
    },
  ],
  measures: [{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel'] }],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', channel: 'channel' },
    },
  ],
  sources: [{ title: 'Nobody' }],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

export const SHAPE = shapeOf('2024-Q2');

export function shapeOf(release: string): ReleaseShape {
  const program = parseProgram(JSON.stringify(PROGRAM), 'program.json');
  if (!program.ok) throw new Error(JSON.stringify(program.problems));
  return {
    release,
    declaration: declare(program.value),
    codelists: programCodelists(program.value, releaseEnd(release) ?? 0),
  };
}

export const cell = (key: string, count: number): PublishedCell => ({
  codes: key.split('|'),
  count,
  status: '',
  note: '',
});
export const withheld = (key: string): PublishedCell => ({
  codes: key.split('|'),
  count: null,
  status: 'c',
  note: WITHHELD_NOTE,
});

/**
 *             event  online  total
 *   2024-Q1     40       z     40
 *   2024-Q2      c       c     20
 *   total        c       c     60
 */
export const CUBES = new Map([
  [
    'cards-issued',
    [
      cell('2024-Q1|event', 40),
      { codes: ['2024-Q1', 'online'], count: null, status: 'z', note: 'Not open yet' } as const,
      cell('2024-Q1|_T', 40),
      withheld('2024-Q2|event'),
      withheld('2024-Q2|online'),
      cell('2024-Q2|_T', 20),
      withheld('_T|event'),
      withheld('_T|online'),
      cell('_T|_T', 60),
    ],
  ],
]);

export function stagedFiles(): StagedFiles {
  return stageRelease(SHAPE, CUBES, null, [], 'daylight 0.0.0', null);
}
