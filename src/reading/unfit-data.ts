/** With this line begins what a build of the site says of data that it cannot show; a trial of a release looks for it. */
export const UNFIT_DATA = 'The site cannot be built from this data.';
