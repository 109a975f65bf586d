/**
 * What a page prints, as plain data: page functions assemble it, components only print it. Every number in
 * it is a figure or a text that the lexicon knows; whatever stands here once is printed once.
 */
import type { Plan } from '../../charts/marks.ts';
import type { Drawing } from '../../charts/points.ts';
import type { Claim } from '../../figures/claim.ts';
import type { Figure } from '../../figures/figure.ts';
import type { SearchRank } from '../../formats/site/search-index.ts';
import type { Status } from '../../program/cell.ts';
import type { AttackWords } from '../attack-page/words.ts';
import type { ExplorerWords } from '../explorer/words.ts';
import type { Link, Part, Sentence } from '../figures/sentence.ts';
import type { Finding } from '../findings/finding.ts';
import type { VerifyWords } from '../verify-words.ts';
import type { OfRecord, Travel } from './travel-props.ts';

/** The five items of the menu. */
export type MenuItem = 'overview' | 'kept' | 'asked' | 'served' | 'data';

export interface Page {
  /** Below the program's address, without slashes: `cards`; empty for the overview. */
  readonly slug: string;
  /** As the menu and the window name it; holds no figure. */
  readonly name: string;
  /** Below which item of the menu it stands. */
  readonly under: MenuItem;
  /** The page that leads to it, by its slug, where it is too much of a detail for the menu. */
  readonly parent?: string;
  readonly heading: string;
  /** What its first screen says: stands in place of the heading, which then stands above it. */
  readonly headline?: Finding;
  readonly lead: Sentence;
  /** In the search; `other` where it says nothing. */
  readonly rank?: SearchRank;
  /** The page as a file to print. */
  readonly paper?: Link;
  /** The page runs a script of its own, which its content policy must allow. */
  readonly island?: Island;
  readonly sections: readonly Section[];
}

/** All but `search` read files of the site; `attack` and `verify` in a worker, and `verify` also files of the reader's. */
export type Island = 'explorer' | 'attack' | 'search' | 'verify';

export interface Section {
  readonly id: string;
  /** Empty where the blocks speak for themselves. */
  readonly heading: Sentence;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'prose'; readonly text: Sentence }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  /** With a button that copies it, where a script runs. */
  | { readonly kind: 'citation'; readonly text: Sentence }
  | { readonly kind: 'stats'; readonly stats: readonly Stat[] }
  | ChartBlock
  | IslandBlock
  | TableBlock
  | { readonly kind: 'timeline'; readonly entries: readonly TimelineEntry[] }
  | RecordBlock
  | FoldBlock
  /** A finding in a sentence of its own. */
  | (Finding & { readonly kind: 'finding' })
  /** Side by side where there is room. */
  | { readonly kind: 'columns'; readonly blocks: readonly Block[] }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  /** Every script that the site serves. */
  | { readonly kind: 'scripts' };

/** The same figures in other periods, or with less to say, behind a line that opens. */
export interface FoldBlock {
  readonly kind: 'fold';
  readonly id: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** What a script of the page works on; each says what it needs where there is none. */
export type IslandBlock = ExplorerBlock | AttackBlock | SearchBlock | VerifyBlock;

const ISLANDS: readonly Block['kind'][] = ['explorer', 'attack', 'search', 'verify'] satisfies Island[];

export function isIsland(block: Block): block is IslandBlock {
  return ISLANDS.includes(block.kind);
}

export interface ExplorerBlock {
  readonly kind: 'explorer';
  readonly words: ExplorerWords;
  /** Of the index of the release. */
  readonly href: string;
  readonly needsScript: Sentence;
}

export interface AttackBlock {
  readonly kind: 'attack';
  readonly words: AttackWords;
  /** Of the index of the release, which names the cells in the reader's language. */
  readonly href: string;
  readonly needsScript: Sentence;
}

/** The field above a list of everything; `texts` go to the script. */
export interface SearchBlock {
  readonly kind: 'search';
  readonly label: string;
  readonly button: string;
  readonly index: Link;
  readonly texts: {
    readonly found: string;
    readonly some: string;
    readonly nothing: string;
    readonly invented: string;
    /** What readers type, and words that mean it here. */
    readonly meanings: Readonly<Record<string, readonly string[]>>;
  };
}

/** Where everything published is checked, by a script of the page. */
export interface VerifyBlock {
  readonly kind: 'verify';
  readonly words: VerifyWords;
  readonly program: string;
  readonly needsScript: Sentence;
}

/** One large figure with its label. */
export interface Stat {
  readonly label: Sentence;
  /** `more than`, `about`; empty for an exact figure. */
  readonly qualifier: string;
  readonly figure: Figure;
  /** Since a year before. */
  readonly change?: Sentence;
  /** How it went before, as a small line. */
  readonly spark?: Spark;
  readonly note: Sentence;
}

/** A line that goes with a figure; the figures that it is drawn by stand in a table. */
interface Spark extends Plan {
  readonly widthPx: number;
}

/** What the record says. */
export type RecordBlock =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'sayings'; readonly sayings: readonly Saying[] }
  | { readonly kind: 'ways'; readonly ways: readonly Way[] }
  | { readonly kind: 'recorded'; readonly figures: readonly RecordedProps[] }
  | CasesBlock;

