/** The languages of the site. To add one is to add a line here and a file of messages (docs/languages.md). */

export interface LanguageFacts {
  /** BCP 47, as in `lang` and in addresses: `es`, `zh-Hans`; the file of messages is named by it. */
  readonly code: string;
  /** In the language itself: `Español`. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * Who checked the translation: a name, or an office. Null while it is a draft; pages then say so, and what a resident must
   * be able to rely on stands in English beside it. Not used for English, which is no translation.
   */
  readonly reviewedBy: string | null;
}

export const LANGUAGES: readonly LanguageFacts[] = [
  { code: 'en', name: 'English', direction: 'ltr', reviewedBy: null },
  { code: 'es', name: 'Español', direction: 'ltr', reviewedBy: null },
  { code: 'pl', name: 'Polski', direction: 'ltr', reviewedBy: null },
  { code: 'zh-Hans', name: '简体中文', direction: 'ltr', reviewedBy: null },
  { code: 'ar', name: 'العربية', direction: 'rtl', reviewedBy: null },
];
