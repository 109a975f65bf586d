/** Makes something once for each key, whoever asks first: formatters are slow to make, and so are pages. */
export function oncePerKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
