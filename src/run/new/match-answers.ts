/**
 * Ways, ages and areas of the answers, each with its code. Where a tally has the dimension its codes are those of the
 * tally, and an answer that no row has is refused: it would become a code of which zero is published though nobody
 * counted it. No message repeats anything of a tally.
 */
import { valueAt } from '../../indexes/look-up.ts';
import { nearestName } from '../../reading/nearest-name.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import type { Answers, ReadAnswers } from './answers.ts';
import { codesOf } from './codes.ts';
import { firstPlace, isAlike, type Scanned, type TallyCode, tallyDimensions } from './tally-codes.ts';

interface Named {
  readonly label: string;
  readonly code?: string | undefined;
}

/** `column` of a problem is its path in the answers. */
type Place = (column: string, fault: Fault) => Problem;

/** `file` is that of the answers. */
export function matchAnswers(answers: ReadAnswers, scanned: Scanned, file: string): Checked<Answers> {
  const found = new Map(tallyDimensions(scanned).map(({ id, codes }) => [id, codes]));
  const problems: Problem[] = [];
  const place: Place = (column, fault) => ({ file, line: 0, column, ...fault });
  const codes = (
    key: 'ways' | 'ages' | 'areas',
    dimension: string,
    list: readonly Named[],
    name = 'label',
  ) => {
    const matched = match(list, found.get(dimension), { key, name, dimension }, place);
    problems.push(...matched.problems);
    return matched.codes;
  };
  const ages = answers.ages.map((age) => (typeof age === 'string' ? { label: age } : age));
  const areas = answers.areas.map(({ area, code }) => ({ label: area, code }));
  const [ofWays, ofAges, ofAreas] = [
    codes('ways', 'channel', answers.ways),
    codes('ages', 'age', ages),
    codes('areas', 'area', areas, 'area'),
  ];
  problems.push(...strayAreas(answers.areas, ofAreas, scanned));
  if (problems.length > 0) return refuse(problems);
  const coded = <T>(list: readonly T[], codes: readonly string[]) =>
    list.map((one, at) => ({ ...one, code: valueAt(codes, at) }));
  return accept({
    ...answers,
    ways: coded(answers.ways, ofWays),
    ages: coded(ages, ofAges),
    areas: coded(answers.areas, ofAreas),
  });
}

interface Kind {
  readonly key: string;
  /** The key that has the label. */
  readonly name: string;
  readonly dimension: string;
}

function match(
  list: readonly Named[],
  found: readonly TallyCode[] | undefined,
  { key, name, dimension }: Kind,
  place: Place,
): { codes: string[]; problems: Problem[] } {
  const codes =
    found === undefined ? codesOf(list).map(({ code }) => code) : list.map((one) => matchOne(one, found));
  const problems = list.flatMap((one, at): Problem[] => {
    const column = `${key}.${at}.${one.code === undefined ? name : 'code'}`;
    const code = codes[at];
    if (code === undefined) return [place(column, notCounted(dimension, name))];
    return codes.indexOf(code) < at ? [place(column, SAME_CODE)] : [];
  });
  return { codes: codes.map((code) => code ?? ''), problems };
}

function matchOne({ code, label }: Named, found: readonly TallyCode[]): string | undefined {
  const named = code ?? label;
  const byText = found.find(({ texts }) => texts.some((text) => isAlike(text, named)));
  const byCode = found.find((one) => one.code === named) ?? found.find((one) => isAlike(one.code, named));
  return ((code === undefined ? byText : byCode) ?? byCode ?? byText)?.code;
}

/** Where areas lie in districts, those of a tally that lie in none, each where it first stands there. */
function strayAreas(areas: ReadAnswers['areas'], codes: readonly string[], scanned: Scanned): Problem[] {
  const districts = areas.flatMap(({ district }) => district ?? []);
  const isNamed = ({ code, texts }: TallyCode) =>
    codes.includes(code) ||
    districts.some((district) => [code, ...texts].some((one) => isAlike(one, district)));
  const listed = [...new Set([...areas.map(({ area }) => area), ...districts])];
  const found = tallyDimensions(scanned).find(({ id }) => id === 'area')?.codes ?? [];
  return found
    .filter((one) => districts.length > 0 && !isNamed(one))
    .map((one) => ({ ...firstPlace(scanned, 'area', one), ...strayFault(one, listed) }));
}

function notCounted(dimension: string, name: string): Fault {
  return {
    code: 'not-in-tally',
    message: `No row of a tally has this in its column "${dimension}".`,
    fix:
      `Say with "code", beside "${name}", what stands in that column for it. ` +
      'If nobody was counted, put a row with count 0 into the tally; if nobody counted it, take it out here.',
  };
}

const SAME_CODE: Fault = {
  code: 'same-code',
  message: 'Another answer before it has the same code.',
  fix: 'Take one of them out, or give each a "code" of its own.',
};

function strayFault({ texts }: TallyCode, listed: readonly string[]): Fault {
  const near = texts.map((text) => nearestName(text, listed)).find((name) => name !== undefined);
  const nearest = near === undefined ? '' : `The nearest in the list of areas is "${near}". `;
  return {
    code: 'no-district',
    message: 'The area is in no district.',
    fix: `${nearest}Correct it here, or name it in the list of areas, with its district; or take the districts out there.`,
  };
}
