/** The last steps of a release: sealed, signed off by a second person where that is asked for, and named. */
import { basename, dirname, join, resolve } from 'node:path';
import { formatApproval } from '../../formats/approval-file.ts';
import type { Audit } from '../../formats/audit-file.ts';
import type { Program } from '../../program/program.ts';
import { signatureFile } from '../../program/signer.ts';
import { sha256 } from '../../release/hash.ts';
import { temporaryPath } from '../../release/lock.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { nameRelease, sealRelease } from '../../release/seal.ts';
import type { StagedFiles } from '../../release/stage.ts';
import type { Effects } from '../effects.ts';
import type { Places } from '../places.ts';
import type { Proposal, Review } from '../review/review.ts';
import { step } from '../step.ts';
import { refuseSecretInside, signSums } from './sign-sums.ts';
import { officeKey } from './signature-lines.ts';

export interface Attacked {
  readonly program: Program;
  /** Where the staged files lie. */
  readonly folder: string;
  /** Where the release is to stand. */
  readonly final: string;
  /** The release before; undefined for the first. */
  readonly before: string | undefined;
  readonly files: StagedFiles;
  readonly audit: Audit;
}

export interface Kept {
  /** Whether the release was signed as well. */
  readonly isSigned: boolean;
  /** What readers will see, for the operator; nothing where a second person was shown it. */
  readonly foreseen: readonly string[];
}

/**
 * Throws `RefusedError` where its pages cannot be built, a release of that name exists or
 * nobody signs it off. A dry run goes as far as the pages.
 */
export async function keepRelease(
  attacked: Attacked,
  { approve = false, dryRun = false }: { readonly approve?: boolean; readonly dryRun?: boolean },
  effects: Effects,
  places: Places,
): Promise<Kept> {
  const { folder, final, files, audit } = attacked;
  const sums = await step('Seal', effects, () => sealRelease(folder, files, audit, effects.disk));
  if (!approve) {
    const foreseen = await checkPages(attacked, effects);
    if (!dryRun) await nameAlone(folder, final, effects);
    return { isSigned: false, foreseen };
  }
  const answers = await askForApproval(attacked, effects);
  const { key, ...people } = answers;
  const isSigned = key !== '' && (await signOrSay(key, attacked, sums, effects, places));
  const approval = { release: basename(final), sums: sha256(sums), approved: effects.today(), ...people };
  await nameWithApproval(folder, final, formatApproval(approval), effects);
  return { isSigned, foreseen: [] };
}

/** A run that was killed between an approval and its release left an approval of other files, perhaps. */
async function nameAlone(folder: string, final: string, { disk }: Effects): Promise<void> {
  await disk.remove(approvalPath(final));
  await nameRelease(folder, final, disk);
}

/** Beside the hashes while the release has no name yet. What was approved is kept all the same where the key does not sign. */
async function signOrSay(
  named: string,
  { program, folder, final }: Attacked,
  sums: string,
  effects: Effects,
  places: Places,
): Promise<boolean> {
  try {
    const key = resolve(named);
    await refuseSecretInside(key, places);
    const { signer, text } = await signSums(key, { program, release: basename(final), sums }, effects);
    await effects.disk.writeNewFile(join(folder, signatureFile(signer.id)), text);
    await effects.disk.flushFolder(folder);
    effects.log(`  ${signer.name} has signed.`);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    effects.log(`  Not signed: ${error.message}`);
    return false;
  }
}

/** A release that was kept cannot be taken back, so that its pages are built and checked before. */
function checkPages(attacked: Attacked, effects: Effects): Promise<readonly string[]> {
  return step('Build its pages and check every number on them (up to a minute)', effects, () =>
    effects.buildPages(proposalOf(attacked, effects)),
  );
}

function proposalOf({ folder, final, before }: Attacked, { runner }: Effects): Proposal {
  const releases = dirname(final);
  const workplace = temporaryPath(releases, 'preview', runner);
  return { program: dirname(releases), release: basename(final), before, sealed: folder, workplace };
}

function approvalPath(final: string): string {
  return `${final}.approval.json`;
}

/** Together or not at all: a release that was to be approved never stands without its approval. */
async function nameWithApproval(
  folder: string,
  final: string,
  approval: string,
  { disk, runner }: Effects,
): Promise<void> {
  const unfinished = temporaryPath(dirname(final), 'approval', runner);
  try {
    await disk.writeNewFile(unfinished, approval);
    await disk.rename(unfinished, approvalPath(final));
    await nameRelease(folder, final, disk);
  } catch (error) {
    await disk.remove(approvalPath(final));
    throw error;
  }
}

interface Answers {
  readonly madeBy: string;
  readonly approvedBy: string;
  /** The file of the key to sign with; empty where nobody signs now. */
  readonly key: string;
}

async function askForApproval(attacked: Attacked, effects: Effects): Promise<Answers> {
  const proposal = proposalOf(attacked, effects);
  const review = await step('Build the site with the new figures', effects, () =>
    effects.openReview(proposal),
  );
  try {
    effects.log(`  The new figures beside the old: ${review.address}`);
    effects.log('  Let somebody read them who did not make the release. Until then nothing is kept.');
    const people = await askPeople(proposal.release, review);
    return { ...people, key: await askForKey(attacked.program, proposal.release, review) };
  } finally {
    await review.close();
  }
}

async function askPeople(release: string, review: Review): Promise<Omit<Answers, 'key'>> {
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
  throw new RefusedError(
    'approval',
    `${approvedBy} did not sign release ${release} off. Nothing was kept; mend what is wrong and make it again.`,
  );
}

/** The key is used once the terminal is free: `ssh-keygen` asks for a passphrase or a touch there. */
async function askForKey(program: Program, release: string, review: Review): Promise<string> {
  const mine = officeKey(program, release);
  if (mine === undefined) return '';
  const question = `Sign it with the key of ${mine.id} too? Type the file of the key, as ssh-keygen -f takes it, or press Enter to sign later.`;
  return (await review.ask(question))?.trim() ?? '';
}

/** Asks again until the answer, without spaces around it, will do. */
async function askUntil(
  review: Review,
  question: string,
  willDo: (answer: string) => boolean,
): Promise<string> {
  const answer = (await review.ask(question))?.trim();
  if (answer === undefined)
    throw new RefusedError(
      'approval',
      'Nobody is there to sign the release off, and nothing was kept. Run --approve in a terminal, with a second person beside you.',
    );
  return willDo(answer) ? answer : askUntil(review, question, willDo);
}
