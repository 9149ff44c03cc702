import { type Env, env } from '../env';
import { diskStore } from './disk';
import { s3Store } from './s3';
import type { SweptStore } from './store';

export type { AssetStore, SweptStore } from './store';

/** The store that the settings name: a bucket where one is set, else a folder. */
export function storeOf(settings: Env): SweptStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY, ASSETS_DIR } = settings;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) return diskStore(ASSETS_DIR);
  return s3Store({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  });
}

let store: SweptStore | undefined;
/** The store of this process. */
export const assetStore = (): SweptStore => {
  store ??= storeOf(env());
  return store;
};

/** Makes the folder of the store at the start, where it is one, and says so when it cannot be written to. */
export async function prepareStorage(settings: Env = env()): Promise<void> {
  if (settings.S3_ENDPOINT) return;
  await diskStore(settings.ASSETS_DIR)
    .prepare()
    .catch((error: Error) => {
      throw new Error(`ASSETS_DIR: nothing can be stored in ${settings.ASSETS_DIR} (${error.message}).`);
    });
}
