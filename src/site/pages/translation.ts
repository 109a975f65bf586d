/** "About the translations": who checked which, and how to correct one. */
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { Page } from '../frame/page.ts';
import type { Messages } from '../messages/message-types.ts';
import { languageOf } from '../messages/messages.ts';

/** `languages` are those of the site. */
export function translationPage(language: string, languages: readonly string[]): Page {
  const { messages } = languageOf(language);
  return {
    slug: 'translation',
    under: 'data',
    name: messages.about.translationHeading,
    heading: messages.about.translationHeading,
    lead: [messages.about.translationLead],
    sections: [
      {
        id: 'state',
        heading: [messages.about.translationState],
        blocks: [
          {
            kind: 'facts',
            facts: languages.map((code) => ({
              term: [{ lang: code, words: languageOf(code).name }],
              details: [[stateOf(code, messages)]],
            })),
          },
          { kind: 'prose', text: [messages.about.residentsFirst] },
        ],
      },
      {
        id: 'correct',
        heading: [messages.about.correct],
        blocks: [{ kind: 'list', items: Object.values(messages.about.correctSteps).map((step) => [step]) }],
      },
    ],
  };
}

function stateOf(code: string, messages: Messages): string {
  const { reviewedBy } = languageOf(code);
  if (code === SOURCE_LANGUAGE) return messages.about.sourceLanguage;
  return reviewedBy === null ? messages.about.unchecked : messages.about.checkedBy.text({ who: reviewedBy });
}
