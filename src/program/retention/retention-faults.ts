/** What the declared rules on records (`retention.ts`) say that does not fit the rest of `program.json`. */
import { codesAtLevel } from '../codelist.ts';
import { dimensionCodelist, type Program } from '../program.ts';
import type { RecordGroup, Retention, WhatIf } from './retention.ts';

type Fault = readonly [code: string, message: string, fix: string];

/** What does not fit the rest of `program.json`. */
export function retentionFaults(program: Program): Fault[] {
  const { records, channels } = program;
  if (records === undefined) return [];
  const known = new Set(channels.map(({ id }) => id));
  const named = [
    ...records.groups.map(({ channel }) => channel),
    ...records.whatIf.flatMap(({ without }) => without ?? []),
  ];
  const strange = named.filter((channel) => !known.has(channel));
  return [
    ...strange.map(
      (channel): Fault => [
        'unknown-channel',
        `The records name channel "${channel}", which is not declared.`,
        'Declare it under "channels" or correct its spelling.',
      ],
    ),
    ...records.whatIf.flatMap(whatIfFaults),
    ...records.groups.flatMap((group) => groupFaults(program, records, group)),
  ];
}

function whatIfFaults({ label, after, years, without }: WhatIf): Fault[] {
  const isRule = after !== undefined && years !== undefined && without === undefined;
  const isWithout = after === undefined && years === undefined && without !== undefined;
  if (isRule || isWithout) return [];
  return [
    [
      'half-rule',
      `The what-if "${label}" is no whole rule.`,
      'Give "after" and "years", or "without" alone.',
    ],
  ];
}

function groupFaults(program: Program, { validity }: Retention, group: RecordGroup): Fault[] {
  const { label, after, years: since, counts } = group;
  const faults: Fault[] = [];
  if ((after === undefined) !== (since === undefined))
    faults.push([
      'half-rule',
      `The rule of "${label}" is given by half.`,
      'Give both "after" and "years", or neither where the rule is not on the record.',
    ]);
  if (counts === undefined) return faults;
  const measure = program.measures.find(({ id }) => id === counts.measure);
  if (measure === undefined)
    return [
      ...faults,
      [
        'unknown-measure',
        `"${label}" is counted by measure "${counts.measure}", which is not declared.`,
        FIX,
      ],
    ];
  for (const [dimension, code] of counts.cells.flatMap(Object.entries)) {
    const declared = program.dimensions.find(({ id }) => id === dimension);
    if (!measure.dimensions.includes(dimension) || !declared?.codes.some((one) => one.code === code))
      faults.push([
        'unknown-code',
        `"${label}" is counted at code "${code}" of "${dimension}", which "${measure.id}" does not have.`,
        FIX,
      ]);
  }
  return [...faults, ...ageFaults(program, validity, group)];
}

/** Years after expiry need a validity for each age that is counted. */
function ageFaults(program: Program, validity: Retention['validity'], group: RecordGroup): Fault[] {
  const dimension = program.dimensions.find(({ id }) => id === group.counts?.age);
  const ages = dimension === undefined ? [] : codesAtLevel(dimensionCodelist(dimension), dimension.id);
  if (group.after === 'expiry' && ages.length === 0)
    return [
      [
        'no-age',
        `The records of "${group.label}" go some years after expiry, but they are not counted by age.`,
        'Name the dimension of ages under "age".',
      ],
    ];
  return ages
    .filter((code) => !validity.some(({ age }) => age === code))
    .map((code) => ['no-validity', `No validity is given for age "${code}".`, 'Add it to "validity".']);
}

const FIX = 'Correct its spelling.';
