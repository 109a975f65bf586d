/** What a page may load: its own style sheet and pictures. A page that needs more passes its own. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
