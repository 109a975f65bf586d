/** The dimensions that readers meet in places of their own, in whatever program has them. */
export const AREA = 'area';
export const CHANNEL = 'channel';
/** What came of an application, and the code of those that were refused: drawn as shares where a release has them. */
export const DECISION = 'decision';
export const REFUSED = 'refused';
