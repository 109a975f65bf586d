/** Who signed a release, and how a reader checks it with a key that comes from elsewhere than the site. */
import { formatDay } from '../../figures/dates.ts';
import { allowedLine, type Signer, signerNamed, verifyCommand } from '../../program/signer.ts';
import { SUMS } from '../../release/layout.ts';
import type { SealedRelease } from '../../release/release.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Block } from '../frame/page.ts';
import type { ReleaseView, View } from '../view.ts';

/** The office, then witnesses, then keys that were revoked. */
function signersOf({ program }: View, { signatures }: SealedRelease): Signer[] {
  const found = signatures.map((id) => signerNamed(id, program.signers));
  const valid = found.filter(({ revoked }) => revoked === undefined);
  return [
    ...valid.filter(({ as }) => as === 'office'),
    ...valid.filter(({ as }) => as === 'witness'),
    ...found.filter(({ revoked }) => revoked !== undefined),
  ];
}

/** In a few words; that nobody did is said as well. */
export function signedInShort(view: View, release: SealedRelease): Sentence[] {
  const { signatures } = view.messages;
  const signers = signersOf(view, release);
  if (signers.length === 0) return [[signatures.none]];
  return signers.map((signer) =>
    signer.revoked === undefined ? signedBy(view, signer) : signatures.void({ name: signer.name }),
  );
}

/** In whole sentences, one for each. */
export function signedInFull(view: View, release: SealedRelease): Sentence[] {
  const signers = signersOf(view, release);
  return signers.length === 0
    ? [[view.messages.signatures.unsigned]]
    : signers.map((signer) => revokedSentence(view, signer) ?? signedBy(view, signer));
}

/** What to run, for every key that was not revoked, or that nobody signed; then who vouches since when. */
export function signatureBlocks(view: ReleaseView): Block[] {
  return [...checkBlocks(view), ...witnessBlocks(view)];
}

/** Of all releases up to this one, a witness of an older one too. */
function witnessBlocks({ messages, program, releases, release }: ReleaseView): Block[] {
  const known = releases.slice(0, releases.findIndex((one) => one.release === release.release) + 1);
  const items = program.signers.flatMap(({ id, name, as, revoked }): Sentence[] => {
    const signed = known.filter(({ signatures }) => signatures.includes(id)).map((one) => one.release);
    const [since, last] = [signed[0], signed.at(-1)];
    if (as !== 'witness' || revoked !== undefined || since === undefined || last === undefined) return [];
    const { vouchesSince, notYet } = messages.signatures;
    const vouches = vouchesSince({ name, since, last });
    return last === release.release ? [vouches] : [vouches, notYet({ name, release: release.release })];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'list', items },
    { kind: 'prose', text: [messages.signatures.witnessMeans] },
  ];
}

function checkBlocks(view: ReleaseView): Block[] {
  const { signatures } = view.messages;
  const signers = signersOf(view, view.release);
  if (signers.length === 0) return [{ kind: 'prose', text: [signatures.unsigned] }];
  return signers.flatMap((signer): Block[] => {
    const revoked = revokedSentence(view, signer);
    if (revoked !== undefined) return [{ kind: 'prose', text: revoked }];
    const { id, name, from } = signer;
    return [
      { kind: 'prose', text: signatures.check({ name, id, from }) },
      { kind: 'commands', lines: [allowedLine(signer)] },
      { kind: 'prose', text: signatures.run({ release: view.release.release }) },
      { kind: 'commands', lines: [`sha256sum -c ${SUMS}`, verifyCommand(id)] },
    ];
  });
}

function signedBy({ messages }: View, { as, name }: Signer): Sentence {
  return as === 'office' ? messages.signatures.by({ name }) : messages.signatures.witnessed({ name });
}

function revokedSentence({ messages, language }: View, { name, revoked }: Signer): Sentence | undefined {
  return (
    revoked && messages.signatures.revoked({ name, day: formatDay(revoked.on, language), why: revoked.why })
  );
}
