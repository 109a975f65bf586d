/** The last checks before a release is sealed. Each refuses with every cell that is at fault. */
import type { AttackReport } from '../attack/attack.ts';
import { cellKey, isSensitive, peopleBehind } from '../model/cell.ts';
import type { Problem } from '../model/problem.ts';
import { type System, systemKey } from '../model/system.ts';
import { type Breach, findBreaches } from '../release/continuity.ts';
import type { Release } from '../release/release.ts';
import { ReleaseError } from '../release/release-error.ts';
import type { Counted } from './protect-release.ts';
import { someOf } from './protect-release.ts';

/** What was published stays published as it was, and what was withheld stays withheld. */
export function refuseBreaches({ shape, earlier }: Counted, cubes: Release['cubes']): void {
  const breaches = findBreaches(earlier, { release: shape.release, cubes }).filter(
    ({ kind }) => kind !== 'revealed',
  );
  if (breaches.length === 0) return;
  const message =
    'Earlier releases published figures that this one would change, withhold or leave out. Corrections are not supported yet: release from tallies that agree with what was published, and keep the tables.';
  throw new ReleaseError('correction', message, breaches.map(breachProblem));
}

function breachProblem({ measure, codes, release, kind }: Breach): Problem {
  return {
    file: `cubes/${measure}.csv`,
    line: 0,
    column: cellKey(codes),
    code: 'correction',
    message: `Release ${release} published this cell; ${KINDS[kind]}.`,
    fix: 'Look for what changed in the tallies or in program.json since then.',
  };
}

const KINDS: Readonly<Record<Breach['kind'], string>> = {
  changed: 'it would have another count or none',
  withheld: 'it would be withheld',
  'left-out': 'no table holds it any more',
  revealed: 'it would be shown',
};

export function refuseCondemned({ kept, condemned }: AttackReport): void {
  if (kept) return;
  const named = condemned.map(({ key, reason }) => `${key} (${reason})`);
  throw new ReleaseError('attack', `The attack on the staged files succeeds: ${someOf(named)}`);
}

/** A reader must not come to believe that a cell holds k or more while it does not. */
export function refuseFalseProof(
  { blocks }: AttackReport,
  { shape, measures }: Counted,
  { index }: System,
): void {
  const { k } = shape.declaration;
  const proved = new Set(
    blocks.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict === 'k-or-more').map(({ key }) => key),
    ),
  );
  const wrong = measures.flatMap(({ measure: { id }, cells, unpublished }) =>
    [...cells, ...unpublished]
      .filter((cell) => cell.count !== null && (isSensitive(cell, k) || peopleBehind(cell) < k))
      .map(({ codes }) => systemKey(shape.release, id, codes))
      .filter((key) => proved.has(key) && index.has(key)),
  );
  if (wrong.length > 0)
    throw new ReleaseError(
      'attack',
      `A reader would have to conclude that these cells hold ${k} or more, which they do not: ${someOf(wrong)}`,
    );
}
