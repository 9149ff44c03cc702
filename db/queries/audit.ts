import type { Db } from '../client';
import { auditLog } from '../schema';

type Entry = { actorId: string | null; action: string; object: string; detail?: Record<string, unknown> };

/** Appends to the audit log, in the transaction of the deed. */
export async function recordAudit(db: Db, entry: Entry): Promise<void> {
  await db.insert(auditLog).values(entry);
}
