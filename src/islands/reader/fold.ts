/** Opens what is folded where the address names it: a link to the figures of another period leads to them, not to a closed heading. */
export function openNamed(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
}

function openTarget(): void {
  const named = document.getElementById(location.hash.slice(1));
  const fold = named?.closest('details');
  if (fold == null || fold.open) return;
  fold.open = true;
  named?.scrollIntoView();
}
