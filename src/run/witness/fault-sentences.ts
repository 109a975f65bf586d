/** What is wrong with published files, for a terminal; the page has the same in the languages of readers. */
import type { Fault, FaultKind } from '../../witness/fault.ts';
import type { Refusal } from '../../witness/files.ts';

const FAULTS: Readonly<Record<FaultKind, string>> = {
  'no-sums': 'Release {release} has no list of hashes that can be read ({file}).',
  'surplus-file': 'In release {release} stands a file that its hashes do not name: {file}.',
  'missing-file': 'In release {release} a file is missing: {file}.',
  hash: 'In release {release} a file was changed after it was sealed: {file}.',
  unreadable: 'A file cannot be read, or is not as Daylight writes it: {release} {file}.',
  twice: 'Release {release} is there twice.',
  'other-program': 'Release {release} belongs to another program: {named}.',
  'no-first': 'Release {release} was made after release {named}, which is not there.',
  'second-first': 'Release {release} says that it is the first, but release {before} is there.',
  gap: 'FORK or gap: release {release} was made after release {named}, but the one before it is {before}.',
  changed:
    'Release {release} was made after another release {before} than this one: it was changed or swapped since.',
  'not-there': 'The list of releases names release {release}, but it is not there.',
  'not-listed': 'Release {release} is there, but the list of releases does not name it.',
  'other-hash': 'The list of releases names other hashes for release {release}.',
  'other-line':
    'FORK: release {release} is another one than you saw: it, or one before it, was changed or swapped.',
  gone: 'SHORTER: you saw release {release}, and it is gone without a recall.',
  'signature-form': 'In release {release} this is no signature: {file}.',
  'signature-purpose': 'In release {release} a signature was made for something else: {file}.',
  'signature-hashes': 'In release {release} a signature is not one of these hashes: {file}.',
  'signature-signer': 'In release {release} somebody signed whom no list names: {signer}.',
  'signature-key': 'In release {release} a signature is by another key than that of "{signer}": {file}.',
  'signature-span': 'The key of "{signer}" does not sign release {release}: it ended before, or began after.',
  certificates:
    'The certificates of release {release} do not add up: they show the promise kept for {shown} of {asked} hidden counts.',
};

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-release': 'There is no release: no SHA256SUMS, or no list of releases.',
  several: 'These files are of several programs, or of several copies of one.',
  name: 'A name leads out of its folder, or two files have the same name.',
  size: 'This is larger than any release, and was not read.',
  zip: 'This is no zip.',
};

export function faultSentence({ kind, values }: Fault): string {
  return FAULTS[kind].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function refusalSentence(why: Refusal, what: string): string {
  return what === '' ? REFUSALS[why] : `${REFUSALS[why]} (${what})`;
}
