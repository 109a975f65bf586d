/** Dimensions of which pages know what they mean, by id, each with the name that readers see where a city gives no other. */
export const KNOWN_DIMENSIONS: Readonly<Record<string, string>> = {
  channel: 'Way of applying',
  age: 'Age',
  area: 'Area',
  decision: 'Decision',
};
