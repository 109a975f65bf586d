/** What decides for residents in the papers' own language, behind a line that opens: for who reads a translation that nobody has checked. */
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { Block } from '../frame/page.ts';
import { needsOriginal, type View } from '../view.ts';

/** One for a section, whose `id` it takes its own from; none where the page is in English or somebody has checked it. */
export function englishBeside(view: View, id: string, texts: readonly string[]): Block[] {
  if (!needsOriginal(view) || texts.length === 0) return [];
  const items = texts.map((words) => [{ lang: SOURCE_LANGUAGE, words }]);
  const summary = view.messages.whatIsKept.inEnglish;
  return [{ kind: 'fold', id: `${id}-in-english`, summary, blocks: [{ kind: 'list', items }] }];
}
