/**
 * How current a program's figures are and how they were checked: with a release its id, to when its data run, when the next
 * is due, what withstood the attack, whether a figure was corrected by then or later, who signed; without one when news was last looked for.
 */
import { formatDay } from '../../figures/dates.ts';
import { closingMonth } from '../../program/period.ts';
import { signedInShort } from '../blocks/signatures.ts';
import { auditFigure } from '../figures/audit-figures.ts';
import { dueFigure } from '../figures/figures.ts';
import { type Sentence, sentenceText } from '../figures/sentence.ts';
import { pagePath, releasePath } from '../routes.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';

export function trustLine(view: View): Sentence[] {
  const found = withCells(view);
  return found === undefined ? onTheRecord(view) : ofRelease(found);
}

function onTheRecord({ program, messages, language }: View): Sentence[] {
  const { trust } = messages.around;
  return program.searchedUntil === undefined
    ? []
    : [trust.looked({ day: formatDay(program.searchedUntil, language) })];
}

function ofRelease(view: ReleaseView): Sentence[] {
  const { messages, program, release, language, frozen } = view;
  const { trust } = messages.around;
  const { schedule } = program;
  const id = release.release;
  return [
    trust.release({ release: { href: releasePath(view, id), label: id } }),
    trust.through({ period: formatDay(closingMonth(id), language) }),
    ...(schedule === undefined || frozen
      ? []
      : [trust.due({ day: dueFigure(program.id, id, schedule.daysAfter, language) })]),
    ...checked(view),
    ...corrected(view),
    ...signed(view),
  ];
}

/** With the way to what was corrected in this release or last before it, and to what was later. */
function corrected(view: ReleaseView): Sentence[] {
  const { messages, releases, release, correctedIn } = view;
  const { trust } = messages.around;
  const last = releases.findLast(({ changes }) => changes.length > 0);
  const link = (page: string, label: string) => ({ href: `${page}#changes`, label });
  const sentences: Sentence[] = [];
  if (last === release) sentences.push([link(pagePath(view, 'releases'), trust.changed)]);
  else if (last !== undefined) sentences.push([link(changesOf(view, last.release), trust.changed)]);
  if (correctedIn !== undefined)
    sentences.push(trust.changedLater({ release: link(changesOf(view, correctedIn), correctedIn) }));
  return sentences.length === 0 ? [[trust.unchanged]] : sentences;
}

/** The page that has what a release corrected, at the address that stays. */
function changesOf(view: View, release: string): string {
  return `${releasePath(view, release)}releases/`;
}

/** Who signed, with the way to what shows it. */
function signed(view: ReleaseView): Sentence[] {
  return signedInShort(view, view.release).map((sentence) => [
    { href: `${pagePath(view, 'data')}#check`, label: sentenceText(sentence) },
  ]);
}

/** The attack reads every release before it is kept; where it finds something there is no release. */
function checked(view: ReleaseView): Sentence[] {
  const { messages, release, language } = view;
  const { trust } = messages.around;
  if (release.audit === null) return [];
  if (release.audit.cells.withheld === 0) return [[trust.nothingHidden]];
  const attack = { href: `${pagePath(view, 'method')}#attack`, label: trust.attack };
  return [trust.checked({ hidden: auditFigure(release.audit, 'cells.withheld', language), attack })];
}
