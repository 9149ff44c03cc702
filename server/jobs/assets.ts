import type { Database } from '@/db/client';
import { sweepAsset, unusedAssets } from '@/db/queries/asset-sweep';
import type { SweptStore } from '../storage';

/** What nobody uses is kept this long: an upload is stored before it is named, an import waits a day. */
const kept = 24 * 3600_000;
const atOnce = 500;

/**
 * Removes the bytes that nothing names any more: of media deleted from every draft before they were
 * published, and of imports that were never applied. Bytes that are stored again meanwhile stay: who stores
 * them holds their hash, and they count as new from then on. @returns how many assets were removed.
 */
export async function sweepAssets(db: Database, store: SweptStore, now = new Date()): Promise<number> {
  const isOld = (at: Date) => now.getTime() - at.getTime() > kept;
  /** By hash: the asset itself, and a picture in its widths. */
  const stored = new Map<string, { names: string[]; old: boolean }>();
  for await (const { name, at } of store.list()) {
    const hash = name.slice(0, 64);
    const { names, old } = stored.get(hash) ?? { names: [], old: true };
    stored.set(hash, { names: [...names, name], old: old && isOld(at) });
  }
  let removed = 0;
  const hashes = [...stored].filter(([, { old }]) => old).map(([hash]) => hash);
  for (let from = 0; from < hashes.length; from += atOnce) {
    for (const hash of await unusedAssets(db, hashes.slice(from, from + atOnce))) {
      const { names } = stored.get(hash) ?? { names: [] };
      const swept = await sweepAsset(db, hash, async () => {
        const times = await Promise.all(names.map((name) => store.storedAt(name)));
        if (times.some((at) => at && !isOld(at))) return false;
        for (const name of names) await store.remove(name);
        return true;
      });
      if (swept) removed += 1;
    }
  }
  return removed;
}
