/** "Test it yourself": the attack in the reader's own browser, for readers with JavaScript, and as a command for all others. */
import { AUDIT, DATAPACKAGE } from '../../../release/layout.ts';
import type { AttackWords } from '../../attack-page/words.ts';
import type { Link, Sentence } from '../../figures/sentence.ts';
import type { Page, Section } from '../../frame/page.ts';
import { patternsOf } from '../../island-words.ts';
import { apiPath, fileLink, pagePath, recordFilePath, releaseFilePath } from '../../routes.ts';
import { type ReleaseView, type View, withCells } from '../../view.ts';
import { attackCommand } from './method.ts';

/** Of the latest release, which is attacked with all before it; none where nothing is hidden. */
export function attackPage(view: View): Page | undefined {
  const found = withCells(view);
  if (found === undefined || view.frozen || !hidesSomething(found)) return undefined;
  const { attackPage: texts } = view.messages;
  return {
    slug: 'break',
    under: 'data',
    name: texts.name,
    heading: texts.name,
    lead: [texts.lead],
    island: 'attack',
    sections: [attackSection(found), readsSection(found), elsewhereSection(found)],
  };
}

function hidesSomething({ release }: ReleaseView): boolean {
  return (release.audit?.cells.withheld ?? 0) > 0;
}

function attackSection(view: ReleaseView): Section {
  const { attackPage: texts } = view.messages;
  const href = apiPath(view, 'index.json');
  return {
    id: 'try',
    heading: [texts.heading],
    blocks: [{ kind: 'attack', words: wordsOf(view), href, needsScript: [texts.needsScript] }],
  };
}

function wordsOf({ messages }: ReleaseView): AttackWords {
  return {
    ...patternsOf(messages.attackPage.words),
    measure: messages.explorer.words.measure,
    total: messages.tables.total,
    separators: messages.marks,
  };
}

/** The island reads exactly what is listed here. */
function readsSection(view: ReleaseView): Section {
  const { attackPage: texts, papers } = view.messages;
  const releases = view.releases.map(({ release }): Sentence => {
    const link: Link = { href: releaseFilePath(view.program.id, release, DATAPACKAGE), label: release };
    return texts.release({ release: link });
  });
  const isOnRecord = view.record.figures.some(({ cell }) => cell !== '');
  const record: Link = { href: recordFilePath(view.program.id, 'figures.csv'), label: texts.record };
  return {
    id: 'attack-reads',
    heading: [texts.reads],
    blocks: [
      {
        kind: 'list',
        items: [...releases, ...(isOnRecord ? [[record]] : []), [fileLink(view, AUDIT, papers.audit)]],
      },
    ],
  };
}

function elsewhereSection(view: ReleaseView): Section {
  const { attackPage: texts, names } = view.messages;
  const { audit } = view.messages.papers;
  const method: Link = { href: pagePath(view, 'method'), label: names.method };
  return {
    id: 'elsewhere',
    heading: [texts.elsewhere],
    blocks: [
      { kind: 'prose', text: [texts.elsewhereText] },
      attackCommand(view),
      { kind: 'prose', text: texts.seeAlso({ method, audit: fileLink(view, AUDIT, audit) }) },
    ],
  };
}
