import type { Db } from '@/db/client';
import { setHandedIn, type VersionRow } from '@/db/queries/work';
import { isModerated } from '@/rules/work/moderation';
import { promiseFrom } from '@/rules/work/work';
import type { WorkPlace } from './place';
import { recordWork } from './record-work';

/**
 * Takes a draft in as it is kept: by the rules of this moment, with its promise, and into the ledger.
 * @param place loaded once the enrollment was locked
 */
export async function takeIn(
  db: Db,
  place: WorkPlace,
  draft: VersionRow,
  by: 'learner' | 'clock',
): Promise<void> {
  const { rules, editionId, zone, closesAt, now } = place;
  const handedInAt = by === 'clock' && closesAt ? closesAt : now;
  const handed = { by, rules, editionId, handedInAt, ...promiseFrom(rules, handedInAt, zone) };
  const moderated = isModerated(draft.id, rules.moderation);
  if (!(await setHandedIn(db, draft.id, { ...handed, moderated }))) return;
  const versions = place.versions.map((version) =>
    version.id === draft.id ? { ...version, rules, handedInAt } : version,
  );
  if (rules.pass === undefined) await recordWork(db, { ...place, versions });
}
