/** The last steps of a release: sealed, signed off by a second person where that is asked for, and named. */
import { basename, dirname } from 'node:path';
import { formatApproval } from '../../model/approval-file.ts';
import type { Audit } from '../../model/audit-file.ts';
import { sha256 } from '../../release/hash.ts';
import { temporaryFolder } from '../../release/lock.ts';
import { ReleaseError } from '../../release/release-error.ts';
import { nameRelease, sealRelease } from '../../release/seal.ts';
import type { StagedFiles } from '../../release/stage.ts';
import { type Effects, writeWhole } from '../effects.ts';
import type { Proposal, Review } from '../review/review.ts';
import { step } from '../step.ts';

export interface Attacked {
  /** Where the staged files lie. */
  readonly folder: string;
  /** Where the release is to stand. */
  readonly final: string;
  /** The release before; undefined for the first. */
  readonly before: string | undefined;
  readonly files: StagedFiles;
  readonly audit: Audit;
}

/**
 * Throws `ReleaseError` where its pages cannot be built, a release of that name exists or nobody signs it off. A dry run goes
 * as far as the pages.
 */
export async function keepRelease(
  attacked: Attacked,
  { approve = false, dryRun = false }: { readonly approve?: boolean; readonly dryRun?: boolean },
  effects: Effects,
): Promise<void> {
  const { folder, final, files, audit } = attacked;
  const sums = await step('Seal', effects, () => sealRelease(folder, files, audit, effects.disk));
  const people = approve ? await askForApproval(attacked, effects) : await checkPages(attacked, effects);
  if (dryRun) return;
  if (people === undefined) return nameRelease(folder, final, effects.disk);
  const approval = { release: basename(final), sums: sha256(sums), approved: effects.today(), ...people };
  await nameWithApproval(folder, final, formatApproval(approval), effects);
}

/** A release that was kept cannot be taken back, so that its pages are built and checked before. */
function checkPages(attacked: Attacked, effects: Effects): Promise<undefined> {
  return step('Build its pages and check every number on them (up to a minute)', effects, async () => {
    await effects.buildPages(proposalOf(attacked, effects));
    return undefined;
  });
}

function proposalOf({ folder, final, before }: Attacked, { runner }: Effects): Proposal {
  const releases = dirname(final);
  const workplace = temporaryFolder(releases, 'preview', runner);
  return { program: dirname(releases), release: basename(final), before, sealed: folder, workplace };
}

/** Together or not at all: a release that was to be approved never stands without its approval. */
async function nameWithApproval(
  folder: string,
  final: string,
  approval: string,
  effects: Effects,
): Promise<void> {
  const file = `${final}.approval.json`;
  try {
    await writeWhole(file, approval, effects);
    await nameRelease(folder, final, effects.disk);
  } catch (error) {
    await effects.disk.remove(file);
    throw error;
  }
}

interface People {
  readonly madeBy: string;
  readonly approvedBy: string;
}

async function askForApproval(attacked: Attacked, effects: Effects): Promise<People> {
  const proposal = proposalOf(attacked, effects);
  const review = await step('Build the site with the new figures', effects, () =>
    effects.openReview(proposal),
  );
  try {
    effects.log(`  The new figures beside the old: ${review.address}`);
    effects.log('  Let somebody read them who did not make the release. Until then nothing is kept.');
    return await askPeople(proposal.release, review);
  } finally {
    await review.close();
  }
}

async function askPeople(release: string, review: Review): Promise<People> {
  const madeBy = await askUntil(review, 'Who made the release?', (name) => name !== '');
  const approvedBy = await askUntil(
    review,
    'Who else has read it, and signs it off?',
    (name) => name !== '' && name.toLowerCase() !== madeBy.toLowerCase(),
  );
  const word = await askUntil(
    review,
    `${approvedBy}: type ${release} to approve, or anything else to refuse.`,
    () => true,
  );
  if (word === release) return { madeBy, approvedBy };
  throw new ReleaseError(
    'approval',
    `${approvedBy} did not sign release ${release} off. Nothing was kept; mend what is wrong and make it again.`,
  );
}

/** Asks again until the answer, without spaces around it, will do. */
async function askUntil(
  review: Review,
  question: string,
  willDo: (answer: string) => boolean,
): Promise<string> {
  const answer = (await review.ask(question))?.trim();
  if (answer === undefined)
    throw new ReleaseError(
      'approval',
      'Nobody is there to sign the release off, and nothing was kept. Run --approve in a terminal, with a second person beside you.',
    );
  return willDo(answer) ? answer : askUntil(review, question, willDo);
}
