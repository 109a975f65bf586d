/** English: the source. */
import type { Language } from '../language.ts';
import { messages } from './messages.ts';

export const language: Language = {
  code: 'en',
  name: 'English',
  direction: 'ltr',
  reviewedBy: null,
  messages,
};
