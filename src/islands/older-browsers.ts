/**
 * Methods of the language that a browser of five years ago lacks and that scripts of this site call. Every script that
 * calls one imports this before all else.
 */

/** Gives `target` the methods that it has not. */
function complete(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods))
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

complete(Array.prototype, {
  at<T>(this: readonly T[], index: number) {
    return this[index < 0 ? this.length + index : index];
  },
  toReversed<T>(this: readonly T[]) {
    return [...this].reverse();
  },
  toSorted<T>(this: readonly T[], compare?: (one: T, other: T) => number) {
    return [...this].sort(compare);
  },
  with<T>(this: readonly T[], index: number, item: T) {
    const copy = [...this];
    copy[index < 0 ? copy.length + index : index] = item;
    return copy;
  },
});
complete(Map, {
  groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) {
    const groups = new Map<K, T[]>();
    for (const [index, item] of [...items].entries()) {
      const key = keyOf(item, index);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  },
});
