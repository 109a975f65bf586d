// The small program with a release that somebody signed.
import type { Signer } from '../../src/program/signer.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { fixtureSite } from './fixture.ts';

/** The key of nobody. */
const SIGNER: Signer = {
  id: 'clerk-1',
  name: 'Office of the Clerk',
  as: 'office',
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDA52hnSJ+Lo1PLCIWMOOyd0u7skIC3k7x29JnOv1M44',
  from: '2023-Q4',
};

/** Its newest release is signed by the office, or by whoever else is given. */
export function signedSite(...signers: readonly Partial<Signer>[]): SiteProgram {
  const site = fixtureSite();
  const all = (signers.length === 0 ? [{}] : signers).map((one) => ({ ...SIGNER, ...one }));
  const signatures = all.map(({ id }) => id);
  return {
    ...site,
    program: { ...site.program, signers: all },
    releases: site.releases.map((release, at) =>
      at === site.releases.length - 1 ? { ...release, signatures } : release,
    ),
  };
}
