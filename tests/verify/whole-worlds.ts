// The worlds of a certificate, each written out.
import { type BlockCertificate, parseWorld } from '../../src/formats/certificate.ts';

export function wholeWorlds({ worlds }: Pick<BlockCertificate, 'worlds'>): (readonly number[])[] {
  const parsed = worlds.map((text) => parseWorld(text));
  const [first] = parsed;
  return parsed.map((world) => {
    if (world === undefined || first === undefined || !('whole' in first)) throw new Error('no world');
    return 'whole' in world
      ? world.whole
      : first.whole.map((count, cell) => world.changes.get(cell) ?? count);
  });
}
