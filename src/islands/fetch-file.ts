/** Reads files of this site, from a page or from its worker. */

/** Throws where the file does not arrive. */
export async function fetchBytes(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetchSound(address)).arrayBuffer());
}

/** The same for text in UTF-8. */
async function fetchText(address: string): Promise<string> {
  return (await fetchSound(address)).text();
}

async function fetchSound(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The same for JSON. */
export async function fetchJson<T>(address: string): Promise<T> {
  return JSON.parse(await fetchText(address)) as T;
}
