import type { CourseFiles } from '@/rules/authoring/course-files';
import type { AssetStore } from '@/server/storage';
import { prepareImport } from './prepare-import';
import type { Prepared } from './prepared';
import { receiveUpload } from './receive-upload';
import { inTemporaryFolder } from './temporary-folder';

type Options = {
  contentType: string;
  store: AssetStore;
  /** The day that stands as "last verified" in what is converted. */
  verified: string;
  /** The course it is for; without one it becomes a course of its own. */
  into: { slug: string; draft: CourseFiles } | null;
};

/**
 * Receives an upload and reads it as a course. The store is written to only when all of it was found fit;
 * what is refused leaves nothing behind, here or there.
 */
export const prepareUpload = (
  body: AsyncIterable<Uint8Array>,
  { contentType, ...options }: Options,
): Promise<Prepared> =>
  inTemporaryFolder(async (folder) =>
    prepareImport(await receiveUpload(body, { contentType, folder }), options),
  );
