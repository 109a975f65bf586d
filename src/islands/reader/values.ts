/**
 * The exact value of the mark nearest to a finger, a mouse or the arrow keys, in the words that the mark itself carries; one
 * tab stop per chart. A tap on a series, or Enter, leaves it alone in sight; once more, or Escape, brings back the others.
 */

interface Told {
  readonly mark: SVGGraphicsElement;
  readonly says: string;
}

/** Styles of series, as charts and their keys have them (charts/key.ts). */
const SERIES = /\bs[a-g]\b/;

export function offerValues(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>('figure.chart svg.drawing')) offerOn(svg);
}

function offerOn(svg: SVGSVGElement): void {
  const told = [...svg.querySelectorAll<SVGGraphicsElement>('g > *')].flatMap(takeTitle);
  if (told.length === 0) return;
  const note = noteIn(svg);
  let at = -1;
  const show = (next: number) => {
    if (at >= 0) delete told[at]?.mark.dataset.near;
    at = next;
    const found = told[at];
    note.textContent = found?.says ?? '';
    if (found === undefined) return;
    found.mark.dataset.near = '';
    place(note, svg, found.mark);
  };
  svg.tabIndex = 0;
  svg.addEventListener('pointermove', (event) => show(nearest(told, event)));
  svg.addEventListener('pointerdown', (event) => show(nearest(told, event)));
  svg.addEventListener('pointerleave', () => show(-1));
  svg.addEventListener('blur', () => show(-1));
  svg.addEventListener('click', ({ target }) => isolate(svg, seriesOf(target)));
  svg.addEventListener('keydown', (event) => {
    const step = steps(event.key, document.documentElement.dir === 'rtl' ? -1 : 1);
    if (step !== 0) show((at + step + told.length + (at < 0 && step < 0 ? 1 : 0)) % told.length);
    else if (event.key === 'Enter') isolate(svg, seriesOf(told[at]?.mark));
    else if (event.key === 'Escape') isolate(svg, undefined);
    else return;
    event.preventDefault();
  });
}

/** The browser's own label of a mark would stand beside ours. */
function takeTitle(mark: SVGGraphicsElement): Told[] {
  const title = mark.querySelector('title');
  title?.remove();
  return title === null ? [] : [{ mark, says: title.textContent ?? '' }];
}

function noteIn(svg: SVGSVGElement): HTMLElement {
  const note = document.createElement('p');
  note.className = 'value-note';
  note.setAttribute('role', 'status');
  svg.after(note);
  return note;
}

/** Above the mark, and within the picture. */
function place(note: HTMLElement, svg: SVGSVGElement, mark: SVGGraphicsElement): void {
  const [frame, box] = [svg.getBoundingClientRect(), mark.getBoundingClientRect()];
  const middle = box.left + box.width / 2 - frame.left;
  const left = Math.max(0, Math.min(middle - note.offsetWidth / 2, frame.width - note.offsetWidth));
  note.style.left = `${left + svg.getBoundingClientRect().left - (note.offsetParent?.getBoundingClientRect().left ?? 0)}px`;
  note.style.top = `${Math.max(0, box.top - frame.top - note.offsetHeight - 6)}px`;
}

/** Of those that are equally near the smallest: a dot before the band behind it. */
function nearest(told: readonly Told[], { clientX, clientY }: PointerEvent): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  told.forEach(({ mark }, index) => {
    const { left, right, top, bottom, width, height } = mark.getBoundingClientRect();
    const [x, y] = [
      Math.max(left - clientX, 0, clientX - right),
      Math.max(top - clientY, 0, clientY - bottom),
    ];
    const size = Math.hypot(x, y) + (width * height) / 1e6;
    if (size < least) [best, least] = [index, size];
  });
  return best;
}

function steps(key: string, forward: 1 | -1): number {
  if (key === 'ArrowRight') return forward;
  if (key === 'ArrowLeft') return -forward;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

/** Of a mark, or of the words beside it in the key. */
function seriesOf(target: EventTarget | null | undefined): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const own = SERIES.exec(target.getAttribute('class') ?? '')?.[0];
  if (own !== undefined || !target.matches('.key')) return own;
  return SERIES.exec(target.previousElementSibling?.getAttribute('class') ?? '')?.[0];
}

/** Fades all series but one; none where it stands alone already. */
function isolate(svg: SVGSVGElement, series: string | undefined): void {
  const only = series === svg.dataset.only ? undefined : series;
  const marks = [...svg.querySelectorAll<SVGElement>('g > *')];
  const isMany = new Set(marks.map(seriesOf)).size > 2;
  delete svg.dataset.only;
  if (only !== undefined && isMany) svg.dataset.only = only;
  for (const mark of marks) {
    const own = seriesOf(mark);
    const isFaded = only !== undefined && isMany && own !== undefined && own !== only;
    mark.toggleAttribute('data-faded', isFaded);
  }
}
