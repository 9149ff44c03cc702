import type { Db } from '@/db/client';
import { consume } from '@/db/queries/rate-limits';

/** Imports that one person may upload in an hour, whatever becomes of them. */
export const mayUpload = (db: Db, userId: string): Promise<boolean> =>
  consume(db, `import:${userId}`, 30, 3600);
