/** Of the page of what others reported, in every program. */
export const RECORD_SLUG = 'record';
