/**
 * `npm run release`: from tallies to a sealed release, in this order:
 *
 *   read -> count -> protect -> stage -> read back -> attack -> certify -> add the certificates up (src/verify) -> seal
 *        -> build its pages -> sign off, where asked for -> rename
 *
 * Whatever goes wrong on the way, no release folder is left behind.
 */
import { join } from 'node:path';
import type { Audit } from '../../formats/audit-file.ts';
import { temporaryPath, withLock } from '../../release/lock.ts';
import { listReleases, readRelease } from '../../release/read-release.ts';
import { writeStaged } from '../../release/seal.ts';
import { type StagedFiles, stageRelease } from '../../release/stage.ts';
import { adviseCoarser } from '../compare/advise-coarser.ts';
import { countRelease } from '../count/count-release.ts';
import type { CountedProgram } from '../count/counted.ts';
import { listDocket } from '../count/list-docket.ts';
import { nextRelease } from '../count/next-release.ts';
import type { Effects } from '../effects.ts';
import { ENGINE } from '../engine.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { type Protected, protectRelease } from '../protect/protect-release.ts';
import { orRefuse, readProgram } from '../read-program.ts';
import { step } from '../step.ts';
import { openRoom } from '../workers/make-room.ts';
import { openPool, type WorkerPool } from '../workers/pool.ts';
import { tellProgress } from '../workers/progress.ts';
import { attackReleases, makeAudit, openTrial, refuseUnshown } from './attack-release.ts';
import { carryBatch } from './carry-batch.ts';
import {
  refuseBreaches,
  refuseCondemned,
  refuseCorrections,
  refuseDifference,
  refuseFalseProof,
  refuseFewPeople,
} from './checks.ts';
import { keepRelease } from './keep-release.ts';
import { reportRelease } from './report.ts';
import { offerToSign } from './signature-lines.ts';
import { cellCalled } from './why-withheld.ts';

export interface ReleaseOptions {
  /** Folder of the tallies, where the program does not ship them. */
  readonly tallies?: string | undefined;
  /** Default: see `nextRelease`. */
  readonly id?: string | undefined;
  /** The key beside the tallies is not the one of the release before, and that is meant so. */
  readonly newKey?: boolean;
  /** Do everything and keep nothing. */
  readonly dryRun?: boolean;
  /** A cell of which to say why it is withheld (why-withheld.ts). */
  readonly why?: string | undefined;
  /** Show the release beside the one before, and keep it only if a second person signs it off. */
  readonly approve?: boolean;
}

/** Makes one release of one program. Throws `RefusedError` where it is refused. */
export async function makeRelease(
  programId: string,
  options: ReleaseOptions,
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<void> {
  const source = await readProgram(programId, places);
  const id = options.id ?? nextRelease(source.program, await listReleases(source.folder));
  const releases = join(source.folder, 'releases');
  effects.log(`${programId}: release ${id}`);
  await withLock(releases, effects.runner, effects.disk, async () => {
    const given = await countRelease(
      source,
      { id, tallies: options.tallies, isNewKey: options.newKey === true },
      places,
      effects,
    );
    const asked = cellCalled(given, options.why);
    refuseCorrections(given);
    const pool = await openPool(effects.cores, tellProgress(effects), openRoom(effects));
    const folder = temporaryPath(releases, id, effects.runner);
    const make = (counted: CountedProgram) => protectAndAttack(counted, pool, folder, effects);
    const carried = await carryBatch(given, make);
    const { counted, made } =
      'made' in carried
        ? carried
        : { counted: given, made: await adviseCoarser(given, pool, effects, () => make(given)) };
    const waits = 'made' in carried ? [] : carried.waits;
    const final = join(releases, id);
    const before = counted.earlier.at(-1)?.release;
    const attacked = { program: counted.program, folder, final, before, ...made };
    const { isSigned, foreseen } = await keepRelease(attacked, options, effects, places);
    const kept = options.dryRun === true ? undefined : final;
    for (const line of reportRelease(counted, made.safe, { waits, foreseen, folder: kept, asked }))
      effects.print(line);
    if (kept !== undefined && !isSigned)
      for (const line of offerToSign(counted.program, id)) effects.print(line);
  });
}

interface Made {
  readonly safe: Protected;
  readonly files: StagedFiles;
  readonly audit: Audit;
}

/** Leaves the staged files in `folder`, attacked and found to keep the promise. */
async function protectAndAttack(
  counted: CountedProgram,
  pool: WorkerPool,
  folder: string,
  effects: Effects,
): Promise<Made> {
  const { shape, earlier, record, changes } = counted;
  await effects.disk.remove(folder);
  refuseCorrections(counted);
  const safe = await step('Choose which cells to withhold', effects, () => protectRelease(counted, pool));
  refuseBreaches(counted, safe.cubes);
  const requests = listDocket(counted.docket, shape, safe.cubes, [...earlier, { ...shape, changes }]);
  const previous = earlier.at(-1)?.seal ?? null;
  const files = stageRelease(shape, safe.cubes, requests, changes, ENGINE, previous);
  await step('Write files beside their place', effects, () => writeStaged(folder, files, effects.disk));
  const staged = await step('Read them back', effects, async () =>
    orRefuse(await readRelease(folder), 'The staged files cannot be read back.'),
  );
  const trial = openTrial([...earlier, staged], record);
  refuseDifference(safe.system, trial.known.system);
  await step('Hold the published counts against the tallies', effects, () =>
    refuseFewPeople(counted, staged, trial.known.k),
  );
  const report = await step('Attack everything ever published', effects, () => attackReleases(trial, pool));
  refuseCondemned(report);
  refuseFalseProof(report, counted, safe);
  const audit = await step('Certify what the attack found', effects, () => makeAudit(trial, report, pool));
  await step('Add up the certificates without the solver', effects, () => refuseUnshown(trial, audit));
  return { safe, files, audit };
}
