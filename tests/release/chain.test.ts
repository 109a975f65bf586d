// `chainProblems` and `PREVIOUS`: a chain of releases holds; changed, taken out or put in, it breaks where that was done.
import { describe, expect, test } from 'vitest';
import type { Linked } from '../../src/formats/chain.ts';
import { formatPrevious, type Link, parsePrevious } from '../../src/formats/previous-file.ts';
import { chainProblems } from '../../src/release/chain.ts';

const seal = (release: string, digit: string): Link => ({ release, hash: digit.repeat(64) });
const [A, B, C] = [seal('2024-Q2', 'a'), seal('2024-Q3', 'b'), seal('2024-Q4', 'c')];
const FIRST: Linked = { seal: A, previous: null };
const SECOND: Linked = { seal: B, previous: A };
const THIRD: Linked = { seal: C, previous: B };

const broken = (...linked: readonly Linked[]): string[] =>
  chainProblems('releases', linked).map(({ file, message }) => `${file}: ${message}`);

describe('chainProblems', () => {
  test('finds nothing in a whole chain, from its first release on', () => {
    expect([broken(), broken(FIRST), broken(FIRST, SECOND), broken(FIRST, SECOND, THIRD)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test.for<[string, Linked[], string[]]>([
    [
      'a first release taken away',
      [SECOND, THIRD],
      ['releases/2024-Q3/PREVIOUS: Release 2024-Q3 was made after release 2024-Q2, which is not there.'],
    ],
    [
      'one taken out of the middle',
      [FIRST, THIRD],
      [
        'releases/2024-Q4/PREVIOUS: Release 2024-Q4 was made after release 2024-Q3, but the one before it is 2024-Q2: a release was taken out or put in.',
      ],
    ],
    [
      'one put in before the first',
      [{ seal: seal('2024-Q1', 'd'), previous: null }, FIRST, SECOND],
      ['releases/2024-Q2/PREVIOUS: Release 2024-Q2 says that it is the first, but release 2024-Q1 is there.'],
    ],
    [
      'one changed and sealed again',
      [FIRST, { ...SECOND, seal: seal('2024-Q3', 'e') }, THIRD],
      [
        'releases/2024-Q4/PREVIOUS: Release 2024-Q4 was made after another release 2024-Q3 than the one that is there: its SHA256SUMS was changed.',
      ],
    ],
  ])('finds %s, and says where', ([, linked, messages]) => {
    expect(broken(...linked)).toEqual(messages);
  });
});

describe('PREVIOUS', () => {
  test('is what sha256sum prints, and reads back', () => {
    const text = formatPrevious(A);
    expect(text).toBe(`${'a'.repeat(64)}  2024-Q2/SHA256SUMS\n`);
    expect(parsePrevious(text, 'PREVIOUS')).toEqual({ ok: true, value: A });
  });

  test.for([
    '',
    `${'a'.repeat(64)}  2024-Q2/audit.json\n`,
    `${'a'.repeat(64)}  ../2024-Q2/SHA256SUMS\n`,
    `${'a'.repeat(63)}  2024-Q2/SHA256SUMS\n`,
    `${'a'.repeat(64)}  2024-Q1/SHA256SUMS\n${'a'.repeat(64)}  2024-Q2/SHA256SUMS\n`,
  ])('that names no list of hashes of one release is refused: %j', (text) => {
    expect(parsePrevious(text, 'PREVIOUS').ok).toBe(false);
  });
});
