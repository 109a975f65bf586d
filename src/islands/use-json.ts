import { useEffect, useState } from 'react';
import { fetchJson } from './fetch-file.ts';

/** What a file of this site holds: undefined until it arrives, `'failed'` where it does not. */
export function useJson<T>(address: string): T | 'failed' | undefined {
  const [arrived, setArrived] = useState<{ readonly address: string; readonly value: T | 'failed' }>();
  useEffect(() => {
    fetchJson<T>(address).then(
      (value) => setArrived({ address, value }),
      () => setArrived({ address, value: 'failed' }),
    );
  }, [address]);
  return arrived?.address === address ? arrived.value : undefined;
}
