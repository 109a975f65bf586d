/** On phones the pages of a part stand in one line that scrolls: the page that is read is brought into its sight. */
export function showOwnPage(): void {
  const own = document.querySelector('.menu.pages [aria-current]');
  const line = own?.closest('ul');
  if (!own || !line) return;
  const [inside, around] = [own.getBoundingClientRect(), line.getBoundingClientRect()];
  line.scrollLeft += inside.left + inside.width / 2 - (around.left + around.width / 2);
}
