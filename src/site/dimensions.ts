/** The dimensions that readers meet in places of their own, in whatever program has them. */
export const AREA = 'area';
export const CHANNEL = 'channel';
