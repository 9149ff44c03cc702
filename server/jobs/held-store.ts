import type { Database } from '@/db/client';
import { holdingAsset } from '@/db/queries/asset-sweep';
import { database } from '../database';
import { type AssetStore, assetStore } from '../storage';

/** A store whose writes keep the sweep away from what they store. */
export function heldStore<Store extends AssetStore>(store: Store, db: () => Database): Store {
  return {
    ...store,
    write: (name, bytes) => holdingAsset(db(), name.slice(0, 64), () => store.write(name, bytes)),
  };
}

/** The store of this process, for what stores media. */
export const writingStore = (): AssetStore => heldStore(assetStore(), database);
