/** Figures of our own: `applicants-total - applicants-online`, made of figures that others published. */
import type { Fault } from '../reading/problem.ts';
import type { RecordedFigure } from './record.ts';

/** A figure with the sign that it has in the sum. */
interface Term {
  readonly id: string;
  readonly sign: 1 | -1;
}

/** The terms of a formula, or undefined if it is not one. Signs stand between spaces, because ids hold dashes. */
function parseDerivation(formula: string): readonly Term[] | undefined {
  const words = `+ ${formula.trim()}`.split(/\s+/);
  if (words.length % 2 !== 0 || formula.trim() === '') return undefined;
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const [sign, id = ''] = words.slice(at, at + 2);
    if ((sign !== '+' && sign !== '-') || !/^[a-z0-9-]+$/.test(id)) return undefined;
    terms.push({ id, sign: sign === '+' ? 1 : -1 });
  }
  return terms;
}

/** What is wrong with the formula of a figure, given all figures; undefined if nothing is or it has none. */
export function derivationFault(
  figure: RecordedFigure,
  figures: readonly RecordedFigure[],
): Fault | undefined {
  if (figure.derived === '') return undefined;
  const terms = parseDerivation(figure.derived);
  if (terms === undefined || terms.length < 2) {
    return {
      code: 'derivation-form',
      message: 'The formula cannot be read.',
      fix: 'Write ids of other figures with " + " or " - " between them.',
    };
  }
  const parts = terms.map(({ id, sign }) => ({ id, sign, part: figures.find((other) => other.id === id) }));
  const isUnknown = parts.some(({ id, part }) => part === undefined || id === figure.id);
  if (isUnknown) {
    return {
      code: 'derivation-unknown',
      message: 'The formula names an id that is not another figure of the file.',
      fix: 'Correct the id.',
    };
  }
  if (parts.some(({ part }) => part?.unit !== figure.unit)) {
    return {
      code: 'derivation-units',
      message: 'The formula adds figures of different units.',
      fix: 'Cards are not applicants: derive only from figures of the same unit.',
    };
  }
  const sum = parts.reduce((total, { part, sign }) => total + sign * (part?.value ?? 0), 0);
  if (Math.abs(sum - figure.value) > 1e-9) {
    return {
      code: 'derivation-value',
      message: 'The figures of the formula do not add up to the value.',
      fix: 'Correct the one that is wrong.',
    };
  }
  if (!isExact(figure) || parts.every(({ part }) => part !== undefined && isExact(part))) return undefined;
  return {
    code: 'derivation-exact',
    message: 'The figure claims to be exact, but is made of figures that are not.',
    fix: 'Give it the qualifier "about".',
  };
}

function isExact({ qualifier }: RecordedFigure): boolean {
  return qualifier === 'exact' || qualifier === '';
}
