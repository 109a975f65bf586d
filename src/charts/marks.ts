/**
 * What a drawing is made of: marks in their places. Every number in them is geometry, a figure or a text on a scale, and a
 * mark says which, so that whoever lists what a drawing prints cannot differ from it.
 */
import type { Figure } from '../figures/figure.ts';

type Anchor = 'start' | 'middle' | 'end';

/** What a mark stands for, in words and figures: `Cards issued, April 2024: 920`. Shown where a reader points at it. */
export type Says = readonly (string | Figure)[];

/** Sizes and places in units of the picture, which are CSS pixels where it is not scaled. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly style: string;
      readonly says?: Says;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'path'; readonly style: string; readonly says?: Says; readonly d: string }
  | {
      readonly kind: 'line';
      readonly style: string;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly kind: 'dot';
      readonly style: string;
      readonly says?: Says;
      readonly cx: number;
      readonly cy: number;
    }
  | (Placed & { readonly kind: 'words'; readonly style: string; readonly text: string })
  | (Placed & { readonly kind: 'tick'; readonly text: string })
  /**
   * `words` follow the figure in a quieter voice, and lead to another where it is the first of two: `702 to 820`. A `quiet` figure
   * is no count but a name, such as a day.
   */
  | (Placed & {
      readonly kind: 'figure';
      readonly figure: Figure;
      readonly words: string;
      readonly to?: Figure;
      readonly isQuiet?: boolean;
    });

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/** Marks and the height that they take. */
export interface Plan {
  readonly marks: readonly Mark[];
  readonly heightPx: number;
}

export interface Size {
  readonly name: 'phone' | 'wide';
  readonly widthPx: number;
}
