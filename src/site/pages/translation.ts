/** "About the translations": who checked which, and how to correct one. */
import { SOURCE_LANGUAGE } from '../../model/locale.ts';
import type { Messages } from '../messages/language.ts';
import { languageOf } from '../messages/messages.ts';
import type { Page } from '../page.ts';

/** `languages` are those of the site. */
export function translationPage(language: string, languages: readonly string[]): Page {
  const { messages } = languageOf(language);
  return {
    slug: 'translation',
    under: 'data',
    name: messages.translationHeading,
    heading: messages.translationHeading,
    lead: messages.translationLead,
    sections: [
      {
        id: 'state',
        heading: [messages.translationState],
        blocks: [
          {
            kind: 'facts',
            facts: languages.map((code) => ({
              term: [{ lang: code, words: languageOf(code).name }],
              details: [[stateOf(code, messages)]],
            })),
          },
          { kind: 'prose', text: messages.residentsFirst },
        ],
      },
      {
        id: 'correct',
        heading: [messages.correct],
        blocks: [{ kind: 'list', items: messages.correctSteps }],
      },
    ],
  };
}

function stateOf(code: string, messages: Messages): string {
  const { reviewedBy } = languageOf(code);
  if (code === SOURCE_LANGUAGE) return messages.sourceLanguage;
  return reviewedBy === null ? messages.unchecked : messages.checkedBy(reviewedBy);
}
