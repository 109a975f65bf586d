/** Which cells nobody knows: these move, all at one price, and no others. */
import type { Mover } from '../moves.ts';

export interface Hiding {
  /** Hides the cells that have no count here, and shows all others. */
  hideUnknown(known: readonly (number | undefined)[]): void;
  hide(cell: number): void;
  show(cell: number): void;
  readonly hides: (cell: number) => boolean;
}

/** Nothing is hidden. The mover is not to be told of prices otherwise. */
export function openHiding(mover: Pick<Mover, 'price'>): Hiding {
  const hidden = new Set<number>();
  const hide = (cell: number) => {
    if (hidden.has(cell)) return;
    hidden.add(cell);
    mover.price(cell, 1);
  };
  const show = (cell: number) => {
    if (hidden.delete(cell)) mover.price(cell, undefined);
  };
  return {
    hide,
    show,
    hides: (cell) => hidden.has(cell),
    hideUnknown: (known) => {
      for (const [cell, count] of known.entries()) if (count !== undefined) show(cell);
      for (const [cell, count] of known.entries()) if (count === undefined) hide(cell);
    },
  };
}