const OF_RECORD: readonly Block['kind'][] = ['facts', 'steps', 'sayings', 'ways', 'recorded', 'cases'];

export function isOfRecord(block: Block): block is RecordBlock {
  return OF_RECORD.includes(block.kind);
}

/** What happened, in its place in time. */
export interface Step {
  readonly date: Sentence;
  /** In a word or two. */
  readonly label: Sentence;
  readonly text: Sentence;
  /** How certain it is, and who says so. */
  readonly note: Sentence;
}

/** Somebody's own words, to stand beside those of others. */
export interface Saying {
  /** The office, and the day. */
  readonly by: Sentence;
  readonly quote: Part;
  readonly text: Sentence;
  readonly source: Sentence;
}

/** A way to apply and what it leaves. */
export interface Way {
  readonly mark: 'yes' | 'no' | 'not-on-the-record';
  readonly label: string;
  readonly kept: Sentence;
  readonly text: Sentence;
  readonly accordingTo: Sentence;
  readonly facts: readonly Fact[];
}

/** A figure on the record with all that it takes to use it. */
export interface RecordedProps {
  readonly id: string;
  readonly label: string;
  /** With qualifier and unit. */
  readonly value: Sentence;
  readonly period: Sentence;
  readonly facts: readonly Fact[];
  readonly citation: Sentence;
  readonly link: Link;
}

/** Requests to choose from by what became of them, without a script. */
export interface CasesBlock {
  readonly kind: 'cases';
  readonly label: string;
  readonly all: string;
  /** With how many there are in each. */
  readonly groups: readonly { readonly id: string; readonly label: Sentence }[];
  readonly cases: readonly Case[];
}

export interface Case {
  readonly id: string;
  /** All that it was ever in. */
  readonly had: readonly string[];
  readonly heading: Sentence;
  readonly text: Sentence;
  readonly outcome: Sentence;
  readonly steps: readonly Step[];
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly term: Sentence;
  readonly details: readonly Sentence[];
}

export interface TimelineEntry {
  readonly date: Sentence;
  readonly text: Sentence;
  /** Empty where nobody in particular says so. */
  readonly accordingTo: Part;
}

/** A value of a table or chart; `figure` is there exactly where a count is published. */
export interface CellProps {
  /** `measure|period|code|...`; not printed. */
  readonly address: string;
  readonly figure: Figure | null;
  /** Of a count that is known only as a range: both ends, in words. */
  readonly range?: Sentence;
  readonly status: Status;
}

export interface TableRow {
  readonly heading: Sentence;
  readonly cells: readonly (CellProps | Sentence)[];
  /** Where the first cell is the row's one value and the others say how to read it: the same for a file, in columns of its own. Not printed. */
  readonly inFile?: RowInFile;
}

interface RowInFile {
  readonly unit: string;
  readonly period: Sentence;
  readonly note: Sentence;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: Sentence;
  /** The first heads the rows' headings. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What is hidden, what the shown cells add up to, remarks on cells. */
  readonly notes: readonly Sentence[];
  readonly links: readonly Link[];
}

/** Drawn by `src/charts`. */
export interface DrawingProps extends Drawing {
  /** The figures of its spoken title. */
  readonly spoken: readonly Figure[];
}

export interface ChartBlock {
  readonly kind: 'chart';
  readonly id: string;
  /** A finding: what the figures show. */
  readonly title: Sentence;
  /** What the title says beside its figures. */
  readonly claim: Claim | null;
  /** What is counted, where, when. */
  readonly subtitle: Sentence;
  readonly drawing: DrawingProps;
  readonly table: TableBlock;
  /** What is hidden, what the shown cells add up to, remarks on cells: in sight under the picture. */
  readonly notes: readonly Sentence[];
  /** Of a chart of the record alone. Not printed: `travel` is made of it. */
  readonly ofRecord?: OfRecord;
  /** How to take it elsewhere; null where it stands on another page with all of that. */
  readonly travel: Travel | null;
  /** Where the figures come from and how they were read. */
  readonly source: Sentence;
}
