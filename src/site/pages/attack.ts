/** "Try to break it": the attack in the reader's own browser, for readers with JavaScript, and as a command for all others. */
import { AUDIT, DATAPACKAGE } from '../../release/layout.ts';
import type { AttackWords } from '../breaking/words.ts';
import type { Page, Section } from '../page.ts';
import { apiPath, fileLink, pagePath, recordFilePath, releaseFilePath } from '../routes.ts';
import type { Link, Sentence } from '../sentence.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
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
    lead: texts.lead,
    island: 'attack',
    sections: [attackSection(found), readsSection(found), elsewhereSection(found)],
  };
}

function hidesSomething({ release }: ReleaseView): boolean {
  return (release.audit?.cells.withheld ?? 0) > 0;
}

function attackSection(view: ReleaseView): Section {
  const { attackPage: texts, explorer, total, marks } = view.messages;
  const words: AttackWords = { ...texts.words, measure: explorer.measure, total, separators: marks };
  const href = apiPath(view, 'index.json');
  return {
    id: 'try',
    heading: [texts.heading],
    blocks: [{ kind: 'attack', words, href, needsScript: texts.needsScript }],
  };
}

/** The island reads exactly what is listed here. */
function readsSection(view: ReleaseView): Section {
  const { attackPage: texts } = view.messages;
  const releases = view.releases.map(({ release }): Sentence => {
    const link: Link = { href: releaseFilePath(view.program.id, release, DATAPACKAGE), label: release };
    return texts.release(link);
  });
  const isOnRecord = view.record.figures.some(({ cell }) => cell !== '');
  const record: Link = { href: recordFilePath(view.program.id, 'figures.csv'), label: texts.record };
  return {
    id: 'attack-reads',
    heading: [texts.reads],
    blocks: [{ kind: 'list', items: [...releases, ...(isOnRecord ? [[record]] : [])] }],
  };
}

function elsewhereSection(view: ReleaseView): Section {
  const { attackPage: texts, names, audit } = view.messages;
  const method: Link = { href: pagePath(view, 'method'), label: names.method };
  return {
    id: 'elsewhere',
    heading: [texts.elsewhere],
    blocks: [
      { kind: 'prose', text: texts.elsewhereText },
      attackCommand(view),
      { kind: 'prose', text: texts.seeAlso(method, fileLink(view, AUDIT, audit)) },
    ],
  };
}
