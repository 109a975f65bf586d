/** "Check everything": hashes, chain, signatures and certificates in the reader's own browser, and as commands for all others. */

import { sealLine } from '../../../formats/previous-file.ts';
import { BILL } from '../../../formats/site/bill-of-materials.ts';
import { LICENSES } from '../../../formats/site/licenses-file.ts';
import { SUMS } from '../../../release/layout.ts';
import { signatureBlocks } from '../../blocks/signatures.ts';
import type { Link, Sentence } from '../../figures/sentence.ts';
import type { Page, Section } from '../../frame/page.ts';
import { patternsOf } from '../../island-words.ts';
import { archivePath, pagePath, releaseListPath, siteFilePath } from '../../routes.ts';
import { type ReleaseView, type View, withCells } from '../../view.ts';

/** Of all releases, so none of an earlier one. */
export function verifyPage(view: View): Page | undefined {
  const found = withCells(view);
  if (found === undefined || view.frozen) return undefined;
  const { verifyPage: texts } = view.messages;
  return {
    slug: 'verify',
    under: 'data',
    name: texts.name,
    heading: texts.name,
    lead: [texts.lead],
    island: 'verify',
    sections: [
      checkSection(found),
      linesSection(found),
      withoutSection(found),
      signedSection(found),
      scriptsSection(found),
      beyondSection(found),
    ],
  };
}

function checkSection({ messages, program }: ReleaseView): Section {
  const { verifyPage: texts } = messages;
  return {
    id: 'check-all',
    heading: [texts.heading],
    blocks: [
      {
        kind: 'verify',
        words: patternsOf(texts.words),
        program: program.id,
        needsScript: [texts.needsScript],
      },
    ],
  };
}

/** The script compares with what stands here, and reads the list to which the link leads. */
function linesSection({ messages, program, releases, release }: ReleaseView): Section {
  const { verifyPage: texts } = messages;
  const { city, name } = program;
  const line = sealLine(release.seal);
  const list = { href: releaseListPath(program.id), label: texts.list };
  return {
    id: 'verify-lines',
    heading: [texts.lines],
    blocks: [
      { kind: 'prose', text: [texts.linesText] },
      { kind: 'commands', lines: releases.map(({ seal }) => sealLine(seal)) },
      { kind: 'prose', text: [texts.printLead] },
      { kind: 'prose', text: texts.print({ city, name, release: release.release, line }) },
      { kind: 'prose', text: [list] },
    ],
  };
}

/** Run by a test, as they stand here. */
function withoutSection({ messages, program, releases }: ReleaseView): Section {
  const { verifyPage: texts, dataPage } = messages;
  const everything = { href: archivePath(program.id), label: dataPage.all };
  const [last] = releases.slice(-1);
  const lines = [
    'cd releases',
    ...releases.map(({ release }) => `(cd ${release} && sha256sum -c ${SUMS})`),
    ...releases.flatMap(({ release, previous }) =>
      previous === null ? [] : [`sha256sum -c ${release}/PREVIOUS`],
    ),
    `sha256sum ${last?.release}/${SUMS}`,
  ];
  return {
    id: 'without',
    heading: [texts.without],
    blocks: [
      { kind: 'prose', text: texts.withoutText({ everything }) },
      { kind: 'commands', lines },
      { kind: 'prose', text: [texts.offline] },
    ],
  };
}

function signedSection(view: ReleaseView): Section {
  return {
    id: 'signed',
    heading: [view.messages.verifyPage.signed],
    blocks: signatureBlocks(view),
  };
}

function scriptsSection({ messages }: ReleaseView): Section {
  const { verifyPage: texts } = messages;
  const named = (file: string): Link => ({ href: siteFilePath(file), label: file });
  const files = { licenses: named(LICENSES), bill: named(BILL) };
  return {
    id: 'scripts-served',
    heading: [texts.scripts],
    blocks: [
      { kind: 'prose', text: [texts.scriptsText] },
      { kind: 'scripts' },
      { kind: 'prose', text: texts.madeOf(files) },
    ],
  };
}

function beyondSection(view: ReleaseView): Section {
  const { verifyPage: texts, attackPage } = view.messages;
  const items = Object.values(texts.beyondList).map((text): Sentence => [text]);
  const attack = { href: pagePath(view, 'break'), label: attackPage.name };
  const hides = (view.release.audit?.cells.withheld ?? 0) > 0;
  return {
    id: 'beyond',
    heading: [texts.beyond],
    blocks: [
      { kind: 'list', items },
      ...(hides ? [{ kind: 'prose' as const, text: texts.seeAttack({ attack }) }] : []),
    ],
  };
}
