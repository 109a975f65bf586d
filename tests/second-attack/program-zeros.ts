/**
 * Zeros that `program.json` says, of whatever cell, in a table or not: nobody applied in a way before it opened, nothing is held
 * of people who apply in a way that leaves no records, and what notes of status `z` say.
 */
import { readFileSync } from 'node:fs';
import { productOf } from './joint.ts';
import { type Cell, cellAt } from './knowledge.ts';
import { type Reader, TOTAL } from './release-files.ts';

interface Said {
  readonly channels?: readonly {
    readonly id: string;
    readonly opened?: string;
    readonly leavesRecords?: string;
  }[];
  readonly notes?: readonly {
    readonly at: Readonly<Record<string, readonly string[]>>;
    readonly status: string;
    readonly measure?: string;
  }[];
}

/** Codes by dimension, of which each is zero; months, where it is not for always. */
interface Zero {
  readonly at: Readonly<Record<string, readonly string[]>>;
  readonly measure?: string | undefined;
  readonly isDuring: (month: string) => boolean;
}

export function addZeros(file: string, reader: Reader): void {
  const { codes, knowledge } = reader;
  const said: Said = JSON.parse(readFileSync(file, 'utf8'));
  const zeros = [...openings(said), ...withoutRecords(said), ...noted(said, codes)];
  for (const measure of knowledge.wholes.keys()) {
    const dimensions = codes.dimensionsOf(measure).slice(1);
    const speaks = (zero: Zero) =>
      (zero.measure ?? measure) === measure && Object.keys(zero.at).every((one) => dimensions.includes(one));
    for (const place of zeros.filter(speaks).flatMap((zero) => placesOf(zero, measure, codes))) {
      const cell = cellAt(knowledge, measure, place, `${measure}: zero by program.json`);
      cell.least = 0;
      cell.most = 0;
    }
  }
}

function placesOf({ at, isDuring }: Zero, measure: string, codes: Reader['codes']): Cell['at'][] {
  const lists = codes
    .dimensionsOf(measure)
    .slice(1)
    .map((dimension) => {
      const known = at[dimension]?.filter((code) => code === TOTAL || codes.all(dimension).includes(code));
      return (known ?? [TOTAL]).map((code) => codes.leaves(dimension, code));
    });
  const span = codes.leaves('period', TOTAL).filter(isDuring);
  // A stock has no count over several months.
  const periods = codes.isStock(measure) ? span.map((month) => [month]) : [span];
  return productOf([periods.filter(({ length }) => length > 0), ...lists]);
}

function openings({ channels = [] }: Said): Zero[] {
  return channels.flatMap(({ id, opened }) => {
    if (opened === undefined) return [];
    const first = opened.length === 4 ? `${opened}-01` : opened.slice(0, 7);
    return [{ at: { channel: [id] }, isDuring: (month: string) => month < first }];
  });
}

function withoutRecords({ channels = [] }: Said): Zero[] {
  return channels
    .filter(({ leavesRecords }) => leavesRecords === 'no')
    .map(({ id }) => ({ at: { channel: [id] }, measure: 'records-held', isDuring: () => true }));
}

function noted({ notes = [] }: Said, codes: Reader['codes']): Zero[] {
  return notes
    .filter(({ status }) => status === 'z')
    .map(({ at: { period, ...at }, measure }) => {
      const spans = period
        ?.filter((code) => codes.all('period').includes(code))
        .map((code) => codes.leaves('period', code));
      const isDuring = (month: string) => spans?.some((span) => span.includes(month)) ?? true;
      return { at, measure, isDuring };
    });
}
