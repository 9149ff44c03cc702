import * as z from 'zod';
import { logOf } from '@/db/queries/claims';
import { isOwn } from '@/rules/access';
import { entriesAsCsv, entriesAsMarkdown } from '@/rules/claims/plain';
import { byteOrderMark } from '@/rules/files/csv-text';
import { operation } from '@/server/operation';
import { inLog, logInput } from './place';
import { entryIn, titlesIn } from './shown';

/** One's own claim log as a file to take away, whatever became of the enrollment. */
export const exportClaimLog = operation({
  name: 'export-claim-log',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...logInput, format: z.enum(['md', 'csv']) }),
  subject: inLog,
  allow: isOwn,
  async run({ db, input: { format }, subject: { enrollmentId, edition, slug } }) {
    const rows = await logOf(db, enrollmentId);
    const entries = rows.filter(({ deleted }) => !deleted).map(entryIn);
    const titles = titlesIn(edition);
    const name = `${slug}-claim-log.${format}`;
    return format === 'csv'
      ? { name, type: 'text/csv', text: byteOrderMark + entriesAsCsv(entries, titles) }
      : { name, type: 'text/markdown', text: entriesAsMarkdown(edition.manifest.title, entries, titles) };
  },
});
