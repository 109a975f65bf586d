/**
 * Publishes as a commit on a branch, which a host of pages serves (GitHub Pages and its kin). The commit is made in a folder of
 * its own, so that no working tree is touched, and pushed in one step: readers have the version before or this one. Nobody's
 * name is in it. What the branch had besides stays away, but for `CNAME`, by which such a host knows its address.
 */
import { join, resolve } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { runTool } from './run-tool.ts';
import type { SiteChange } from './site-change.ts';

/** A file of the branch that says that it is ours. */
const MARK = '.daylight-site';
/** Hosts that know Jekyll leave out folders such as `_astro` without it. */
const NO_JEKYLL = '.nojekyll';
const BESIDES = [MARK, NO_JEKYLL, 'CNAME'];

export interface GitTarget {
  /** An address, or the name of a remote of this repository. */
  readonly remote: string;
  readonly branch: string;
}

export interface GitCommit {
  readonly change: SiteChange;
  /** Throws `RefusedError` where somebody else published meanwhile. */
  readonly push: () => Promise<void>;
}

/** Commits the site beside the branch's last commit. `folder` is empty, and gone afterwards. */
export async function commitSite(
  dist: string,
  { remote, branch }: GitTarget,
  folder: string,
): Promise<GitCommit> {
  const repository = join(folder, 'site.git');
  const git = async (...args: string[]) =>
    (await runTool('git', [`--git-dir=${repository}`, ...args], { env: { GIT_DIR: repository, ...NOBODY } }))
      .out;
  const address = await addressOf(remote);
  await runTool('git', ['init', '--quiet', '--bare', repository]);
  const isThere = (await git('ls-remote', '--heads', address, `refs/heads/${branch}`)).trim() !== '';
  if (isThere) await git('fetch', '--quiet', '--depth=1', address, `refs/heads/${branch}`);
  const before = isThere ? (await git('rev-parse', 'FETCH_HEAD')).trim() : undefined;
  const besides = before === undefined ? '' : await git('ls-tree', before, '--', ...BESIDES);
  if (before !== undefined && !besides.includes(MARK)) throw notOurs(branch);
  await git(
    `--work-tree=${resolve(dist)}`,
    '-c',
    'core.excludesFile=',
    '-c',
    'core.autocrlf=false',
    'add',
    '--force',
    '--all',
    '.',
  );
  const empty = (await git('hash-object', '-w', '-t', 'blob', '/dev/null')).trim();
  for (const name of [MARK, NO_JEKYLL])
    await git('update-index', '--add', '--cacheinfo', `100644,${empty},${name}`);
  const [, cname] = /^100644 blob ([0-9a-f]+)\tCNAME$/m.exec(besides) ?? [];
  if (cname !== undefined) await git('update-index', '--add', '--cacheinfo', `100644,${cname},CNAME`);
  const tree = (await git('write-tree')).trim();
  const parent = before === undefined ? [] : ['-p', before];
  const commit = (await git('commit-tree', tree, ...parent, '-m', 'Publish the site')).trim();
  return {
    change: await changeIn(git, before, tree),
    push: async () => {
      await git('push', '--quiet', address, `${commit}:refs/heads/${branch}`);
    },
  };
}

/** A remote of this repository by its name, or an address as it stands; a folder from here. */
async function addressOf(remote: string): Promise<string> {
  const { code, out } = await runTool('git', ['remote', 'get-url', '--push', remote], { answers: [2, 128] });
  if (code === 0) return out.trim();
  return /^[\w.+-]+(:\/\/|@)|^[^/\\]+:/.test(remote) ? remote : resolve(remote);
}

/** What the commit is signed with: no name of a person is published. */
const NOBODY = {
  GIT_AUTHOR_NAME: 'Daylight',
  GIT_AUTHOR_EMAIL: 'daylight@localhost',
  GIT_COMMITTER_NAME: 'Daylight',
  GIT_COMMITTER_EMAIL: 'daylight@localhost',
};

async function changeIn(
  git: (...args: string[]) => Promise<string>,
  before: string | undefined,
  tree: string,
): Promise<SiteChange> {
  const isSite = (file: string) => !BESIDES.includes(file);
  const files = (await git('ls-tree', '-r', '-z', '--name-only', tree))
    .split('\0')
    .filter((file) => file !== '');
  const site = files.filter(isSite);
  if (before === undefined) return { added: site, changed: [], gone: [], same: [] };
  const fields = (await git('diff-tree', '-r', '-z', '--no-renames', '--name-status', before, tree)).split(
    '\0',
  );
  const of = (kind: string) =>
    fields
      .flatMap((field, at) => (at % 2 === 0 && field === kind ? [valueAt(fields, at + 1)] : []))
      .filter(isSite);
  const [added, changed, gone] = [of('A'), of('M'), of('D')];
  const other = new Set([...added, ...changed]);
  return { added, changed, gone, same: site.filter((file) => !other.has(file)) };
}

function notOurs(branch: string): RefusedError {
  return new RefusedError(
    'exists',
    `The branch ${branch} is not of Daylight's making, and is not touched. Name one that does not exist yet with --branch, and let the host serve it.`,
  );
}
