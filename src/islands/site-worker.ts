/** Starts a worker of the site's own, where the policy of the page lets a script be named by nothing else. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Throws where there are no workers. `address` stands in the page's own script, and comes from nowhere else. */
export function startSiteWorker(address: string): Worker {
  policy ??= (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    'site-worker',
    { createScriptURL: (url) => url },
  );
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}

/** Made once: a page may make one policy of each name. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;
