/** The design of the pages, for who works on them, in English: every kind of block as it stands on some page of a program. */
import type { Block, Island, Page, Section } from '../../frame/page.ts';

const HEADINGS: Readonly<Record<Exclude<Block['kind'], Island | 'fold' | 'columns' | 'scripts'>, string>> = {
  prose: 'Prose',
  list: 'List',
  citation: 'A citation to copy',
  stats: 'Large figures',
  chart: 'Charts',
  table: 'Tables',
  finding: 'Findings',
  timeline: 'Timeline',
  facts: 'Facts',
  steps: 'Steps',
  sayings: 'Sayings side by side',
  ways: 'Ways to apply',
  recorded: 'Figures on the record',
  cases: 'Cases to choose from',
  commands: 'Commands',
};

type Sampled = Pick<Page, 'sections'>;

/** `pages` are those of a program that uses every feature. */
export function designPage(pages: readonly Sampled[]): Page {
  const sections = Object.entries(HEADINGS).flatMap(([kind, heading]): Section[] => {
    const blocks = samplesOf(pages, kind);
    return blocks.length === 0 ? [] : [{ id: `design-${kind}`, heading: [heading], blocks }];
  });
  return {
    slug: 'design',
    under: 'data',
    name: 'Design',
    heading: 'Design',
    lead: [
      'Calm, civic, the same everywhere. One column of text, one grid, few colours. Every figure is a published cell, and what is hidden looks hidden: hatched, and named in words.',
    ],
    sections,
  };
}

/** Of charts and tables the first of each page, for they differ; of all others the first. */
function samplesOf(pages: readonly Sampled[], kind: string): Block[] {
  const isWanted = (block: Block) => block.kind === kind;
  const firsts = pages.flatMap(
    ({ sections }) => sections.flatMap(({ blocks }) => blocks).find(isWanted) ?? [],
  );
  const isVaried = kind === 'chart' || kind === 'table';
  return [...new Map(firsts.map((block) => ['id' in block ? block.id : kind, block])).values()].slice(
    0,
    isVaried ? MOST_SAMPLES : 1,
  );
}

/** As many as there are kinds of charts: time series, columns in parts, bars, pairs, flow, dots. */
const MOST_SAMPLES = 6;
