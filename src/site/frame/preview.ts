/**
 * What a page shows where somebody passes on its address: the one thing that it says, in words and as a picture. A frozen
 * release has the picture of its language, since those of the latest change; so has a page of no program.
 */
import { fitsPreview, printPreview } from '../../charts/files/preview-file.tsx';
import { closed, type Link, type Sentence, sentenceText } from '../figures/sentence.ts';
import type { PrintedFile } from '../files/chart-files.ts';
import { languageOf } from '../messages/messages.ts';
import { frontPath, pagePath } from '../routes.ts';
import { programName, type View } from '../view.ts';
import type { Page } from './page.ts';
import { siteNameOf } from './site-home.ts';
import { chartsIn } from './travel.ts';

export interface Preview {
  readonly title: Sentence;
  readonly picture: Pick<Link, 'href'>;
}

/** What is shown of a page. */
type Shown = Pick<Page, 'slug' | 'parent' | 'heading' | 'headline' | 'lead' | 'sections'>;

/** The finding of its first chart, or of the page where that has a name alone; without a chart, its heading and its lead. */
function findingOf({ heading, headline, lead, sections }: Shown, stop: string): Sentence {
  const [chart] = sections.flatMap(({ blocks }) => blocks.flatMap(chartsIn));
  if (chart === undefined) return [...closed(heading, stop), ' ', ...lead];
  return chart.claim === null && headline !== undefined ? headline.title : chart.title;
}

/** No two pages of a language are described alike: a page by its heading, what it shows and how it begins. */
export function descriptionOf({ messages, frozen, release }: View, page: Shown): Sentence {
  const { stop, next } = messages.marks;
  const finding = findingOf(page, stop);
  const hasChart = finding[0] !== page.heading;
  return [
    ...(frozen && release !== null ? [...messages.frame.released({ release: release.release }), next] : []),
    ...(hasChart ? [...closed(page.heading, stop), ' ', ...finding, next, ...page.lead] : finding),
  ];
}

export function previewOf(view: View, page: Shown): Preview {
  const { language, frozen, messages } = view;
  const above = hasOwnPicture(view, page) ? page.slug : (page.parent ?? '');
  const folder = frozen ? frontPath(language) : pagePath(view, above);
  return { title: findingOf(page, messages.marks.stop), picture: { href: `${folder}${PICTURE}` } };
}

const PICTURE = 'preview.png';

/** A page of detail of an invented program shows the picture of the page that leads to it. */
function hasOwnPicture({ program }: View, { parent }: Shown): boolean {
  return parent === undefined || program.nature === 'real';
}

/** The pictures of a program's pages as drawings, from which the build makes `preview.png`. */
export function previewFiles(view: View, pages: readonly Page[]): PrintedFile[] {
  if (view.frozen) return [];
  const { program, messages, language } = view;
  const { stop } = messages.marks;
  return pages
    .filter((page) => hasOwnPicture(view, page))
    .map((page) =>
      previewFile(language, pagePath(view, page.slug), {
        program: programName(view),
        finding: shortFinding(page, stop),
        foot: page.slug === '' ? messages.names.overview : page.name,
        invented: program.nature === 'invented' ? messages.frame.inventedNotice : '',
        site: siteNameOf(view, messages.frame.siteName),
      }),
    );
}

/** The finding where the picture has room for it, or the heading alone. */
function shortFinding(page: Shown, stop: string): Sentence {
  const finding = findingOf(page, stop);
  return fitsPreview(sentenceText(finding)) ? finding : [page.heading];
}

interface PictureTexts {
  readonly program: string;
  readonly finding: Sentence;
  readonly foot: string;
  readonly invented: string;
  /** The name of the site. */
  readonly site: string;
}

/** The picture of a language, for every page that has none of its own. */
export function frontPreviewFile(language: string, finding: Sentence, site: string): PrintedFile {
  return previewFile(language, frontPath(language), { program: '', finding, foot: '', invented: '', site });
}

function previewFile(language: string, folder: string, texts: PictureTexts): PrintedFile {
  const { direction } = languageOf(language);
  const text = printPreview({
    ...texts,
    finding: sentenceText(texts.finding),
    language,
    direction,
  });
  return { path: `${folder}preview.svg`, text, printed: texts };
}
