/** Years in which a program issued more cards than people applied: said, and that nobody says why. */
import { cellFigure, recordFigure } from '../../figures/figures.ts';
import type { Section } from '../../frame/page.ts';
import type { ReleaseView } from '../../view.ts';

const [CARDS, APPLICATIONS] = ['cards-issued', 'applications'];

/** By calendar year, where both are published in total and every dimension is a total. */
export function moreCardsSections(view: ReleaseView): Section[] {
  const { release, source, messages, record, program, language } = view;
  const isPlain = release.declaration.measures
    .filter(({ id }) => id === CARDS || id === APPLICATIONS)
    .every(({ dimensions }) => dimensions.length === 0);
  const periods = release.codelists.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const years = isPlain ? periods.filter(({ level }) => level === 'year').map(({ code }) => code) : [];
  return years.flatMap((year): Section[] => {
    const [cards, applications] = [`${CARDS}|${year}`, `${APPLICATIONS}|${year}`];
    const [more, fewer] = [cards, applications].map((key) => source.cells.get(key)?.count ?? null);
    const figures = [cellFigure(source, cards), cellFigure(source, applications)];
    const [cardFigure, applicationFigure] = figures;
    if (more == null || fewer == null || more <= fewer || !cardFigure || !applicationFigure) return [];
    const other = record.figures.find(
      ({ topic, period, derived }) => topic === 'applications' && period === year && derived === '',
    );
    const { city } = messages;
    const others =
      other === undefined
        ? []
        : [' ', ...city.moreCardsOther({ count: recordFigure(program.id, other, language) })];
    return [
      {
        id: `more-cards-${year}`,
        heading: city.moreCardsTitle({ year, cards: cardFigure, applications: applicationFigure }),
        blocks: [{ kind: 'prose', text: [city.moreCardsText, ...others] }],
      },
    ];
  });
}
